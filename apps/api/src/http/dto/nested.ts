import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { bytesOfForm } from '../form-size.js';
import { Shaped } from './shaped.js';

type Form = () => new () => object;

export const isOneObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isListOfObjects = (value: unknown, least: number, most: number): boolean =>
  Array.isArray(value) && value.length >= least && value.length <= most && value.every(isOneObject);

/** `null` for a value of another outline: its parts are neither built nor checked, and `null` is refused as it is. */
const built = (holds: (value: unknown) => boolean, form: Form): PropertyDecorator =>
  Transform(
    ({ value }: { value: unknown }): unknown =>
      value === undefined ? undefined : holds(value) ? plainToInstance(form(), value) : null,
    { toClassOnly: true },
  );

// The API description takes a function for a class to come by its name: it must be called `type`.

/** One object of that class. `ValidateNested` alone lets `null`, `[]` and a list of such objects pass. */
export const Nested = (form: Form): PropertyDecorator =>
  applyDecorators(
    built(isOneObject, form),
    ValidateNested({ message: '$property：所含字段有误；has wrong fields' }),
    Shaped({
      name: 'isOneObject',
      holds: isOneObject,
      says: '须为一个对象；one object',
      shown: { type: () => form() },
      bytes: () => bytesOfForm(form()),
    }),
  );

/** A list of objects of that class. */
export const ListOf = (form: Form, most: number): PropertyDecorator =>
  applyDecorators(
    built((value) => isListOfObjects(value, 0, most), form),
    ValidateNested({ each: true, message: '$property：所含字段有误；has wrong fields' }),
    Shaped({
      name: 'isListOfObjects',
      holds: (value) => isListOfObjects(value, 0, most),
      says: `须为至多${String(most)}项的列表；a list of at most ${String(most)} objects`,
      shown: { type: () => form(), isArray: true, maxItems: most },
      bytes: () => most * bytesOfForm(form()),
    }),
  );
