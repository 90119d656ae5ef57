/** Workbooks for specs, as Excel would write them and as it never would. */
import { crc32, deflateRawSync } from 'node:zlib';

type Part = Readonly<{ name: string; content: Buffer; saidBytes?: number }>;

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;

const numbers = (...fields: readonly (readonly [2 | 4, number])[]): Buffer => {
  const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
  fields.reduce((at, [size, value]) => bytes.writeUIntLE(value, at, size), 0);
  return bytes;
};

/** A ZIP file. `saidBytes`: what it says of the size of a part, in place of the truth. */
export const zipOf = (parts: readonly Part[]): Buffer => {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content, saidBytes = content.length } of parts) {
    const packed = deflateRawSync(content);
    const named = Buffer.from(name, 'utf8');
    const sizes = [
      [4, crc32(content)],
      [4, packed.length],
      [4, saidBytes],
      [2, named.length],
    ] as const;
    // Version, flags (UTF-8), method, time, day.
    const head = [[2, 20], [2, 0x800], [2, 8], [2, 0], [2, 0x5a21], ...sizes, [2, 0]] as const;
    locals.push(numbers([4, local], ...head), named, packed);
    directory.push(numbers([4, central], [2, 20], ...head, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), named);
    at += 30 + named.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = parts.length;
  return Buffer.concat([
    ...locals,
    listed,
    numbers([4, end], [2, 0], [2, 0], [2, count], [2, count], [4, listed.length], [4, at], [2, 0]),
  ]);
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A number is one of the sheet; `{ formula }` is calculated. */
export type Typed = string | number | Readonly<{ formula: string }> | undefined;

const cellXml = (cell: Typed, place: string): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${place}" s="1"><v>${String(cell)}</v></c>`;
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  return `<c r="${place}"><f>${escaped(cell.formula)}</f><v>1</v></c>`;
};

export const sheetXml = (rows: readonly (readonly Typed[])[], after = ''): string => {
  const lines = rows.map((cells, row) => {
    const line = String(row + 1);
    const inRow = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${line}`));
    return `<row r="${line}">${inRow.join('')}</row>`;
  });
  const ns = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${ns}"><sheetData>${lines.join('')}</sheetData>${after}</worksheet>`;
};

type Workbook = Readonly<{ sheet?: string; workbook?: string; strings?: string; more?: readonly Part[] }>;

const oneSheet =
  '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>';

export const workbookOf = ({ sheet, workbook = oneSheet, strings, more = [] }: Workbook): Buffer => {
  const part = (name: string, text: string): Part => ({ name, content: Buffer.from(text, 'utf8') });
  return zipOf([
    part('xl/workbook.xml', workbook),
    part(
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    ...(sheet === undefined ? [] : [part('xl/worksheets/sheet1.xml', sheet)]),
    ...(strings === undefined ? [] : [part('xl/sharedStrings.xml', strings)]),
    ...more,
  ]);
};

export const xlsxOf = (rows: readonly (readonly Typed[])[]): Buffer => workbookOf({ sheet: sheetXml(rows) });
