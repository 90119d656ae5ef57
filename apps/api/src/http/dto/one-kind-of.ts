import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance, Transform } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { bytesOfForm } from '../form-size.js';
import { isListOfObjects, isOneObject } from './nested.js';
import { Shaped } from './shaped.js';

type Form = new () => object;
/** The forms of a thing by the word in its `kind`. */
export type Kinds = ReadonlyMap<string, Form>;

const kindOf = (value: object): unknown => ('kind' in value ? value.kind : undefined);

// Not class-transformer's own discriminator: it falls over `null` in a list.
const built = (kinds: Kinds, value: unknown): unknown => {
  const kind = isOneObject(value) ? kindOf(value) : undefined;
  const form = typeof kind === 'string' ? kinds.get(kind) : undefined;
  if (value === undefined) return undefined;
  // Of no known form: its parts are neither built nor checked.
  return form ? plainToInstance(form, value) : null;
};

const isOfKind = (kinds: Kinds, value: unknown): boolean =>
  [...kinds.values()].some((form) => value instanceof form);

const describe = (kinds: Kinds) => ({
  oneOf: [...new Set(kinds.values())].map((form) => ({ $ref: getSchemaPath(form) })),
  discriminator: {
    propertyName: 'kind',
    mapping: Object.fromEntries([...kinds].map(([kind, form]) => [kind, getSchemaPath(form)])),
  },
});

const models =
  (kinds: Kinds): PropertyDecorator =>
  (target) => {
    ApiExtraModels(...new Set(kinds.values()))(target.constructor);
  };

const longest = (kinds: Kinds): number => Math.max(...[...kinds.values()].map(bytesOfForm));
const said = (kinds: Kinds): string => `kind 须为下列之一；kind is one of: ${[...kinds.keys()].join(', ')}`;
const faulty = '$property：所含字段有误；has wrong fields';

/** One object whose form follows from its `kind`: a field of another form is refused, an unknown kind too. */
export const OneKindOf = (kinds: Kinds): PropertyDecorator =>
  applyDecorators(
    models(kinds),
    Transform(({ value }) => built(kinds, value), { toClassOnly: true }),
    ValidateNested({ message: faulty }),
    Shaped({
      name: 'isOneKindOf',
      holds: (value) => isOfKind(kinds, value),
      says: said(kinds),
      shown: describe(kinds),
      bytes: () => longest(kinds),
    }),
  );

/** A list of such objects, one at least. */
export const ListOfKinds = (kinds: Kinds, most: number): PropertyDecorator =>
  applyDecorators(
    models(kinds),
    Transform(
      ({ value }: { value: unknown }): unknown =>
        Array.isArray(value) && value.length <= most
          ? value.map((item: unknown) => built(kinds, item))
          : value === undefined
            ? undefined
            : null,
      { toClassOnly: true },
    ),
    ValidateNested({ each: true, message: faulty }),
    Shaped({
      name: 'isListOfKinds',
      holds: (value) =>
        isListOfObjects(value, 1, most) &&
        Array.isArray(value) &&
        value.every((item) => isOfKind(kinds, item)),
      says: `须为1至${String(most)}项；1 to ${String(most)} objects；${said(kinds)}`,
      shown: { type: 'array', minItems: 1, maxItems: most, items: describe(kinds) },
      bytes: () => most * longest(kinds),
    }),
  );
