import { SaxesParser } from 'saxes';
import { longestShown, TableUnreadable } from './table.js';

export type Attributes = Readonly<Record<string, string>>;

/** What is made of a part: names without their prefix. */
export type Reader = Readonly<{
  opened: (name: string, attributes: Attributes) => void;
  closed?: (name: string) => void;
  text?: (text: string) => void;
}>;

/** A sheet is eight deep, and no tag of one has more than a few attributes: what is more would only fill memory. */
const deepest = 32;
const mostAttributes = 64;

const notXml = (name: string): TableUnreadable => {
  const which = name.slice(0, longestShown);
  return new TableUnreadable(
    `工作簿的 ${which} 不合格式，请以 Excel 或者 WPS 重新另存；${which} of the workbook cannot be read: save it anew with Excel or WPS`,
  );
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes in. Nothing outside the part is ever looked up: a document type, and so an entity, is refused.
 * @throws TableUnreadable
 */
export const readXml = async (name: string, pieces: AsyncIterable<Uint8Array>, to: Reader): Promise<void> => {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [depth, attributes] = [0, 0];
  const refuse = (): never => {
    throw notXml(name);
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > mostAttributes) refuse();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > deepest) refuse();
    to.opened(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    to.closed?.(local(tag.name));
  });
  parser.on('text', (text) => to.text?.(text));
  parser.on('cdata', (text) => to.text?.(text));
  for await (const piece of pieces)
    parser.write(decoded(() => decoder.decode(piece, { stream: true }), refuse));
  parser.write(decoded(() => decoder.decode(), refuse));
  parser.close();
};

const decoded = (decode: () => string, refuse: () => never): string => {
  try {
    return decode();
  } catch {
    return refuse();
  }
};
