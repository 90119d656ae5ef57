import { chinaCalendar } from '@anjuan/law';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { majorReviewedBeforeClosure, nothingLetOff } from '../closure/let-off.js';
import { annulledForGood } from '../closure/provisions.js';
import { deadlines } from '../deadlines.js';
import { personalData } from '../event-types.js';
import { owed } from '../execution/owed.js';
import { surchargeOf } from '../execution/surcharge.js';
import {
  decidedAfter,
  decided,
  concluded,
  filedAs,
  filingTerms,
  goods,
  majorPenalty,
  minorPenalty,
  paid,
  served,
  servedAfter,
  disposedOf,
} from '../histories.testing.js';
import { caseReviewed, readyToDecide, reviewedAgain } from '../histories-to-decision.testing.js';
import { benchmarkStated, discussedTogether, factsProven, noticeServed } from '../decision/of-penalty.js';
import type { Outcome } from '../penalty/penalty.js';
import { investigationConcluded } from '../review/provisions.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import type { ChangeDecision } from './decision-change.js';
import {
  changeCarriedOut,
  changedByAnother,
  changedByLeader,
  decisionStands,
  groundShown,
  majorMadeAnew,
  notAnnulledForGood,
  notHeavier,
  outcomeStated,
  publiclyExplained,
  publicationToWithdraw,
  reasonGiven,
  redoneOnOtherGrounds,
  refundOwed,
  slipShown,
} from './provisions.js';

/** Entry 11 the service of 2026-06-08, 12 the remedy, 13 its outcome. */
const after = (outcome: RemedyOutcome): readonly Happened[] => [
  ...served(majorPenalty),
  happened('RemedyAccepted', '2026-06-20', 'lin', {
    kind: 'reconsideration',
    organ: '朝阳区人民政府',
    number: '朝政复〔2026〕12号',
    notice: paper('acceptance'),
  }),
  happened('RemedyConcluded', '2026-08-20', 'lin', { remedy: 12, outcome, paper: paper('outcome') }),
];
/** Decided after a case review. */
const ordinary = servedAfter(decidedAfter(caseReviewed(minorPenalty), minorPenalty));
const lighter: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 9_200_000 }, goods] };
const ordered: ChangeDecision = {
  kind: 'annulled',
  ground: 'remedy-outcome',
  remedy: 12,
  reason: '复议决定撤销',
  paper: paper('decision'),
};
const change = (entry: Partial<ChangeDecision> = {}) =>
  ({ on: '2026-08-21', by: 'tang', act: 'decision-change/change', entry: { ...ordered, ...entry } }) as const;
const changed = (entry: Partial<ChangeDecision> = {}): Happened =>
  happened('DecisionChanged', '2026-08-21', 'tang', { ...ordered, ...entry });
const annulled = [...after('annulled'), changed()];

describe('decision-change/change', () => {
  it('carries out what a remedy ordered (ARL 63, 64; ALL 70)', () => {
    given(...after('annulled'))
      .when(change())
      .then({ type: 'DecisionChanged', data: ordered });
    given(...after('declared-void'))
      .when(change())
      .thenRecords('DecisionChanged');
    given(...after('changed'))
      .when(change({ kind: 'changed', outcome: lighter }))
      .then({ type: 'DecisionChanged', data: { ...ordered, kind: 'changed', outcome: lighter } });
    given(...after('declared-illegal'))
      .when(change({ kind: 'declared-illegal' }))
      .thenRecords('DecisionChanged');
  });

  it('not what it did not order, nor twice', () => {
    given(...after('upheld'))
      .when(change())
      .thenRefused(groundShown);
    given(...after('changed'))
      .when(change())
      .thenRefused(groundShown);
    given(...served(majorPenalty))
      .when(change())
      .thenRefused(groundShown);
    given(...after('declared-illegal'), changed({ kind: 'declared-illegal' }))
      .when(change({ kind: 'declared-illegal' }))
      .thenRefused(groundShown);
    given(...after('annulled'))
      .when(change({ ground: 'own-correction' }))
      .thenRefused(groundShown, majorMadeAnew);
  });

  it('or corrects the agency’s own error, with its reason (APL 75(2))', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    given(...ordinary)
      .when({ ...change(), entry: own })
      .thenRecords('DecisionChanged');
    given(...ordinary)
      .when({ ...change(), entry: { ...own, reason: ' ' } })
      .thenRefused(reasonGiven);
  });

  it('APL 58(1): of a decision that passed legal review only by another that passes it', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const yuan: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 100 }] };
    const alone: Partial<ChangeDecision>[] = [{ kind: 'changed', outcome: yuan }, { kind: 'annulled' }];
    for (const entry of alone)
      given(...served(majorPenalty))
        .when({ ...change(), entry: { ...own, ...entry } })
        .thenRefused(majorMadeAnew);
    for (const kind of ['annulled-to-redo', 'declared-illegal'] as const)
      given(...served(majorPenalty))
        .when({ ...change(), entry: { ...own, kind } })
        .thenRecords('DecisionChanged');
  });

  it('APL 58(1): nor is the case closed on another ground instead', () => {
    const close = (...history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-08-24',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'other', note: '不再处罚' },
      });
    close(...served(majorPenalty)).thenRefused(nothingLetOff);
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const redo = happened('DecisionChanged', '2026-08-21', 'tang', { ...own, kind: 'annulled-to-redo' });
    close(...served(majorPenalty), redo).thenRefused(majorReviewedBeforeClosure);
    const lighterReport = concluded(minorPenalty).slice(-1);
    close(...reviewedAgain([...served(majorPenalty), redo, ...lighterReport], '2026-08-22')).thenRecords(
      'ApprovalRequested',
    );
  });

  it('says what now stands, never heavier (ARL 63(2); ALL 77(2))', () => {
    given(...after('changed'))
      .when(change({ kind: 'changed' }))
      .thenRefused(outcomeStated);
    given(...after('annulled'))
      .when(change({ outcome: lighter }))
      .thenRefused(outcomeStated);
    const heavier: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 18_400_001 }] };
    given(...after('changed'))
      .when(change({ kind: 'changed', outcome: heavier }))
      .thenRefused(notHeavier);
  });

  it('is a leader’s, of a decision that stands', () => {
    given(...after('annulled'))
      .when({ ...change(), by: 'zhou' })
      .thenRefused(changedByLeader);
    given(...annulled)
      .when(change())
      .thenRefused(decisionStands, groundShown);
    const ownCase = decidedAfter(filedAs({ ...filingTerms, handlers: ['lin', 'tang'] }), majorPenalty);
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    given(...ownCase)
      .when({ ...change(), entry: own })
      .thenRefused(changedByAnother);
  });
});

