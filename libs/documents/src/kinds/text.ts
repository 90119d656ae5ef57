import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

/** Neither written nor sent as text: all control characters but tab, ends of line and of page. */
const control = /[^\P{Cc}\t\n\v\f\r]/u;
/** By a browser taken for a page or a picture that may carry scripts. */
const markup = /^[\s\ufeff]*<[a-z!?/]/i;
const begins = 1024;

type Reader = { readonly decoder: TextDecoder; begun: string };

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
const readersOf = (head: Buffer): Reader[] => {
  const marked = markOf(head);
  const names = marked === undefined ? encodings.slice(0, 2) : [marked];
  return names.map((name) => ({ decoder: new TextDecoder(name, { fatal: true }), begun: '' }));
};
/** Without its mark UTF-16 cannot be told from anything else. */
const markOf = (head: Buffer): (typeof encodings)[number] | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
};

/** What a file is that should be text: in UTF-8, GB 18030 or marked UTF-16, without control characters, no markup. */
export const textIn = async (place: string): Promise<'text' | 'markup' | undefined> => {
  let readers: Reader[] | undefined;
  for await (const chunk of createReadStream(place) as AsyncIterable<Buffer>) {
    readers ??= readersOf(chunk);
    readers = readers.filter((reader) => goesOn(reader, chunk));
    if (readers.length === 0) return undefined;
  }
  const [whole] = (readers ?? []).filter((reader) => goesOn(reader));
  if (whole === undefined) return undefined;
  return markup.test(whole.begun) ? 'markup' : 'text';
};

/** Without a chunk: the text ends. */
const goesOn = (reader: Reader, chunk?: Buffer): boolean => {
  try {
    const text = reader.decoder.decode(chunk, { stream: chunk !== undefined });
    if (reader.begun.length < begins) reader.begun += text.slice(0, begins);
    return !control.test(text);
  } catch {
    return false;
  }
};
