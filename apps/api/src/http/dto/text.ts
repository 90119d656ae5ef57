import { isBlank, isOneLine, textFault, textFaultSaid } from '@anjuan/law';
import { Shaped } from './shaped.js';

/** In JSON, where a sender may write every UTF-16 unit as \uXXXX. */
export const bytesOfText = (max: number): number => 6 * max + 2;

/** A text that every store takes and every reader sees: no control, invisible or broken characters. */
export const isText = (value: unknown, min: number, max: number): value is string =>
  typeof value === 'string' &&
  value.length >= min &&
  value.length <= max &&
  (min === 0 || !isBlank(value)) &&
  textFault(value) === undefined;

const faultIn = (value: unknown, max: number): string | undefined => {
  const fault = typeof value === 'string' && value.length <= max ? textFault(value) : undefined;
  if (!fault) return undefined;
  const { zh, en } = textFaultSaid(fault);
  return `${zh}；${en}`;
};

/** A text of so many UTF-16 units; from 0: whether it may be blank is answered by a provision, with its citation. */
export const TextBetween = (min: number, max: number): PropertyDecorator =>
  Shaped({
    name: 'isText',
    holds: (value) => isText(value, min, max),
    says: (value) =>
      faultIn(value, max) ??
      `须为${String(min)}至${String(max)}个字符的文本${min > 0 ? '，不得空白' : ''}；` +
        `a text of ${String(min)} to ${String(max)} characters${min > 0 ? ', not blank' : ''}`,
    shown: { type: 'string', minLength: min, maxLength: max },
    bytes: () => bytesOfText(max),
  });

/** A text that says something; `max` in UTF-16 units. */
export const Text = (max: number): PropertyDecorator => TextBetween(1, max);

/** A name or a number: on papers and in lists a second line would be taken for something else. */
export const Line = (max: number, min = 1): PropertyDecorator =>
  Shaped({
    name: 'isLine',
    holds: (value) => isText(value, min, max) && isOneLine(value),
    says: (value) =>
      faultIn(value, max) ??
      `须为${String(min)}至${String(max)}个字符的一行文本${min > 0 ? '，不得空白' : ''}；` +
        `a text of one line, ${String(min)} to ${String(max)} characters${min > 0 ? ', not blank' : ''}`,
    shown: { type: 'string', minLength: min, maxLength: max },
    bytes: () => bytesOfText(max),
  });

/** In a list or by the name of a field: which item, and what is wrong there. */
const firstFault = (value: unknown, max: number): string | undefined =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([place, item]) => {
          const fault = faultIn(item, max);
          return fault === undefined ? undefined : `/${place}：${fault}`;
        })
        .find((fault) => fault !== undefined)
    : undefined;

/** A list of texts. */
export const Texts = (most: number, max: number): PropertyDecorator =>
  Shaped({
    name: 'areTexts',
    holds: (value) =>
      Array.isArray(value) && value.length <= most && value.every((item: unknown) => isText(item, 1, max)),
    says: (value) =>
      firstFault(value, max) ??
      `须为至多${String(most)}项文本，每项1至${String(max)}个字符，不得空白；` +
        `at most ${String(most)} texts of 1 to ${String(max)} characters, none blank`,
    shown: { type: 'array', maxItems: most, items: { type: 'string', minLength: 1, maxLength: max } },
    bytes: () => most * bytesOfText(max),
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
    says: (value) =>
      firstFault(value, max) ??
      `须为“字段：文本”，至多${String(most)}项，每项至多${String(max)}个字符；` +
        `texts by field, at most ${String(most)} of at most ${String(max)} characters`,
    shown: {
      type: 'object',
      maxProperties: most,
      additionalProperties: { type: 'string', maxLength: max },
    },
    bytes: () => most * (bytesOfText(64) + bytesOfText(max)),
  });
