import { readCsv } from './csv.js';
import { TableUnreadable } from './table.js';

const limits = { rows: 4, columns: 3, text: 20, unpacked: 1_000 };
const read = (text: string | Uint8Array, charset = 'utf-8') =>
  readCsv(typeof text === 'string' ? Buffer.from(text, 'utf8') : text, charset, limits).map(
    ({ line, cells }) => [line, ...cells.map((cell) => cell.text)],
  );
const refused = (text: string | Uint8Array, charset?: string): TableUnreadable => {
  try {
    read(text, charset);
  } catch (error) {
    if (error instanceof TableUnreadable) return error;
    throw error;
  }
  throw new TypeError('it was read');
};
/** 工号,姓名 / 1,林岚 */
const gbk = Buffer.from('b9a4bac52cd0d5c3fb0a312cc1d6e1b00a', 'hex');

describe('a CSV file', () => {
  it('is read with or without a byte order mark, by lines of any end, quoted or not', () => {
    const rows = [
      [1, '工号', '姓名'],
      [2, '1', '林, "岚"'],
    ];
    for (const end of ['\n', '\r\n']) {
      const text = ['工号,姓名', '1,"林, ""岚"""', ''].join(end);
      expect(read(text)).toEqual(rows);
      expect(read(`\uFEFF${text}`)).toEqual(rows);
    }
  });

  it('keeps the number of each line, empty ones left out', () => {
    expect(read('a\n\n,,\nb\n')).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
  });

  it('in another character set is read as the sender says, and never guessed', () => {
    expect(read(gbk, 'GBK')).toEqual([
      [1, '工号', '姓名'],
      [2, '1', '林岚'],
    ]);
    expect(refused(gbk).message).toMatch(/另存为“CSV UTF-8”.+charset=gbk.+save it as/);
    expect(refused('a', 'big5').message).toMatch(/字符集仅限 utf-8、gbk.+one of/);
    expect(refused(Buffer.from([0xff, 0xff]), 'gbk').message).toMatch(/不是所称的 gbk/);
  });

  it.each([
    ['an open quotation mark', 'a\n"b\n', 2],
    ['a quotation mark within a cell', 'a\nb"c\n', 2],
    ['a column too many', 'a\n1,2,3,4\n', 2],
    ['a cell too long', `a\n${'x'.repeat(21)}\n`, 2],
    ['a row too many', 'a\n1\n2\n3\n4\n5\n', undefined],
    ['NUL characters', 'a\0\n', undefined],
    ['more than it may hold', 'a\n'.repeat(501), undefined],
  ])('with %s is refused, with the line where it is one', (_, text, line) => {
    const { line: found, message } = refused(text);
    expect(found).toBe(line);
    expect(message).toMatch(/\p{sc=Han}.*；?.*[A-Za-z]/u);
  });
});
