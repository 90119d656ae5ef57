import { sql, type RawBuilder } from 'kysely';

/** Which part of a list is requested. */
export type PageQuery = Readonly<{
  /** at most so many items, from 1 */
  limit: number;
  /** `next` of the page before */
  after?: string;
}>;
export type Page<Item> = Readonly<{ items: readonly Item[]; next?: string }>;

/** `parked`: so many cases of the agency wait to be taken in; those not on the list yet cannot be marked in it. */
export type AgencyPage<Item> = Page<Item> & Readonly<{ parked: number }>;

/** A cursor that this list did not give. */
export class CursorUnreadable extends Error {
  override readonly name = 'CursorUnreadable';
  constructor(readonly cursor: string) {
    super(
      '页码标记无效，请从第一页重新读取。This cursor is not one of this list: take `next` of the page before, or begin without it.',
    );
  }
}

type Key = readonly (string | number)[];
/** A day or instant and the record: the order of lists with one item of each. */
export type RecordKey = readonly [string, string];
export const firstRecord: RecordKey = ['', ''];
/** A day, the case, the number of the document: of lists of documents. */
export type DocumentKey = readonly [string, string, string];
export const firstDocument: DocumentKey = ['', '', ''];
/** A day or instant, the case, the entry: the order of most lists. */
export type EntryKey = readonly [string, string, number];
export const firstEntry: EntryKey = ['', '', -1];

const cursorOf = (list: string, key: Key): string =>
  Buffer.from(JSON.stringify([list, ...key]), 'utf8').toString('base64url');

const isKeyLike = <K extends Key>(value: unknown, shape: K): value is K =>
  Array.isArray(value) &&
  value.length === shape.length &&
  value.every((part, index) => typeof part === typeof shape[index]);

const greatest = 2 ** 31 - 1;
/** Whether the database accepts the value: no NUL, no half characters, no number beyond its `integer`. */
const isAskable = (key: Key): boolean =>
  key.every((part) =>
    typeof part === 'string'
      ? part.isWellFormed() && !part.includes('\0')
      : Number.isInteger(part) && Math.abs(part) <= greatest,
  );

/** The items whose columns, compared in this order, come after the key. */
export const beyond = (columns: readonly string[], key: Key): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(columns.map((column) => sql.ref(column)))}) > (${sql.join(key)})`;

const decoded = (cursor: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};

/** The pages of a list; `first` comes before the key of every item and shows its shape. */
export const pagesOf = <K extends Key>(list: string, first: K) => ({
  /**
   * The key in a cursor; `first` when there is none.
   * @throws CursorUnreadable, also for a cursor of another list: its key would skip items of this one
   */
  keyAfter(cursor: string | undefined): K {
    if (cursor === undefined) return first;
    const [of, ...key] = decoded(cursor);
    // Only as `pageOf` writes it: whatever else decodes to a key was not given by a list.
    if (of !== list || !isKeyLike(key, first) || !isAskable(key) || cursorOf(list, key) !== cursor)
      throw new CursorUnreadable(cursor);
    return key;
  },

  /** Of `limit + 1` items read, the page and where the next one begins. */
  pageOf<Item>(found: readonly Item[], limit: number, keyOf: (item: Item) => K): Page<Item> {
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last !== undefined
      ? { items, next: cursorOf(list, keyOf(last)) }
      : { items };
  },
});
