import { Shaped } from './shaped.js';

// Any control character but tab and line breaks.
const control = /[^\P{Cc}\t\n\r]/u;

/** Well-formed Unicode without control characters (but tab and line breaks), so that every store takes it. */
export const isText = (value: unknown, min: number, max: number): value is string =>
  typeof value === 'string' &&
  value.length >= min &&
  value.length <= max &&
  value.isWellFormed() &&
  !control.test(value);

const text = (min: number, max: number): PropertyDecorator =>
  Shaped({
    name: 'isText',
    holds: (value) => isText(value, min, max),
    says:
      `须为${String(min)}至${String(max)}个字符的文本，不含控制字符；` +
      `a text of ${String(min)} to ${String(max)} characters without control characters`,
    shown: { type: 'string', minLength: min, maxLength: max },
  });

/** A text that says something; `max` in UTF-16 units. */
export const Text = (max: number): PropertyDecorator => text(1, max);

/** A text that may be blank: whether it may be is answered by a provision, with its citation. */
export const TextOrBlank = (max: number): PropertyDecorator => text(0, max);

/** A list of texts. */
export const Texts = (most: number, max: number): PropertyDecorator =>
  Shaped({
    name: 'areTexts',
    holds: (value) =>
      Array.isArray(value) && value.length <= most && value.every((item: unknown) => isText(item, 1, max)),
    says:
      `须为至多${String(most)}项文本，每项1至${String(max)}个字符；` +
      `at most ${String(most)} texts of 1 to ${String(max)} characters`,
    shown: { type: 'array', maxItems: most, items: { type: 'string', minLength: 1, maxLength: max } },
  });

/** Texts by the name of a field. */
export const TextByField = (most: number, max: number): PropertyDecorator =>
  Shaped({
    name: 'isTextByField',
    holds: (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length <= most &&
      Object.entries(value).every(([field, item]) => isText(field, 1, 64) && isText(item, 0, max)),
    says:
      `须为“字段：文本”，至多${String(most)}项，每项至多${String(max)}个字符；` +
      `texts by field, at most ${String(most)} of at most ${String(max)} characters`,
    shown: {
      type: 'object',
      maxProperties: most,
      additionalProperties: { type: 'string', maxLength: max },
    },
  });
