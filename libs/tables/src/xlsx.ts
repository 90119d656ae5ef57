/** The one sheet of an XLSX workbook (ISO/IEC 29500): values as they are kept, nothing calculated, nothing formatted. */
import { SheetRows } from './sheet.js';
import { isEmpty, TableUnreadable, type Row, type TableLimits } from './table.js';
import { Parts } from './unzip.js';
import { readXml } from './xml.js';

const folder = 'xl/';
const workbook = `${folder}workbook.xml`;
const strings = `${folder}sharedStrings.xml`;

/** Of the relations of the workbook, the part that each names. */
const targetsIn = async (parts: Parts): Promise<ReadonlyMap<string, string>> => {
  const name = `${folder}_rels/workbook.xml.rels`;
  const found = new Map<string, string>();
  await readXml(name, parts.read(name), {
    opened: (tag, { Id, Target }) => {
      if (tag !== 'Relationship' || Id === undefined || Target === undefined) return;
      found.set(Id, Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`);
    },
  });
  return found;
};

type Workbook = Readonly<{ sheets: readonly string[]; from1904: boolean }>;

const workbookIn = async (parts: Parts): Promise<Workbook> => {
  const sheets: string[] = [];
  let from1904 = false;
  await readXml(workbook, parts.read(workbook), {
    opened: (tag, attributes) => {
      if (tag === 'sheet') sheets.push(attributes['r:id'] ?? '');
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  return { sheets, from1904 };
};

/** Without what is said of how a text is read (拼音). */
const stringsIn = async (parts: Parts): Promise<readonly string[]> => {
  if (!parts.has(strings)) return [];
  const found: string[] = [];
  let [text, within, phonetic] = ['', false, false];
  await readXml(strings, parts.read(strings), {
    opened: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic = true;
      if (tag === 't') within = !phonetic;
    },
    closed: (tag) => {
      if (tag === 'si') found.push(text);
      if (tag === 'rPh') phonetic = false;
      if (tag === 't') within = false;
    },
    text: (more) => {
      if (within) text += more;
    },
  });
  return found;
};

const oneSheet = (sheets: readonly string[]): string => {
  const [first, ...others] = sheets;
  if (first !== undefined && others.length === 0) return first;
  throw new TableUnreadable(
    `工作簿须只有一张工作表（隐藏的也算），现有 ${String(sheets.length)} 张，请删去其他各张；A workbook of one sheet, hidden ones counted: this one has ${String(sheets.length)}, delete the others`,
  );
};

/** @throws TableUnreadable */
export const readXlsx = async (bytes: Uint8Array, limits: TableLimits): Promise<readonly Row[]> => {
  const parts = await Parts.of(bytes, limits);
  const { sheets, from1904 } = await workbookIn(parts);
  const target = (await targetsIn(parts)).get(oneSheet(sheets));
  if (from1904)
    throw new TableUnreadable(
      '工作簿以 1904 年为日期起点，请在选项中取消“使用 1904 日期系统”后另存；The workbook counts days from 1904: switch that off in its options and save it again',
    );
  const rows = new SheetRows(await stringsIn(parts), limits);
  const name = target ?? '';
  await readXml(name, parts.read(name), rows.reader);
  return rows.found.filter(({ cells }) => !cells.every(isEmpty));
};

const epoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;
/** 1 March 1900: of the days before, Excel and others count one more or less. */
const [firstDay, lastDay] = [61, 2_958_465];

/** The day that a number of a sheet stands for, `2026-03-01`; undefined where it is none, or has a time of day. */
export const dayOfSerial = (serial: string): string | undefined => {
  const days = Number(serial);
  if (!Number.isInteger(days) || days < firstDay || days > lastDay) return undefined;
  return new Date(epoch + days * dayMs).toISOString().slice(0, 10);
};
