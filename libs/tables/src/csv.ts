import { CsvError, parse } from 'csv-parse/sync';
import { isEmpty, TableUnreadable, tooManyRows, withinLimits, type Row, type TableLimits } from './table.js';

/** Character sets that are read if the sender says so; what is not said is UTF-8. */
const charsets: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
};

const notInUtf8 = `文件不是 UTF-8。请在 Excel 或者 WPS 中另存为“CSV UTF-8”或者 XLSX；确为 GBK 的，以 Content-Type: text/csv; charset=gbk 发送。The file is not in UTF-8: save it as “CSV UTF-8” or as XLSX; if it is in GBK, say so by Content-Type: text/csv; charset=gbk`;

/** A guessed character set would make other names of the names, for good: so none is guessed. */
const textOf = (bytes: Uint8Array, charset: string): string => {
  const known = charsets[charset.toLowerCase()];
  if (known === undefined)
    throw new TableUnreadable(
      `字符集仅限 ${Object.keys(charsets).join('、')}；The character set is one of ${Object.keys(charsets).join(', ')}`,
    );
  try {
    return new TextDecoder(known, { fatal: true }).decode(bytes);
  } catch {
    throw new TableUnreadable(
      known === 'utf-8'
        ? notInUtf8
        : `文件不是所称的 ${charset}；The file is not in ${charset}, as it is said to be`,
    );
  }
};

type Parsed = Readonly<{ record: readonly string[]; info: Readonly<{ lines: number }> }>;

const parsed = (text: string, limits: TableLimits): readonly Parsed[] => {
  try {
    return parse(text, {
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      // With the line of the names; one more shows that there are too many.
      to: limits.rows + 2,
      maxRecordSize: limits.columns * limits.text * 2,
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    throw new TableUnreadable(
      `CSV 不合格式（RFC 4180）：第 ${String(line ?? '?')} 行，${error.code}；This is no CSV of RFC 4180: line ${String(line ?? '?')}, ${error.code}`,
      line,
    );
  }
};

/** A text file of comma-separated values (RFC 4180). @throws TableUnreadable */
export const readCsv = (bytes: Uint8Array, charset: string, limits: TableLimits): readonly Row[] => {
  if (bytes.length > limits.unpacked)
    throw new TableUnreadable(
      `文件不得超过 ${String(limits.unpacked)} 字节；At most ${String(limits.unpacked)} bytes`,
    );
  const text = textOf(bytes, charset);
  if (text.includes('\0'))
    throw new TableUnreadable('文件含空字符，不是文本；The file holds NUL characters: it is no text');
  const rows = parsed(text, limits).map(({ record, info }) => ({
    line: info.lines,
    cells: record.map((cell) => ({ kind: 'text', text: cell }) as const),
  }));
  if (rows.length > limits.rows + 1) throw tooManyRows(limits);
  for (const row of rows) withinLimits(row, limits);
  return rows.filter(({ cells }) => !cells.every(isEmpty));
};
