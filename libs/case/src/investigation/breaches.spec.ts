import type { Stated } from '@anjuan/procedure';
import { investigated } from '../histories.testing.js';
import { statementOf } from '../histories-to-decision.testing.js';
import type { Dropped, Outcome, Penalty } from '../penalty/penalty.js';
import { dossier } from '../review/dossier.js';
import { digestOf, fileOf, given, type Happened } from '../testing.js';
import {
  eachBreachNamed,
  eachMeasuredApart,
  noBreachPassedOver,
  oneActFinedOnce,
  penaltiesAccountedFor,
} from './breach-provisions.js';
import { minimumProposed, outsideItsGradeReasoned, rangeInOrder } from './grading.js';
import type { Breach } from './breaches.js';
import type { ConcludeInvestigation } from './investigation.js';
import {
  basisStated,
  discretionReasoned,
  evidenceCarriesPenalty,
  foundInOrder,
  openOrSentBack,
  penaltyWithinLimitation,
} from './provisions.js';
import {
  bothHeard,
  bothNotified,
  expired,
  fineOf,
  findings,
  label,
  labelDropped,
  ofBoth,
  onlyExpired,
  reported,
} from './two-breaches.testing.js';

const conclude = (entry: ConcludeInvestigation, history: readonly Happened[] = investigated) =>
  given(...history).when({ on: '2026-06-01', by: 'lin', act: 'investigation/conclude', entry });
const penalty = (...penalties: readonly Penalty[]) => ({ kind: 'penalty', penalties }) as const;
const { grading: _label, ...unmeasured } = label;
const { grading: _expired, ...expiredUnmeasured } = expired;
const oneActWith = (breach: string): Dropped => ({
  ...labelDropped,
  ground: 'one-act-with',
  with: breach,
  reason: '同一行为违反数个规定',
});
/** Ten to twenty times 20,000 yuan: at most 400,000 yuan. */
const inTimes: Breach = {
  ...expired,
  grading: { grade: 'ordinary', range: { min: 1_000, max: 2_000, timesFen: 2_000_000 }, grounds: [] },
};
const uncountable: Breach = {
  ...label,
  grading: {
    grade: 'ordinary',
    range: { min: 0, max: 200_000, timesFen: Number.MAX_SAFE_INTEGER },
    grounds: [],
  },
};
const spoken = [statementOf('2026-05-08')];