describe('what a change brings with it', () => {
  const money = [paid('2026-06-22', 'fine', 18_400_000), paid('2026-06-22', 'illegal-gains', 1_526_000)];

  it('money is owed back, and recorded', () => {
    const before = [...served(majorPenalty), ...money];
    expect(owed(fileOf(...before)).refund).toBe(0);
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const history = [...before, happened('DecisionChanged', '2026-08-21', 'tang', own)];
    expect(owed(fileOf(...history)).refund).toBe(19_926_000);
    const refund = (fen: number) =>
      ({
        on: '2026-08-25',
        by: 'lin',
        act: 'decision-change/record-refund',
        entry: { fen, receipt: paper('r') },
      }) as const;
    given(...history)
      .when(refund(19_926_000))
      .thenRecords('MoneyRefunded');
    for (const fen of [19_926_001, 0, 0.5]) {
      given(...history)
        .when(refund(fen))
        .thenRefused(refundOwed);
    }
    const back = happened('MoneyRefunded', '2026-08-25', 'lin', { fen: 19_926_000, receipt: paper('r') });
    given(...history, back)
      .when(refund(1))
      .thenRefused(refundOwed);
  });

  it('what was given back pays no later decision; what was kept does, without its deferral', () => {
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const history = [
      ...served(majorPenalty),
      happened('DeferralApproved', '2026-06-10', 'tang', { until: '2026-12-31', application: 12 }),
      ...money,
      happened('DecisionChanged', '2026-08-21', 'tang', { ...own, kind: 'annulled-to-redo' }),
    ];
    const anew = happened('DecisionMade', '2026-10-12', 'he', {
      number: '朝市监处罚〔2026〕300号',
      outcome: lighter,
      dossier: 'any',
      dueOn: '2026-11-01',
    });
    const servedAnew = happened('DecisionServed', '2026-10-14', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('service-signed'),
      method: 'direct',
      proof: paper('receipt'),
      servedOn: '2026-10-14',
    });
    const refunded = (fen: number) =>
      happened('MoneyRefunded', '2026-08-25', 'lin', { fen, receipt: paper('r') });
    const kept = owed(fileOf(...history, anew));
    expect(kept).toMatchObject({ left: { fine: 0 }, refund: 9_200_000 + 1_526_000 });
    const all = fileOf(...history, refunded(19_926_000), anew, servedAnew);
    expect(owed(all)).toMatchObject({ left: { fine: 9_200_000, gains: 0 }, refund: 0 });
    expect(all.execution.plan).toBeUndefined();
    expect(surchargeOf(all, '2026-10-30', chinaCalendar).accrued).toBe(276_000);
    const part = fileOf(...history, refunded(9_000_000), anew);
    expect(owed(part)).toMatchObject({
      paid: { fine: 9_400_000, 'illegal-gains': 1_526_000 },
      refund: 200_000 + 1_526_000,
    });
  });

  it('the public is told within three working days (APL 48(2); publication-withdrawal)', () => {
    const published = happened('DecisionPublished', '2026-06-09', 'lin', {});
    const [decision, ...rest] = [
      ...after('annulled').slice(0, 12),
      published,
      ...after('annulled').slice(12),
    ];
    const history = [decision, ...rest].filter((one) => one !== undefined);
    const own = happened('DecisionChanged', '2026-08-21', 'tang', {
      kind: 'annulled',
      ground: 'own-correction',
      reason: '事实不清',
      paper: paper('decision'),
    });
    const withdraw = {
      on: '2026-08-24',
      by: 'lin',
      act: 'decision-change/withdraw-publication',
      entry: { explanation: '处罚决定已被撤销' },
    } as const;
    given(...history, own)
      .when(withdraw)
      .then({ type: 'PublicationWithdrawn', data: withdraw.entry });
    given(...history, own)
      .when({ ...withdraw, entry: { explanation: '' } })
      .thenRefused(publiclyExplained);
    given(...history)
      .when(withdraw)
      .thenRefused(publicationToWithdraw);
    const c27 = deadlines(fileOf(...history, own), { calendar: chinaCalendar, today: '2026-08-24' });
    expect(c27.find(({ id }) => id === 'publication-withdrawal')).toMatchObject({
      due: '2026-08-26',
      state: 'running',
    });
    expect(fileOf(...history, own).publication).toBeUndefined();
  });

  it('a case at rest moves again', () => {
    const closed = happened('CaseClosed', '2026-08-20', 'tang', { approval: 12, ground: 'executed' });
    expect(fileOf(...after('annulled'), closed).closure).toBeDefined();
    expect(fileOf(...after('annulled'), closed, changed()).closure).toBeUndefined();
  });

  it('and is closed when all of it is done', () => {
    const close = (ground: 'decision-annulled' | 'executed', on = '2026-08-25') =>
      ({ on, by: 'lin', act: 'closure/request', entry: { ground } }) as const;
    given(...annulled)
      .when(close('decision-annulled'))
      .thenRecords('ApprovalRequested');
    given(...after('upheld'), ...money, disposedOf('2026-08-21'))
      .when(close('decision-annulled'))
      .thenRefused(annulledForGood);
    given(...after('changed'), ...money, disposedOf('2026-08-21'))
      .when(close('executed'))
      .thenRefused(changeCarriedOut);
  });
});

