/** A seizure of two lines: 120 bottles and the van that carried them. */
import { investigated, seizedAt } from '../histories.testing.js';
import type { Penalty } from '../penalty/penalty.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { kept, type GoodsLine, type Part } from './ledger.js';

export const bottles: GoodsLine = { what: '侵权白酒', quantity: 120, unit: '瓶', fen: 3_600_000 };
export const van: GoodsLine = { what: '送货车辆', quantity: 1, unit: '台', fen: 8_000_000 };
/** Entries 0–7; the seizure is the last. */
export const listedHistory: readonly Happened[] = [
  ...investigated,
  ...seizedAt(5, '侵权白酒120瓶、送货车辆1台', [bottles, van]),
];
export const seizure = 7;
export const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') } as const;

export const ofLine = (line: number, quantity: number) => ({ entry: seizure, line, quantity });
export const confiscationOf = (...items: readonly ReturnType<typeof ofLine>[]): Penalty => ({
  kind: 'confiscation-of-goods',
  what: '侵权白酒',
  items,
});

/** How many of each line are here. */
export const left = (history: readonly Happened[]): readonly number[] => fileOf(...history).goods.map(kept);

export const notNeeded = '不再需要';
export const lift = (history: readonly Happened[], change: object = {}) =>
  given(...history).when({
    on: '2026-06-11',
    by: 'lin',
    act: 'seizure/lift',
    entry: { ...two, seizure, reason: notNeeded, ...change },
  });

/** The decision, the day before. */
export const annulled = happened('DecisionChanged', '2026-06-10', 'he', {
  kind: 'annulled',
  ground: 'own-correction',
  reason: '证据不足',
  paper: paper('annulment'),
});

/** Given back on the day, whatever was approved. */
export const givenBack = (on: string, parts: readonly Part[]): Happened =>
  happened('SeizureLifted', on, ['lin', 'gao'], { ...two, seizure, parts, reason: notNeeded });

/** Approved at the end of the history: two entries. */
export const approvedLifting = (
  history: readonly Happened[],
  parts: readonly Part[] | undefined,
  on = '2026-06-10',
): readonly Happened[] => [
  ...history,
  happened('ApprovalRequested', on, 'lin', {
    matter: 'seizure-lifting',
    terms: { seizure, reason: notNeeded, ...(parts && { parts }) },
  }),
  happened('ApprovalGiven', on, 'tang', { approval: history.length, matter: 'seizure-lifting' }),
];

/** Decided on 2026-06-05 and served on 2026-06-08, with no regard to how it came about. */
export const decidedAndServed = (
  history: readonly Happened[],
  penalties: readonly Penalty[],
): readonly Happened[] => [
  ...history,
  happened('DecisionMade', '2026-06-05', 'he', {
    number: '朝市监处罚〔2026〕217号',
    outcome: { kind: 'penalty', penalties },
    dossier: '',
    dueOn: '2026-06-08',
  }),
  happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
    ...two,
    method: 'direct',
    proof: paper('receipt'),
    servedOn: '2026-06-08',
  }),
];
