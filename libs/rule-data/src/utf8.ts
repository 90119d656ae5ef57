import { isUtf8 } from 'node:buffer';

/** Where bytes stop being UTF-8 text; both from 1, the column in characters. */
export type NoText = Readonly<{ line: number; column: number }>;

const replacement = '\u{FFFD}';
const newline = 0x0a;

/** The place of the first byte that is no UTF-8. No byte of a longer character is a newline, so lines stand alone. */
const firstDamage = (bytes: Uint8Array): NoText => {
  for (let line = 1, from = 0; ; line += 1) {
    const end = bytes.indexOf(newline, from);
    const text = new TextDecoder('utf-8').decode(bytes.subarray(from, end === -1 ? undefined : end));
    const at = text.indexOf(replacement);
    if (at !== -1) return { line, column: at + 1 };
    if (end === -1) return { line, column: text.length + 1 };
    from = end + 1;
  }
};

/** The text of UTF-8 bytes, without a byte order mark; what is no UTF-8, or once was none (U+FFFD), by its place. */
export const textOf = (bytes: Uint8Array): string | NoText => {
  if (!isUtf8(bytes)) return firstDamage(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes(replacement) ? firstDamage(bytes) : text;
};
