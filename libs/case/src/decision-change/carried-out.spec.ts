import { chinaCalendar } from '@anjuan/law';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { annulledForGood } from '../closure/ended.js';
import { deadlines } from '../deadlines.js';
import { owedBothWays } from '../execution/refund.js';
import { surchargeOf } from '../execution/surcharge.js';
import type { Outcome } from '../penalty/penalty.js';
import { investigationConcluded } from '../review/provisions.js';
import {
  concluded,
  decidedAfter,
  disposedOf,
  majorPenalty,
  minorPenalty,
  paid,
  served,
  servedAfter,
} from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { benchmarkStated, discussedTogether, factsProven, noticeServed } from '../decision/of-penalty.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { endsWithTheParty } from '../suspension/termination.js';
import { changeCarriedOut, publiclyExplained, publicationToWithdraw, refundOwed } from './carried-out.js';
import { notAnnulledForGood, redoneOnOtherGrounds } from './provisions.js';
import { after, annulled, changed, lighter, ordered } from './changed.testing.js';

const day = { today: '2026-10-13', calendar: chinaCalendar };

describe('what a change brings with it', () => {
  const money = [paid('2026-06-22', 'fine', 18_400_000), paid('2026-06-22', 'illegal-gains', 1_526_000)];

  it('money is owed back, and recorded', () => {
    const before = [...served(majorPenalty), ...money];
    const refundOn = (file: ReturnType<typeof fileOf>) => owedBothWays(file, day).refund;
    expect(refundOn(fileOf(...before))).toBe(0);
    const { remedy: _, ...own } = { ...ordered, ground: 'own-correction' as const };
    const history = [...before, happened('DecisionChanged', '2026-08-21', 'tang', own)];
    expect(refundOn(fileOf(...history))).toBe(19_926_000);
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
    const kept = owedBothWays(fileOf(...history, anew), day);
    expect(kept).toMatchObject({ left: { fine: 0 }, refund: 9_200_000 + 1_526_000 });
    const all = fileOf(...history, refunded(19_926_000), anew, servedAnew);
    expect(owedBothWays(all, day)).toMatchObject({ left: { fine: 9_200_000, gains: 0 }, refund: 0 });
    expect(all.execution.plan).toBeUndefined();
    expect(surchargeOf(all, '2026-10-30', chinaCalendar).accrued).toBe(276_000);
    const part = fileOf(...history, refunded(9_000_000), anew);
    expect(owedBothWays(part, day)).toMatchObject({
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

describe('a decision that was ordered anew', () => {
  const redo = changed({ kind: 'annulled-to-redo' });
  const ordered = [...after('annulled-to-redo'), redo];
  const close = (ground: 'investigation-ended' | 'transferred' | 'no-penalty', note = '结案') =>
    ({ on: '2026-09-25', by: 'lin', act: 'closure/request', entry: { ground, note } }) as const;
  const ended = (ground: 'other' | 'entity-ended'): readonly Happened[] => [
    happened('EvidenceAdded', '2026-08-30', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      kind: '书证',
      what: '注销登记及无承受人的证明',
      provider: '登记机关',
      papers: [paper('dissolved')],
    }),
    happened('InvestigationTerminated', '2026-09-01', 'tang', { ground, reason: '终止', approval: 5 }),
  ];

  it('ARL 77(1); ALL 94: is made, before the case is closed', () => {
    given(...ordered)
      .when({ on: '2026-09-25', by: 'lin', act: 'closure/request', entry: { ground: 'decision-annulled' } })
      .thenRefused(changeCarriedOut, annulledForGood);
    const none: Outcome = { kind: 'facts-not-established', reason: '证据不足' };
    given(...servedAfter(decidedAfter([...ordered, ...concluded(none).slice(-1)], none)))
      .when(close('no-penalty'))
      .thenRecords('ApprovalRequested');
  });

  it('an old case that was ended for another cause before that was refused can be closed; /compliance shows it', () => {
    given(...ordered, ...ended('other'))
      .when(close('investigation-ended'))
      .thenRecords('ApprovalRequested');
    given(...ordered)
      .when({
        on: '2026-09-01',
        by: 'lin',
        act: 'suspension/request-termination',
        entry: { ground: 'other', reason: '不再调查' },
      })
      .thenRefused(endsWithTheParty);
  });

  it('unless nobody is left to decide on, or the case is another agency’s', () => {
    given(...ordered, ...ended('entity-ended'))
      .when(close('investigation-ended'))
      .thenRecords('ApprovalRequested');
    const sent = [
      happened('CaseTransferApproved', '2026-08-25', 'tang', {
        approval: 5,
        to: 'market-supervision',
        agency: '通州区市场监督管理局',
        reason: '不属于本机关管辖',
      }),
      happened('CaseTransferred', '2026-08-26', 'lin', { letter: paper('letter'), enclosed: [] }),
    ];
    given(...ordered, ...sent)
      .when(close('transferred'))
      .thenRecords('ApprovalRequested');
  });

  it('an old case whose investigation was ended of its own accord can still be closed', () => {
    const own = {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('d'),
    } as const;
    given(...served(majorPenalty), happened('DecisionChanged', '2026-08-21', 'tang', own), ...ended('other'))
      .when(close('investigation-ended'))
      .thenRecords('ApprovalRequested');
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

  it('also after another one was made and undone in between', () => {
    const history = [...after('annulled-to-redo'), changed({ kind: 'annulled-to-redo' })];
    const { remedy: _, ...own } = {
      ...ordered,
      kind: 'annulled-to-redo' as const,
      ground: 'own-correction' as const,
    };
    const undone = fileOf(
      ...decidedAfter([...history, ...concluded(minorPenalty).slice(-1)], minorPenalty),
      happened('DecisionChanged', '2026-09-21', 'tang', own),
    );
    const holds = (outcome: Outcome) => redoneOnOtherGrounds.holds({ outcome }, undone, {} as never);
    expect([holds(majorPenalty), holds(minorPenalty)]).toEqual([false, false]);
    expect(holds({ kind: 'facts-not-established', reason: '证据不足' })).toBe(true);
  });
});
