/** The people of a table: its first line names the columns, each further line is of one person. */
import type { Capacity } from '@anjuan/case';
import type { ImportColumn, ImportedChange, ImportFault, ImportLine } from '@anjuan/registry';
import { isEmpty, type Cell, type Row } from '@anjuan/tables';
import { readCell } from './cells.js';
import { both, columnCalled, columnNames, columns } from './columns.js';

/** `count`: of all lines, those with faults too. */
export type PeopleInFile = Readonly<{
  count: number;
  lines: readonly ImportLine[];
  faults: readonly ImportFault[];
}>;
type Values = Readonly<Partial<Record<ImportColumn, string>>>;

const required: readonly ImportColumn[] = ['staffNumber', 'name'];
const empty: Cell = { kind: 'text', text: '' };

const fault = (line: number, column: ImportColumn, zh: string, en: string): ImportFault => ({
  line,
  column,
  zh,
  en,
});
const inFile = (line: number, zh: string, en: string): ImportFault => ({ line, zh, en });

type Header = Readonly<{ places: ReadonlyMap<ImportColumn, number>; faults: readonly ImportFault[] }>;

/** A column that nobody knows would be passed over, and one that is there twice read half. */
const headerOf = ({ line, cells }: Row): Header => {
  const places = new Map<ImportColumn, number>();
  const faults: ImportFault[] = [];
  for (const [place, cell] of cells.entries()) {
    const column = columnCalled(cell.text.trim());
    if (column !== undefined && !places.has(column)) places.set(column, place);
    else if (column !== undefined) faults.push(fault(line, column, '此列重复', 'This column is there twice'));
    else if (!isEmpty(cell))
      faults.push(
        inFile(
          line,
          `没有“${cell.text.slice(0, 40)}”这一列，可用的为：${columnNames.map(both).join('、')}`,
          `There is no column ${cell.text.slice(0, 40)}: known are those named`,
        ),
      );
  }
  for (const column of required)
    if (!places.has(column))
      faults.push(fault(line, column, `缺少“${both(column)}”列`, `The column ${column} is missing`));
  return { places, faults };
};

/** Which columns need one another, and what they are together. */
const needed: readonly Readonly<{ given: ImportColumn; needs: readonly ImportColumn[] }>[] = [
  { given: 'capacity', needs: ['from'] },
  { given: 'from', needs: ['capacity'] },
  { given: 'to', needs: ['capacity', 'from'] },
  { given: 'organisation', needs: ['capacity', 'from'] },
  { given: 'heads', needs: ['capacity', 'from'] },
  { given: 'unit', needs: ['unitFrom'] },
  { given: 'unitFrom', needs: ['unit'] },
  { given: 'credential', needs: ['credentialFrom', 'credentialTo'] },
  { given: 'credentialFrom', needs: ['credential'] },
  { given: 'credentialTo', needs: ['credential'] },
];

const missing = (line: number, cells: (column: ImportColumn) => Cell): readonly ImportFault[] => {
  const isGiven = (column: ImportColumn): boolean => !isEmpty(cells(column));
  const wanted = new Set([
    ...required,
    ...needed.flatMap(({ given, needs }) => (isGiven(given) ? needs : [])),
  ]);
  return [...wanted]
    .filter((column) => !isGiven(column))
    .map((column) => fault(line, column, `缺少“${both(column)}”`, `${column} is missing`));
};

const ordered = (line: number, { from, to, credentialFrom, credentialTo }: Values): readonly ImportFault[] =>
  (
    [
      ['to', from, to],
      ['credentialTo', credentialFrom, credentialTo],
    ] as const
  ).flatMap(([column, first, last]) =>
    first !== undefined && last !== undefined && last < first
      ? [fault(line, column, `须不早于开始之日 ${first}`, `It must not be before the first day, ${first}`)]
      : [],
  );

const changesOf = (values: Values): readonly ImportedChange[] => {
  const { capacity, from, to, organisation, credential: number, credentialFrom, credentialTo } = values;
  const { legalQualification, reviewerSince } = values;
  const changes: ImportedChange[] = [];
  if (capacity !== undefined && from !== undefined)
    changes.push({
      type: 'CapacityGranted',
      // The reader of the cell gives nothing else.
      data: {
        capacity: capacity as Capacity,
        ...(organisation !== undefined && { organisation }),
        from,
        ...(to !== undefined && { to }),
      },
    });
  if (number !== undefined && credentialFrom !== undefined && credentialTo !== undefined)
    changes.push({
      type: 'CredentialIssued',
      data: { number, validFrom: credentialFrom, validTo: credentialTo },
    });
  if (legalQualification !== undefined || reviewerSince !== undefined)
    changes.push({
      type: 'QualificationRecorded',
      data: {
        ...(legalQualification !== undefined && { legalQualification }),
        ...(reviewerSince !== undefined && { reviewerSince }),
      },
    });
  return changes;
};

const wider = ({ line, cells }: Row, width: number): readonly ImportFault[] =>
  cells.slice(width).some((cell) => !isEmpty(cell))
    ? [inFile(line, '此行的列多于首行', 'The line has more columns than the first one')]
    : [];

/** Units by their titles: only a unit head heads one. */
const unitsOf = ({ unit, unitFrom, heads }: Values): Pick<ImportLine, 'joins' | 'heads'> => ({
  ...(unit !== undefined && unitFrom !== undefined && { joins: { title: unit, from: unitFrom } }),
  ...(heads !== undefined && { heads }),
});
const headsNone = (line: number, { capacity, heads }: Values): readonly ImportFault[] =>
  heads === undefined || capacity === undefined || capacity === 'unit-head'
    ? []
    : [fault(line, 'heads', '仅办案机构负责人填写', 'Given of a unit head alone')];

type LineRead = Readonly<{ read?: ImportLine; faults: readonly ImportFault[] }>;

const readLine = (row: Row, { places }: Header, width: number): LineRead => {
  const { line, cells } = row;
  const cellOf = (column: ImportColumn): Cell => cells[places.get(column) ?? -1] ?? empty;
  const faults: ImportFault[] = [...wider(row, width), ...missing(line, cellOf)];
  const values: Partial<Record<ImportColumn, string>> = {};
  for (const column of columnNames) {
    const cell = cellOf(column);
    if (isEmpty(cell)) continue;
    const read = readCell(cell, columns[column].form);
    if ('value' in read) values[column] = read.value;
    else faults.push(fault(line, column, read.zh, read.en));
  }
  faults.push(...ordered(line, values), ...headsNone(line, values));
  const { staffNumber = '', name = '' } = values;
  return faults.length > 0
    ? { faults }
    : { read: { line, staffNumber, name, changes: changesOf(values), ...unitsOf(values) }, faults };
};

export const peopleIn = ([first, ...rows]: readonly Row[]): PeopleInFile => {
  if (first === undefined || rows.length === 0)
    return {
      count: 0,
      lines: [],
      faults: [
        inFile(
          0,
          '文件没有内容：首行为列名，其后每行一人',
          'The file is empty: the first line names the columns, each further one is of a person',
        ),
      ],
    };
  const header = headerOf(first);
  if (header.faults.length > 0) return { count: rows.length, lines: [], faults: header.faults };
  const read = rows.map((row) => readLine(row, header, first.cells.length));
  return {
    count: rows.length,
    lines: read.flatMap((one) => one.read ?? []),
    faults: read.flatMap(({ faults }) => faults),
  };
};
