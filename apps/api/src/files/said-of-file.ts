import { MIMEType } from 'node:util';
import { isBlank, textFault } from '@anjuan/law';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problems.js';

export const longestName = 200;
const longestType = 200;
/** Line ends, parts of a path and what is taken for one, and what Windows keeps for itself: the file could not be saved under its name. */
const unfit =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\<>:"|?*\u2044\u2215\u2216\u2571\u2572\u29F5\u29F8\u29F9\uFE68\uFF0F\uFF3C]/u;
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00B9\u00B2\u00B3])\s*(?:\.|$)/i;

/** A name that is shown and returned unchanged, and under which the file can be saved anywhere. */
export const isFileName = (value: unknown): boolean => {
  if (typeof value !== 'string' || isBlank(value) || textFault(value) !== undefined) return false;
  const name = value.normalize('NFC');
  return (
    Array.from(name).length <= longestName &&
    !unfit.test(name) &&
    !device.test(name) &&
    !/^[\s\p{M}]|[\s.]$/u.test(name)
  );
};

const unsupported = (detail: string) => new Problem('media-type-unknown', detail);
const itself =
  '请以文件本身作为请求正文，并注明其类型，例如 curl --data-binary @x.pdf -H "Content-Type: application/pdf"；send the file itself as the body, under its own media type, as curl --data-binary @x.pdf -H "Content-Type: application/pdf" does';

/**
 * The type under which the file is given back. A form or parts wrap the file or rewrite its bytes: what would be stored is not
 * the file.
 * @throws Problem `media-type-unknown`
 */
export const mediaTypeOf = ({ headers }: FastifyRequest): string => {
  const given = headers['content-type'];
  if (given === undefined || given.trim() === '') return 'application/octet-stream';
  const type = wellFormed(given);
  if (type === undefined) throw unsupported(`Content-Type 不合格式，${itself}；Content-Type is malformed`);
  if (type.type === 'multipart' || type.essence === 'application/x-www-form-urlencoded')
    throw unsupported(
      `表单和多部分（multipart）内容不是文件，${itself}；a form and parts of a message are not a file`,
    );
  return String(type);
};

const wellFormed = (text: string): MIMEType | undefined => {
  if (text.length > longestType || /[^\x20-\x7e]/.test(text)) return undefined;
  try {
    return new MIMEType(text);
  } catch {
    return undefined;
  }
};

/** RFC 8187: everything but attr-char is percent-encoded. */
export const dispositionOf = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )}`;
