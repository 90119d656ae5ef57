/** Nothing seized is forgotten, line by line: read from the record alone, without the program's own count. */
import type { CaseEvent, Penalty } from '@anjuan/case';
import type { Invariant } from './invariants.js';
import { partyOf, recordOf } from './parties.js';
import { allOf, lastOf, standingIn } from './record.js';

type Line = Readonly<{ entry: number; line: number }>;
type Some = Line & Readonly<{ quantity: number }>;
type Listed = Some & Readonly<{ fen: number | undefined; seized: boolean }>;

const same = (one: Line, other: Line): boolean => one.entry === other.entry && one.line === other.line;
const sum = (some: readonly Some[]): number => some.reduce((total, { quantity }) => total + quantity, 0);
const of = (entry: number, parts: readonly Omit<Some, 'entry'>[] = []): readonly Some[] =>
  parts.map(({ line, quantity }) => ({ entry, line, quantity }));

/** Every line that a measure has listed. */
export const listedIn = (record: readonly CaseEvent[]): readonly Listed[] =>
  [
    ...allOf(record, 'ItemsSeized'),
    ...allOf(record, 'ItemsSeizedUrgently'),
    ...allOf(record, 'EvidencePreserved'),
  ].flatMap(({ type, revision, data: { lines = [] } }) =>
    lines.map(({ quantity, fen }, index) => ({
      entry: revision,
      line: index + 1,
      quantity,
      fen,
      seized: type !== 'EvidencePreserved',
    })),
  );

/** What the decision in force takes of the lists. */
const confiscatedIn = (record: readonly CaseEvent[]): readonly Some[] => {
  const made = lastOf(record, 'DecisionMade');
  const change = allOf(record, 'DecisionChanged').findLast(({ data }) => data.kind !== 'declared-illegal');
  if (made === undefined || (change !== undefined && change.revision > made.revision)) {
    const outcome = change?.data.kind === 'changed' ? change.data.outcome : undefined;
    return outcome?.kind === 'penalty' ? outcome.penalties.flatMap(({ items = [] }) => items) : [];
  }
  const { outcome } = made.data;
  return outcome.kind === 'penalty' ? outcome.penalties.flatMap(({ items = [] }) => items) : [];
};

/** By the type of what took them, as far as it names them. */
const took: Readonly<{
  [Type in CaseEvent['type']]?: (
    data: Extract<CaseEvent, { type: Type }>['data'],
  ) => readonly Some[] | undefined;
}> = {
  SeizureLifted: ({ seizure, parts }) => of(seizure, parts),
  PreservationLifted: ({ preservation, parts }) => of(preservation, parts),
  PreservationDealtWith: ({ preservation, parts }) => of(preservation, parts),
  SamplesTaken: ({ of: goods }) => goods,
  CaseTransferred: ({ goods }) => goods,
  GoodsHandedToPolice: ({ goods }) => goods,
  GoodsDisposedOfEarly: ({ manner, seizure, parts }) => (manner === 'destroyed' ? of(seizure, parts) : []),
  GoodsDisposedOf: ({ goods }) => goods,
};
const wentEarlier = ({ type, data }: CaseEvent): readonly Some[] =>
  (took[type] as ((data: CaseEvent['data']) => readonly Some[] | undefined) | undefined)?.(data) ?? [];

/** How many of the line were disposed of by acts that name it. */
const disposedIn = (past: readonly CaseEvent[], line: Line): number =>
  sum(
    allOf(past, 'GoodsDisposedOf')
      .flatMap(({ data }) => data.goods ?? [])
      .filter((one) => same(one, line)),
  );

/** What an event that names no goods took with it: ACL 21, and everything that was confiscated. */
const wentTogether = (
  event: CaseEvent,
  left: (line: Line) => number,
  past: readonly CaseEvent[],
): readonly Some[] => {
  if (event.type === 'GoodsHandedToPolice' && event.data.goods === undefined)
    return listedIn(past)
      .filter(({ seized }) => seized)
      .map(({ entry, line }) => ({ entry, line, quantity: left({ entry, line }) }));
  return event.type === 'GoodsDisposedOf' && event.data.goods === undefined
    ? confiscatedIn(recordOf(past, partyOf(past, event))).map((one) => ({
        ...one,
        quantity: Math.max(0, Math.min(one.quantity - disposedIn(past, one), left(one))),
      }))
    : [];
};

/** Everything that went, in its order. */
const goneIn = (record: readonly CaseEvent[]): readonly Some[] => {
  const gone: Some[] = [];
  const standing = standingIn(record);
  for (const [index, event] of standing.entries()) {
    const past = standing.slice(0, index);
    const left = (line: Line): number =>
      sum(listedIn(past).filter((one) => same(one, line))) - sum(gone.filter((one) => same(one, line)));
    gone.push(...wentEarlier(event), ...wentTogether(event, left, past));
  }
  return gone;
};

const ends = (event: CaseEvent, past: readonly CaseEvent[]): boolean =>
  event.type === 'CaseClosed' ||
  event.type === 'LeadNotFiled' ||
  event.type === 'LeadMerged' ||
  event.type === 'DecidedOnTheSpot' ||
  (event.type === 'CaseTransferred' && lastOf(past, 'CaseFiled') === undefined);

/** No more went of a line than was listed; and a case, or a lead, that comes to rest keeps nothing that was seized. */
export const nothingForgotten: Invariant = (event, { past }) => {
  const record = [...past, event];
  if (wentEarlier(event).length === 0 && !ends(event, past)) return [];
  const gone = goneIn(record);
  const left = listedIn(standingIn(record)).map((line) => ({
    ...line,
    left: line.quantity - sum(gone.filter((one) => same(one, line))),
  }));
  const strange = wentEarlier(event).filter((one) => !left.some((line) => same(line, one)));
  return [
    ...left.filter((one) => one.left < 0).map(({ line }) => `more of line ${line} went than was listed`),
    ...strange.map(({ line }) => `line ${line} of no list`),
    ...(ends(event, past) ? left : [])
      .filter((one) => one.seized && one.left > 0)
      .map(({ line }) => `at rest while line ${line} is neither given back, handed over nor disposed of`),
  ];
};

/** What the lists say that a confiscation is worth; undefined where a line has no value. */
export const listedWorth = (record: readonly CaseEvent[], { items = [] }: Penalty): number | undefined => {
  const lines = listedIn(record);
  const values = items.map((item) => {
    const line = lines.find((one) => same(one, item));
    return line?.fen === undefined ? undefined : (line.fen * item.quantity) / line.quantity;
  });
  if (values.length === 0 || values.includes(undefined)) return undefined;
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
};
