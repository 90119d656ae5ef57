import {
  longestShown,
  TableUnreadable,
  tooManyRows,
  withinLimits,
  type Cell,
  type Row,
  type TableLimits,
} from './table.js';
import type { Attributes, Reader } from './xml.js';

const empty: Cell = { kind: 'text', text: '' };
const letters = 26;

/** From 0: of `C7` 2. Undefined for what is no place of a cell. */
const columnIn = (place: string): number | undefined => {
  const [, name] = /^([A-Z]{1,3})\d+$/.exec(place) ?? [];
  if (name === undefined) return undefined;
  return Array.from(name).reduce((sum, letter) => sum * letters + letter.charCodeAt(0) - 64, 0) - 1;
};

const kinds: Readonly<Record<string, Cell['kind']>> = {
  n: 'number',
  b: 'yes-or-no',
  e: 'error',
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  d: 'text',
};

const refused = (zh: string, en: string, line: number): TableUnreadable =>
  new TableUnreadable(`第 ${String(line)} 行${zh}；Line ${String(line)}: ${en}`, line);

const merged = (range: string): TableUnreadable => {
  const where = range.slice(0, longestShown);
  return new TableUnreadable(
    `工作表含合并单元格（${where}），请取消合并并逐行填写；The sheet has merged cells (${where}): divide them and fill in each row`,
  );
};

type Begun = { column: number; type: string; text: string; formula: boolean };

/** The rows of a sheet, as its tags come in. */
export class SheetRows {
  readonly found: Row[] = [];
  #line = 0;
  #cells: Cell[] = [];
  #column = -1;
  #cell: Begun | undefined;
  /** The text is that of the value. */
  #within = false;
  #phonetic = false;

  readonly reader: Reader = {
    opened: (tag, attributes) => {
      this.#opened(tag, attributes);
    },
    closed: (tag) => {
      this.#closed(tag);
    },
    text: (text) => {
      if (this.#within && this.#cell) this.#cell.text += text;
    },
  };

  constructor(
    private readonly strings: readonly string[],
    private readonly limits: TableLimits,
  ) {}

  #opened(tag: string, attributes: Attributes): void {
    switch (tag) {
      case 'row':
        this.#begin(attributes['r']);
        return;
      case 'c':
        this.#cell = {
          column: this.#place(attributes['r']),
          type: attributes['t'] ?? 'n',
          text: '',
          formula: false,
        };
        return;
      case 'f':
        if (this.#cell) this.#cell.formula = true;
        return;
      case 'rPh':
        this.#phonetic = true;
        return;
      case 'v':
      case 't':
        this.#within = !this.#phonetic;
        return;
      case 'mergeCell':
        throw merged(attributes['ref'] ?? '');
    }
  }

  #closed(tag: string): void {
    if (tag === 'v' || tag === 't') this.#within = false;
    if (tag === 'rPh') this.#phonetic = false;
    if (tag === 'c' && this.#cell) {
      this.#put(this.#cell);
      this.#cell = undefined;
    }
    if (tag === 'row') this.#end();
  }

  #begin(place: string | undefined): void {
    const line = place === undefined ? this.#line + 1 : Number(place);
    if (!Number.isInteger(line) || line <= this.#line)
      throw refused('次序有误', 'the rows are not in their order', this.#line + 1);
    this.#line = line;
    this.#cells = [];
    this.#column = -1;
  }

  #place(place: string | undefined): number {
    const column = place === undefined ? this.#column + 1 : columnIn(place);
    if (column === undefined || column <= this.#column)
      throw refused('单元格次序有误', 'the cells are not in their order', this.#line);
    this.#column = column;
    return column;
  }

  #put({ column, type, text, formula }: Begun): void {
    if (text === '' && !formula) return;
    if (column >= this.limits.columns)
      throw refused(
        `超过 ${String(this.limits.columns)} 列`,
        `more than ${String(this.limits.columns)} columns`,
        this.#line,
      );
    while (this.#cells.length < column) this.#cells.push(empty);
    this.#cells.push(formula ? { kind: 'formula', text: '=' } : this.#cellOf(type, text));
  }

  #cellOf(type: string, text: string): Cell {
    const kind = kinds[type];
    const shared = type === 's' ? this.strings[Number(text)] : text;
    if (kind === undefined || shared === undefined)
      throw refused('含无法读取的单元格', 'a cell that cannot be read', this.#line);
    return { kind, text: shared };
  }

  #end(): void {
    if (this.#cells.length === 0) return;
    const row = { line: this.#line, cells: this.#cells };
    withinLimits(row, this.limits);
    this.found.push(row);
    // With the line of the names.
    if (this.found.length > this.limits.rows + 1) throw tooManyRows(this.limits);
  }
}
