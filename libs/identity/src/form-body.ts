import { type IncomingMessage } from 'node:http';
import { MIMEType } from 'node:util';

/** A login and three passwords of the longest kind fit in. */
const longestBody = 16_384;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const control = /\p{Cc}/u;

const decoded = (text: string): string => {
  const found = decodeURIComponent(text.replaceAll('+', ' '));
  if (control.test(found)) throw new URIError('a control character');
  return found;
};

/** As browsers send a form: urlencoded, in UTF-8, not packed. */
export const isForm = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') return false;
  try {
    const type = new MIMEType(headers['content-type'] ?? '');
    const charset = type.params.get('charset') ?? 'utf-8';
    return type.essence === 'application/x-www-form-urlencoded' && charset.toLowerCase() === 'utf-8';
  } catch {
    return false;
  }
};

/**
 * What a form sent, each name once: percent-encoded UTF-8 without control characters. `too-large`, `unreadable` for
 * what is anything else.
 */
export const formIn = async (
  req: IncomingMessage,
): Promise<ReadonlyMap<string, string> | 'too-large' | 'unreadable'> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) return 'too-large';
    parts.push(part);
  }
  try {
    const form = new Map<string, string>();
    for (const pair of utf8.decode(Buffer.concat(parts)).split('&')) {
      const [name = '', ...rest] = pair.split('=').map(decoded);
      if (form.has(name)) return 'unreadable';
      form.set(name, rest.join('='));
    }
    return form;
  } catch {
    return 'unreadable';
  }
};
