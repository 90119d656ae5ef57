import { TableUnreadable } from './table.js';
import { sheetXml, workbookOf, xlsxOf, zipOf } from './testing.js';
import { dayOfSerial, readXlsx } from './xlsx.js';

const limits = { rows: 4, columns: 3, text: 20, unpacked: 200_000 };
const refused = async (file: Uint8Array): Promise<TableUnreadable> => {
  try {
    await readXlsx(file, limits);
  } catch (error) {
    if (error instanceof TableUnreadable) return error;
    throw error;
  }
  throw new TypeError('it was read');
};
const header = ['工号', '姓名', '任职起始日'];

describe('an XLSX workbook', () => {
  it('is read as its cells are kept: nothing calculated, empty rows left out', async () => {
    expect(
      await readXlsx(xlsxOf([header, ['1', undefined, 46_082], [], [{ formula: 'A1' }]]), limits),
    ).toEqual([
      { line: 1, cells: header.map((text) => ({ kind: 'text', text })) },
      {
        line: 2,
        cells: [
          { kind: 'text', text: '1' },
          { kind: 'text', text: '' },
          { kind: 'number', text: '46082' },
        ],
      },
      { line: 4, cells: [{ kind: 'formula', text: '=' }] },
    ]);
  });

  it('has its texts in a list of their own, without what is said of how they are read', async () => {
    const strings =
      '<sst><si><t>林岚</t><rPh sb="0" eb="1"><t>lín</t></rPh></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>';
    const sheet =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await readXlsx(workbookOf({ sheet, strings }), limits)).toEqual([
      {
        line: 1,
        cells: [
          { kind: 'text', text: '林岚' },
          { kind: 'text', text: 'ab' },
        ],
      },
    ]);
    const beyond = sheet.replace('<x:v>1</x:v>', '<x:v>2</x:v>');
    expect((await refused(workbookOf({ sheet: beyond, strings }))).line).toBe(1);
  });

  it('counts days as a sheet does', () => {
    expect(dayOfSerial('46082')).toBe('2026-03-01');
    expect(dayOfSerial('61')).toBe('1900-03-01');
    for (const none of ['60', '46082.5', '-1', '', 'x', '9999999']) expect(dayOfSerial(none)).toBeUndefined();
  });

  const bytes = (size: number) => Buffer.alloc(size, 0x20);
  const sheetPart = (content: Buffer, saidBytes = content.length) => ({
    name: 'xl/worksheets/sheet1.xml',
    content,
    saidBytes,
  });

  it.each([
    ['says how large it is', sheetPart(bytes(50_000_000))],
    ['says that it is small', sheetPart(bytes(50_000_000), 100)],
    ['says that it is empty', sheetPart(bytes(50_000_000), 0)],
  ])('that unpacks to far more than it is, and %s, is refused', async (_, bomb) => {
    const file = workbookOf({ more: [bomb] });
    expect(file.length).toBeLessThan(60_000);
    const before = process.memoryUsage().arrayBuffers;
    expect((await refused(file)).message).toMatch(/工作簿|workbook/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it('of several parts that are large together is refused', async () => {
    const large = `<sst>${' '.repeat(150_000)}</sst>`;
    const sheet = sheetXml([header], ' '.repeat(100_000));
    expect((await refused(workbookOf({ sheet, strings: large }))).message).toMatch(/超过 200000 字节/);
  });

  it.each([
    ['is no ZIP file', Buffer.from('工号,姓名')],
    ['is empty', Buffer.alloc(0)],
    ['is an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['has no workbook in it', zipOf([{ name: 'a.txt', content: Buffer.from('a') }])],
    ['lacks its sheet', workbookOf({})],
    ['has a part twice', workbookOf({ sheet: sheetXml([header]), more: [sheetPart(Buffer.from('<a/>'))] })],
    ['is deeper than any sheet', workbookOf({ sheet: `${'<a>'.repeat(40)}${'</a>'.repeat(40)}` })],
    ['has entities', workbookOf({ sheet: `<!DOCTYPE a [<!ENTITY b "c">]>${sheetXml([header])}` })],
    ['has an external entity', workbookOf({ sheet: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&b;</a>' })],
    ['is not well-formed', workbookOf({ sheet: '<worksheet><sheetData>' })],
    ['is not in UTF-8', zipOf([{ name: 'xl/workbook.xml', content: Buffer.from([0x3c, 0xff]) }])],
    [
      'has more attributes than any cell',
      workbookOf({ sheet: `<a ${Array.from({ length: 70 }, (_, n) => `a${String(n)}="1"`).join(' ')}/>` }),
    ],
    [
      'has merged cells',
      workbookOf({ sheet: sheetXml([header], '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>') }),
    ],
    ['has a column too many', xlsxOf([['a', 'b', 'c', 'd']])],
    ['has a row too many', xlsxOf(['a', '1', '2', '3', '4', '5'].map((cell) => [cell]))],
    ['has a cell too long', xlsxOf([['x'.repeat(21)]])],
    ['has its rows out of order', workbookOf({ sheet: '<w><row r="2"/><row r="2"/></w>' })],
    ['has its cells out of order', workbookOf({ sheet: '<w><row r="1"><c r="B1"/><c r="A1"/></row></w>' })],
    [
      'has two sheets',
      workbookOf({
        sheet: sheetXml([header]),
        workbook:
          '<workbook><sheets><sheet r:id="rId1"/><sheet r:id="rId2" state="hidden"/></sheets></workbook>',
      }),
    ],
    [
      'counts its days from 1904',
      workbookOf({
        sheet: sheetXml([header]),
        workbook: '<workbook><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>',
      }),
    ],
  ])('that %s is refused, with a cure', async (_, file) => {
    expect((await refused(file)).message).toMatch(/\p{sc=Han}.*[；。].*[A-Za-z]/u);
  });

  it.each([
    [
      'merges cells',
      workbookOf({
        sheet: sheetXml([header], `<mergeCells><mergeCell ref="${'A'.repeat(100_000)}"/></mergeCells>`),
      }),
    ],
    [
      'names its sheet',
      zipOf([
        {
          name: 'xl/workbook.xml',
          content: Buffer.from('<workbook><sheets><sheet r:id="rId1"/></sheets></workbook>'),
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content: Buffer.from(
            `<Relationships><Relationship Id="rId1" Target="${'s'.repeat(30_000)}"/></Relationships>`,
          ),
        },
        { name: `xl/${'s'.repeat(30_000)}`, content: Buffer.from('<w>') },
      ]),
    ],
  ])('that %s at length is refused in few words', async (_, file) => {
    const { message } = await refused(file);
    expect(message).toMatch(/合并单元格|不合格式/);
    expect(message.length).toBeLessThan(300);
  });
});