describe('decision/make after an annulment', () => {
  const decide = (outcome: Outcome, redo?: string) =>
    ({
      on: '2026-08-25',
      by: 'he',
      act: 'decision/make',
      entry: {
        number: '朝市监处罚〔2026〕300号',
        outcome,
        lateReason: '复议后重新作出',
        ...(redo !== undefined && { redo }),
      },
    }) as const;

  it('is refused where none was ordered', () => {
    const history = [...decidedAfter(readyToDecide(majorPenalty), majorPenalty)];
    const own = happened('DecisionChanged', '2026-08-21', 'tang', {
      kind: 'annulled',
      ground: 'own-correction',
      reason: '主体错误',
      paper: paper('decision'),
    });
    given(...history, own)
      .when(decide(majorPenalty))
      .thenRefused(notAnnulledForGood);
  });

  it('begins again with the report, review and notice', () => {
    const file = fileOf(...after('annulled-to-redo'), changed({ kind: 'annulled-to-redo' }));
    expect(file.investigation).toBeUndefined();
    expect({ reviews: file.reviews, notices: file.notices, discussions: file.discussions }).toStrictEqual({
      reviews: [],
      notices: [],
      discussions: [],
    });
  });

  it('is another one, or says on which other facts and reasons (ALL 71; ARL 64(2))', () => {
    const history = [...after('annulled-to-redo'), changed({ kind: 'annulled-to-redo' })];
    given(...history)
      .when(decide(majorPenalty))
      .thenRefused(
        investigationConcluded,
        noDecisionWithoutReview,
        redoneOnOtherGrounds,
        factsProven,
        benchmarkStated,
        noticeServed,
        discussedTogether,
      );
    const former = fileOf(...history);
    const holds = (outcome: Outcome, redo?: string) =>
      redoneOnOtherGrounds.holds({ outcome, ...(redo !== undefined && { redo }) }, former, {} as never);
    expect(holds(majorPenalty)).toBe(false);
    expect(holds(majorPenalty, '补充了进货凭证')).toBe(true);
    expect(holds(minorPenalty)).toBe(true);
  });
});

describe('decision-change/rectify', () => {
  it('PIPL 47: what was written may be the name of the party', () => {
    expect(personalData.DecisionRectified).toStrictEqual([
      { pointer: '/written', kind: 'party' },
      { pointer: '/corrected', kind: 'party' },
    ]);
  });

  const rectify = {
    on: '2026-06-10',
    by: 'tang',
    act: 'decision-change/rectify',
    entry: { written: '朝阳曲', corrected: '朝阳区', paper: paper('notice') },
  } as const;

  it('puts a slip right and nothing else', () => {
    given(...decided(majorPenalty))
      .when(rectify)
      .then({ type: 'DecisionRectified', data: rectify.entry });
    given(...decided(majorPenalty))
      .when({ ...rectify, entry: { ...rectify.entry, corrected: '朝阳曲' } })
      .thenRefused(slipShown);
    expect(
      fileOf(...decided(majorPenalty), happened('DecisionRectified', '2026-06-10', 'tang', rectify.entry))
        .decision,
    ).toStrictEqual(fileOf(...decided(majorPenalty)).decision);
  });
});
