/** Two breaches in one case: as they should be listed, or with anything typed in; and what may not come of it. */
import type { CaseEvent, EntryOf, Penalty } from '@anjuan/case';
import { addYears } from '@anjuan/law';
import { isHeavierThanHeard, penaltiesIn } from './penalties.js';
import { lastOf, type EventOf } from './record.js';
import { astray, text, type Table } from './table.js';

const names = ['使用过期原料', '标签虚假'] as const;
type Entered = EntryOf<'investigation/conclude'>;
type Breach = NonNullable<Entered['breaches']>[number];

const breach = (table: Table, index: number): Breach => {
  const discoveredOn = '2026-01-10';
  const wrong = astray(table);
  return {
    breach: wrong && table.dice.chance(20) ? names[0] : (names[index] ?? names[0]),
    facts: text(table, `查明的事实${String(index + 1)}`),
    basis: [{ law: '食品安全法', article: wrong ? '126(1)' : `12${String(4 + index)}(1)` }],
    act: wrong
      ? { from: addYears(discoveredOn, -5), to: addYears(discoveredOn, -4) }
      : { from: '2025-12-01', to: '2026-01-05' },
    discoveredOn,
    discretion: '从轻',
    benchmark: '裁量基准（食品类）',
  };
};

/** Which breach each penalty is for: the first penalty for the first; now and then for none, or for another. */
const named = (table: Table, penalties: readonly Penalty[]): readonly Penalty[] =>
  penalties.map(({ breach: before, ...penalty }, index) => {
    if (astray(table) && table.dice.chance(30))
      return table.dice.chance(50) ? penalty : { ...penalty, breach: '另一行为' };
    return { ...penalty, breach: before ?? names[index === 0 ? 0 : 1] };
  });

const dropped = (name: string) =>
  ({ breach: name, ground: 'facts-not-established', reason: '证据不足' }) as const;

/** The report as it is entered where the case has several. */
export const severally = (table: Table, report: Entered): Entered => {
  if (!table.scenario.several || report.proposal.kind !== 'penalty') return report;
  const { grading: _, goodsValueFen: __, benchmark: ___, discretion: ____, ...rest } = report;
  const penalties = named(table, report.proposal.penalties);
  const punished = names.filter((name) => penalties.some((penalty) => penalty.breach === name));
  const drops = names.filter((name) => !punished.includes(name)).map(dropped);
  return {
    ...rest,
    proposal: { kind: 'penalty', penalties, ...(drops.length > 0 && { dropped: drops }) },
    breaches: [breach(table, 0), breach(table, 1)],
    ...(astray(table) && table.dice.chance(20) && { benchmark: '裁量基准（食品类）' }),
  };
};

/** Each breach of these penalties, as the party is told of it; or none, or one too few. */
export const told = (
  table: Table,
  penalties: readonly Penalty[],
): Pick<EntryOf<'notice/serve'>, 'breaches'> => {
  const listed = [...new Set(penalties.flatMap(({ breach: name }) => name ?? []))];
  const said = listed.map((name) => ({ breach: name, facts: text(table, '事实、理由、依据') }));
  if (astray(table)) return table.dice.chance(50) ? {} : { breaches: said.slice(1) };
  return listed.length === 0 ? {} : { breaches: said };
};

const lastBefore = (
  record: readonly CaseEvent[],
  entry: number,
): EventOf<'InvestigationConcluded'> | undefined =>
  lastOf(
    record.filter(({ revision }) => revision < entry),
    'InvestigationConcluded',
  );

const lawOf = (basis: Breach['basis']): string =>
  basis
    .map(({ law, article }) => `${law} ${article}`)
    .sort()
    .join('、');

type Report = EventOf<'InvestigationConcluded'>['data'];
type Heard = Readonly<{ notice: EventOf<'NoticeServed'>['data']; then: Report | undefined; report: Report }>;

const of = (all: readonly Penalty[], name: string): readonly Penalty[] =>
  all.filter((penalty) => penalty.breach === name);

const wasNotified = (one: Breach, { notice, then }: Heard): boolean => {
  const told = notice.breaches?.some(({ breach: name, facts }) => name === one.breach && facts.trim() !== '');
  const before = then?.breaches?.find(({ breach: name }) => name === one.breach);
  return (
    told === true &&
    before !== undefined &&
    lawOf(before.basis) === lawOf(one.basis) &&
    before.act.from === one.act.from &&
    before.act.to === one.act.to
  );
};

const objectionsTo = (one: Breach, its: readonly Penalty[], heard: Heard): readonly string[] => {
  const limit = addYears(one.act.to, one.endangersLifeOrProperty === true ? 5 : 2);
  const { notice, report } = heard;
  return [
    ...(wasNotified(one, heard) ? [] : ['punished and not notified']),
    ...(one.discoveredOn <= limit ? [] : ['found too late']),
    ...(isHeavierThanHeard(its, of(notice.penalties, one.breach)) ? ['heavier than notified'] : []),
    ...(isHeavierThanHeard(its, of(penaltiesIn(report.proposal), one.breach))
      ? ['heavier than reported and reviewed']
      : []),
  ].map((objection) => `${one.breach}: ${objection}`);
};

/** Where the report finds one: no name, and the articles that were notified. */
const objectionsToOne = (penalties: readonly Penalty[], { then, report }: Heard): readonly string[] => [
  ...(penalties.some(({ breach: name }) => name !== undefined)
    ? ['a penalty for a breach that is not listed']
    : []),
  ...(then !== undefined && lawOf(then.basis) === lawOf(report.basis)
    ? []
    : ['punished under other articles than were notified']),
];

/**
 * By the recorded events alone: nobody is punished for a breach that was not reported, notified as that breach and found
 * in time; no breach of the report is passed over; and nothing of one of them is heavier than it was notified and reported.
 */
export const objectionsOfBreaches = (
  { data: { outcome } }: EventOf<'DecisionMade'>,
  standing: readonly CaseEvent[],
): readonly string[] => {
  const report = lastOf(standing, 'InvestigationConcluded')?.data;
  const notice = lastOf(standing, 'NoticeServed');
  const penalties = penaltiesIn(outcome);
  if (penalties.length === 0 || report === undefined || notice === undefined) return [];
  const heard = { notice: notice.data, then: lastBefore(standing, notice.revision)?.data, report };
  const { breaches = [] } = report;
  if (breaches.length === 0) return objectionsToOne(penalties, heard);
  const names = breaches.map(({ breach: name }) => name);
  const dropped = outcome.kind === 'penalty' ? (outcome.dropped ?? []).map(({ breach: name }) => name) : [];
  return [
    ...(penalties.every(({ breach: name }) => name !== undefined && names.includes(name))
      ? []
      : ['a penalty for a breach that no report has found']),
    ...breaches.flatMap((one) => {
      const its = of(penalties, one.breach);
      if (its.length > 0) return objectionsTo(one, its, heard);
      return dropped.includes(one.breach) ? [] : [`${one.breach}: passed over in silence`];
    }),
  ];
};
