/** Goods in the words of a case file: the list of a measure, and how many of which line. */
import type { CaseEvent } from '@anjuan/case';
import { fields, record } from '../form/record.js';
import { amount, count, list, text, word } from '../form/readers.js';
import type { Scene } from './scene.js';

const measures = {
  查封扣押: 'ItemsSeized',
  当场查封扣押: 'ItemsSeizedUrgently',
  先行登记保存: 'EvidencePreserved',
} as const satisfies Record<string, CaseEvent['type']>;

export const lines = list(
  record(fields({ what: text, quantity: count, unit: text }, { yuan: amount, noValue: text, place: text })),
);
export type Lines = ReturnType<typeof lines>;

/** The list as the program takes it; a file that has none leaves it out. */
export const listOf = (listed: Lines | undefined) =>
  listed === undefined
    ? {}
    : { lines: listed.map(({ yuan, ...line }) => ({ ...line, ...(yuan !== undefined && { fen: yuan }) })) };

/** `of` the measure: 查封扣押 where it is left out; `nth` from 1, the last one where it is left out. */
export const goods = list(
  record(fields({ line: count, quantity: count }, { of: word(measures), nth: count })),
);
export type Goods = ReturnType<typeof goods>;

const measureOf = ({ of, nth }: Pick<Goods[number], 'of' | 'nth'>, scene: Scene): number =>
  scene.entryOf(of ?? 'ItemsSeized', nth === undefined ? undefined : nth - 1);

export const goodsOf = (named: Goods, scene: Scene) =>
  named.map((one) => ({ entry: measureOf(one, scene), line: one.line, quantity: one.quantity }));

/** Of the one measure that the act is about. */
export const partsOf = (named: Goods | undefined) =>
  named === undefined ? {} : { parts: named.map(({ line, quantity }) => ({ line, quantity })) };

/** Lines alone, for a test. */
export const tested = list(record(fields({ line: count }, { of: word(measures), nth: count })));
export const testedOf = (named: ReturnType<typeof tested> | undefined, scene: Scene) =>
  named === undefined ? {} : { of: named.map((one) => ({ entry: measureOf(one, scene), line: one.line })) };
