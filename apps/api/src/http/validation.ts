import {
  ValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
  type ValidationError,
} from '@nestjs/common';
import { inside, invalid, type Fault } from './faults.js';
import { lookUpRulesOnce } from './form-metadata.js';

const unknownField = (name: string): string =>
  `没有“${name.slice(0, 100)}”这一项；there is no field ${name.slice(0, 100)}`;

/** `property` is missing where something of no known form is in a list: the list itself says what it takes. */
const faults = (errors: readonly ValidationError[], at = '#'): readonly Fault[] =>
  errors.flatMap(({ property, constraints, children }: Partial<ValidationError>) => {
    if (property === undefined) return [];
    const pointer = inside(at, property);
    const here = Object.entries(constraints ?? {}).map(([rule, detail]) => ({
      pointer,
      detail: rule === 'whitelistValidation' ? unknownField(property) : detail,
    }));
    return [...here, ...faults(children ?? [], pointer)];
  });

/** Names that every object has by birth: class-transformer and class-validator take them for fields of the form. */
const inborn = new Set(Object.getOwnPropertyNames(Object.prototype));

const unheardOf = (value: unknown, at = '#'): readonly Fault[] => {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => unheardOf(item, inside(at, String(index))));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    inborn.has(name)
      ? [{ pointer: inside(at, name), detail: unknownField(name) }]
      : unheardOf(item, inside(at, name)),
  );
};

/** As `JSON.parse` makes them, or a query: of no class. Anything else (a stream, a socket) is not looked into. */
const isPlain = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === null;
};

/** Unknown fields and wrong types are refused, each by its JSON pointer. */
class Validation implements PipeTransform {
  readonly #form = new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => invalid(faults(errors)),
  });

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body' && metadata.type !== 'query') return value;
    if (!isPlain(value)) throw invalid([{ pointer: '#', detail: '须为一个 JSON 对象；one JSON object' }]);
    const unknown = unheardOf(value);
    if (unknown.length > 0) throw invalid(unknown);
    return this.#form.transform(value, metadata);
  }
}

export const validation = (): PipeTransform<unknown, Promise<unknown>> => {
  lookUpRulesOnce();
  return new Validation();
};