describe('Several breaches in one report (分别裁量、合并处罚)', () => {
  it('are recorded field by field, each with what is of it alone', () => {
    const stray = { ...expired, ...{ stray: true } };
    conclude(findings({ breaches: [stray, label] })).then({
      type: 'InvestigationConcluded',
      data: findings(),
    });
    const { investigation } = fileOf(...investigated, reported('2026-04-14'));
    expect(investigation?.breaches).toStrictEqual([expired, label]);
  });

  it('are measured each against the range of its own: the sum of both lies in neither', () => {
    conclude(findings()).thenRecords('InvestigationConcluded');
    const shifted = penalty(fineOf(expired.breach, 4_000_000), fineOf(label.breach, 6_000_000));
    conclude(findings({ proposal: shifted })).thenRefused(
      // Below the minimum of the one, above the maximum of the other; their sum is the same.
      minimumProposed,
      outsideItsGradeReasoned,
    );
    const dearer = penalty(fineOf(expired.breach, 5_000_000), fineOf(label.breach, 5_000_000));
    conclude(findings({ proposal: dearer })).thenRefused(outsideItsGradeReasoned);
  });

  it('are part of what is reviewed, every word of them and what is dropped', () => {
    const digest = (more: Partial<ConcludeInvestigation>) =>
      digestOf(fileOf(...investigated, reported('2026-04-14', more)));
    const digests = [
      {},
      { breaches: [expired, { ...label, facts: '另一事实' }] },
      { breaches: [expired, { ...label, basis: [{ law: '食品安全法', article: '126(1)' }] }] },
      { breaches: [expired, { ...label, act: { from: '2026-02-01', to: '2026-03-01' } }] },
      { breaches: [expired, { ...label, discoveredOn: '2026-03-12' }] },
      { breaches: [expired, { ...label, endangersLifeOrProperty: true }] },
      { breaches: [expired, { ...label, discretion: '从轻' }] },
      { breaches: [expired, { ...label, benchmark: '另一基准' }] },
      { breaches: [expired, { ...label, goodsValueFen: 1 }] },
      { breaches: [expired, { ...label, illegalGainsFen: 1 }] },
      { breaches: [expired] },
      { proposal: onlyExpired },
      { proposal: { ...onlyExpired, dropped: [{ ...labelDropped, reason: '另一理由' }] } },
      { proposal: penalty(fineOf(label.breach, 7_000_000), fineOf(expired.breach, 3_000_000)) },
    ].map(digest);
    expect(new Set(digests).size).toBe(digests.length);
    const one = { breaches: [], proposal: penalty(fineOf(undefined, 1)) };
    expect(JSON.stringify(dossier(fileOf(...investigated, reported('2026-04-14', one))))).not.toMatch(
      /breach"|dropped/,
    );
  });

  it.each<[string, Partial<ConcludeInvestigation>, readonly Stated[]]>([
    [
      'two of one name',
      {
        breaches: [expired, { ...unmeasured, breach: expired.breach }],
        proposal: penalty(fineOf(expired.breach, 7_000_000)),
      },
      [eachBreachNamed],
    ],
    [
      'a blank name',
      {
        breaches: [expired, { ...label, breach: ' ' }],
        proposal: penalty(fineOf(expired.breach, 7_000_000), fineOf(' ', 3_000_000)),
      },
      [eachBreachNamed],
    ],
    ['a penalty for none of them', { proposal: penalty(fineOf('另一行为', 1)) }, [penaltiesAccountedFor]],
    [
      'a penalty that names none',
      { proposal: penalty(...ofBoth, { kind: 'warning' }) },
      [penaltiesAccountedFor],
    ],
    [
      'one of which nothing is said',
      { proposal: penalty(fineOf(expired.breach, 7_000_000)) },
      [penaltiesAccountedFor],
    ],
    [
      'one dropped without a reason',
      { proposal: { ...onlyExpired, dropped: [{ ...labelDropped, reason: ' ' }] } },
      [penaltiesAccountedFor],
    ],
    [
      'one punished and dropped',
      { proposal: { ...penalty(...ofBoth), dropped: [labelDropped] } },
      [penaltiesAccountedFor],
    ],
    [
      'a name where there is one breach',
      { breaches: [], proposal: penalty(fineOf(expired.breach, 1)), discretion: '一般' },
      [penaltiesAccountedFor],
    ],
    [
      'one that is one act with none',
      { proposal: { ...onlyExpired, dropped: [{ ...labelDropped, ground: 'one-act-with' }] } },
      [penaltiesAccountedFor],
    ],
    [
      'one that is one act with itself',
      { proposal: { ...onlyExpired, dropped: [oneActWith(label.breach)] } },
      [penaltiesAccountedFor],
    ],
    [
      'one that is one act with what is not fined',
      {
        proposal: {
          ...penalty({ kind: 'warning', breach: expired.breach }),
          dropped: [oneActWith(expired.breach)],
        },
      },
      [penaltiesAccountedFor],
    ],
    [
      'one whose rule has the higher fine',
      {
        proposal: {
          ...penalty(fineOf(label.breach, 3_000_000)),
          dropped: [{ ...oneActWith(label.breach), breach: expired.breach }],
        },
      },
      [penaltiesAccountedFor],
    ],
    [
      'one whose rule has the higher fine, in times of what the goods are worth',
      {
        breaches: [inTimes, label],
        proposal: {
          ...penalty(fineOf(label.breach, 3_000_000)),
          dropped: [{ ...oneActWith(label.breach), breach: expired.breach }],
        },
      },
      [penaltiesAccountedFor],
    ],
    [
      'one act of which the rule with the higher fine leaves out its range',
      {
        breaches: [expiredUnmeasured, label],
        proposal: {
          ...penalty(fineOf(label.breach, 3_000_000)),
          dropped: [{ ...oneActWith(label.breach), breach: expired.breach }],
        },
      },
      [penaltiesAccountedFor],
    ],
    [
      'one act of which the rule that is applied leaves out its range',
      {
        breaches: [expiredUnmeasured, label],
        proposal: { ...onlyExpired, dropped: [oneActWith(expired.breach)] },
      },
      [penaltiesAccountedFor],
    ],
    [
      'one act of which the range of one is none that can be counted',
      {
        breaches: [expired, uncountable],
        proposal: { ...onlyExpired, dropped: [oneActWith(expired.breach)] },
      },
      [rangeInOrder, penaltiesAccountedFor],
    ],
    [
      'one that is dropped for itself, and with another',
      { proposal: { ...onlyExpired, dropped: [{ ...labelDropped, with: expired.breach }] } },
      [penaltiesAccountedFor],
    ],
    ['one benchmark for all', { benchmark: '裁量基准' }, [eachMeasuredApart]],
    ['one reason for none', { noBenchmark: '没有幅度' }, [eachMeasuredApart]],
    ['one grade for all', { ...(expired.grading && { grading: expired.grading }) }, [eachMeasuredApart]],
    ['one value for all', { goodsValueFen: 1 }, [eachMeasuredApart]],
    ['the gains of all', { illegalGainsFen: 1 }, [eachMeasuredApart]],
    ['one harm for all', { endangersLifeOrProperty: true }, [eachMeasuredApart]],
    ['one act told twice', { breaches: [expired, { ...label, facts: expired.facts }] }, [oneActFinedOnce]],
    [
      'one act, on the same days under the same articles',
      { breaches: [expired, { ...label, basis: expired.basis, act: expired.act }] },
      [oneActFinedOnce],
    ],
    ['one without its facts', { breaches: [expired, { ...label, facts: ' ' }] }, [evidenceCarriesPenalty]],
    ['one without its basis', { breaches: [expired, { ...label, basis: [] }] }, [basisStated]],
    [
      'one without its discretion',
      { breaches: [expired, { ...label, discretion: ' ' }] },
      [discretionReasoned],
    ],
    [
      'one of days in no order',
      { breaches: [expired, { ...label, act: { from: '2026-03-05', to: '2026-03-01' } }] },
      [foundInOrder],
    ],
  ])('are refused with %s', (_, more, provisions) => {
    conclude(findings(more)).thenRefused(...provisions);
  });

  it('are each found in time, or dropped: a fresh one does not carry an old one', () => {
    const old = { ...label, act: { from: '2022-01-01', to: '2023-06-30' }, discoveredOn: '2026-03-11' };
    conclude(findings({ breaches: [expired, old] })).thenRefused(penaltyWithinLimitation);
    // The harm that the filing, or the other breach, did is not of this one.
    const harmful = { ...expired, endangersLifeOrProperty: true };
    conclude(findings({ breaches: [harmful, old] })).thenRefused(penaltyWithinLimitation);
    conclude(findings({ breaches: [expired, { ...old, endangersLifeOrProperty: true }] })).thenRecords(
      'InvestigationConcluded',
    );
    const dropped: Outcome = {
      ...onlyExpired,
      dropped: [{ ...labelDropped, ground: 'past-limitation', reason: '超过二年' }],
    };
    conclude(findings({ breaches: [expired, old], proposal: dropped })).thenRecords('InvestigationConcluded');
  });

  it('are one act that breaks two rules, fined under the one with the higher fine (APL 29)', () => {
    const sameFacts = { breaches: [expired, { ...label, facts: expired.facts }] };
    conclude(findings(sameFacts)).thenRefused(oneActFinedOnce);
    const proposal = { ...onlyExpired, dropped: [oneActWith(expired.breach)] };
    conclude(findings({ ...sameFacts, proposal })).then({
      type: 'InvestigationConcluded',
      data: findings({ ...sameFacts, proposal }),
    });
    // A rule that provides no fine has a range too: none.
    const noFine = {
      ...label,
      grading: { grade: 'ordinary', range: { min: 0, max: 0 }, grounds: [] },
    } as const;
    conclude(findings({ breaches: [expired, noFine], proposal })).thenRecords('InvestigationConcluded');
    // Proposed to be punished as the other one, it is not forgotten with it.
    const again = [...bothNotified, ...spoken, reported('2026-05-20', { ...sameFacts, proposal }), ...spoken];
    const withoutIt = { breaches: [expired], proposal: penalty(fineOf(expired.breach, 7_000_000)) };
    conclude(findings(withoutIt), again).thenRefused(noBreachPassedOver);
  });

  it('are punished here or elsewhere (APL 27, 57(1)(4))', () => {
    const dropped = [{ ...labelDropped, ground: 'transferred', reason: '移送农业农村主管部门' }] as const;
    conclude(findings({ proposal: { ...onlyExpired, dropped } })).thenRecords('InvestigationConcluded');
  });

  it('are not left out of a later report without a reason, whatever it calls the others', () => {
    const again = [...bothNotified, ...spoken];
    conclude(
      findings({ breaches: [expired], proposal: penalty(fineOf(expired.breach, 7_000_000)) }),
      again,
    ).thenRefused(noBreachPassedOver);
    const single = { breaches: [], proposal: penalty(fineOf(undefined, 1_000)), discretion: '一般' };
    conclude(findings(single), again).thenRefused(noBreachPassedOver);
    conclude(findings({ proposal: onlyExpired }), again).thenRecords('InvestigationConcluded');
    // Once dropped with a reason it need not be carried along.
    const dropped = [...again, reported('2026-05-20', { proposal: onlyExpired }), ...spoken];
    const withoutIt = { breaches: [expired], proposal: penalty(fineOf(expired.breach, 7_000_000)) };
    conclude(findings(withoutIt), dropped).thenRecords('InvestigationConcluded');
  });

  it('a hearing opens the investigation again: what was heard may be reported', () => {
    conclude(findings({ proposal: onlyExpired }), bothHeard).thenRecords('InvestigationConcluded');
    conclude(findings(), bothNotified).thenRefused(openOrSentBack);
  });
});
