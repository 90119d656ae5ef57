import { benchmarkPublished, type AgencyLists, type Benchmark } from '@anjuan/law';
import { concluded, filed, minorPenalty } from '../histories.testing.js';
import { discussedOn, noticeOf, reviewedAgain } from '../histories-to-decision.testing.js';
import type { Grading } from '../investigation/grading.js';
import type { ConcludeInvestigation } from '../investigation/investigation.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { given, happened, paper, sampleLists, type Happened } from '../testing.js';
import { benchmarkPublic, departureAllowed, minimumDecided } from './by-benchmark.js';

const fined = (fen: number): Outcome => ({ kind: 'penalty', penalties: [{ kind: 'fine', fen }] });
/** 500 to 2,000 yuan: the lower 30 % end at 950; the proposal is 1,000. */
const ordinary: Grading = { grade: 'ordinary', range: { min: 50_000, max: 200_000 }, grounds: [] };
const proposed = (grading?: Grading, benchmark = '裁量基准（食品类）') =>
  proposedWith({ benchmark, ...(grading && { grading }) });
const proposedWith = (measured: Partial<ConcludeInvestigation>): readonly Happened[] => {
  const reported = happened('InvestigationConcluded', '2026-04-14', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('report-signed'),
    facts: '使用超过保质期的原料',
    basis: [],
    proposal: minorPenalty,
    discretion: '一般',
    ...measured,
    report: paper('report'),
  });
  return [
    ...reviewedAgain([...filed, ...concluded(minorPenalty).slice(4, 5), reported], '2026-04-28'),
    noticeOf(penaltiesOf(minorPenalty), '2026-04-30', '2026-05-11'),
  ];
};
const decide = (
  history: readonly Happened[],
  outcome: Outcome = minorPenalty,
  lists: AgencyLists = sampleLists,
) =>
  given(...history).when({
    on: '2026-05-12',
    by: 'he',
    act: 'decision/make',
    entry: { number: '朝市监处罚〔2026〕217号', outcome },
    context: { lists },
  });

describe('APL 34: a benchmark that is public', () => {
  const listed: Benchmark = {
    name: '裁量基准（食品类）',
    publishedOn: '2026-04-14',
    validFrom: '2026-01-01',
  };
  const keeping = (...benchmarks: Benchmark[]): AgencyLists => ({ ...sampleLists, benchmarks });

  it('is looked up where the agency keeps a list of them', () => {
    decide(proposed(), minorPenalty, keeping(listed)).thenRecords('DecisionMade');
    decide(proposed(), minorPenalty).thenRecords('DecisionMade');
    decide(proposed(), minorPenalty, keeping()).thenRefused(benchmarkPublic);
    decide(proposed(undefined, '另一基准'), minorPenalty, keeping(listed)).thenRefused(benchmarkPublic);
  });

  it.each<[string, Partial<Benchmark>]>([
    ['published the day after the report, though before the decision', { publishedOn: '2026-04-15' }],
    ['not yet in force', { validFrom: '2026-04-15' }],
    ['no longer in force', { validTo: '2026-04-13' }],
  ])('is refused: %s', (_, change) => {
    decide(proposed(), minorPenalty, keeping({ ...listed, ...change })).thenRefused(benchmarkPublic);
  });

  it('counts from its first to its last day', () => {
    const one = { ...listed, publishedOn: '2026-01-01', validTo: '2026-12-31' };
    const on = (day: string) => benchmarkPublished(keeping(one), ' 裁量基准（食品类） ', day);
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('a fine by no benchmark, where the agency publishes some (fault 24)', () => {
  const listed: Benchmark = {
    name: '裁量基准（其他）',
    publishedOn: '2026-01-01',
    validFrom: '2026-01-01',
  };
  const lists = { ...sampleLists, benchmarks: [listed] };
  const byNone = (more: Partial<ConcludeInvestigation> = {}) =>
    proposedWith({ noBenchmark: '本领域没有裁量基准', ...more });

  it('is allowed by the leaders together, or by the superior', () => {
    decide(byNone(), minorPenalty).thenRecords('DecisionMade');
    decide(byNone(), minorPenalty, lists).thenRefused(departureAllowed);
    decide(discussedOn(byNone(), '2026-05-12', minorPenalty), minorPenalty, lists).thenRecords(
      'DecisionMade',
    );
    const departure = { reason: '本领域没有裁量基准', approval: paper('superior') };
    decide(byNone({ grading: { ...ordinary, departure } }), minorPenalty, lists).thenRecords('DecisionMade');
  });

  it('is nothing to allow where there is no fine', () => {
    const warned: Outcome = { kind: 'penalty', penalties: [{ kind: 'warning' }] };
    decide(byNone(), warned, lists).thenRecords('DecisionMade');
  });
});

describe('the fine that is decided, by the grade of the report', () => {
  it('lies within the grade', () => {
    decide(proposed(ordinary)).thenRecords('DecisionMade');
    decide(proposed(ordinary), fined(95_000)).thenRecords('DecisionMade');
  });

  it('is not moved out of it by a leader alone, even to less', () => {
    decide(proposed(ordinary), fined(94_999)).thenRefused(departureAllowed);
  });

  it('is not below the minimum without a ground, whoever allows it', () => {
    const allowed: Grading = { ...ordinary, departure: { reason: '困难', approval: paper('superior') } };
    decide(proposed(allowed), fined(49_999)).thenRefused(minimumDecided);
    const mitigated: Grading = { ...ordinary, grade: 'mitigated', grounds: ['meritorious'] };
    decide(proposed(mitigated), fined(49_999)).thenRecords('DecisionMade');
    decide(proposed({ ...mitigated, grounds: [] }), fined(49_999)).thenRefused(minimumDecided);
  });

  it('leaves its grade for a reason, when the leaders discussed it or the superior approved', () => {
    const lighter: Grading = { ...ordinary, grade: 'lighter' };
    const reasoned: Grading = { ...lighter, departure: { reason: '情节特殊' } };
    decide(proposed(lighter)).thenRefused(departureAllowed);
    decide(proposed(reasoned)).thenRefused(departureAllowed);
    decide(discussedOn(proposed(reasoned), '2026-05-12', minorPenalty)).thenRecords('DecisionMade');
    decide(discussedOn(proposed(lighter), '2026-05-12', minorPenalty)).thenRefused(departureAllowed);
    const approved: Grading = { ...lighter, departure: { reason: '情节特殊', approval: paper('superior') } };
    decide(proposed(approved)).thenRecords('DecisionMade');
  });
});
