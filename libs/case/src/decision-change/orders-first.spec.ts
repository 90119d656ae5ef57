/** What was ordered of a decision is carried out before anything is executed or published (ALL 94; ARL 77(1)). */
import { chinaCalendar } from '@anjuan/law';
import { owedBothWays } from '../execution/refund.js';
import { surchargeOf } from '../execution/surcharge.js';
import { paid } from '../histories.testing.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import { published as nothingPublished } from '../publication/publication.js';
import { publicationToWithdraw } from './carried-out.js';
import { deadlines } from '../deadlines.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { after, annulled, changed, lighter } from './changed.testing.js';
import { ordersFirst } from './orders-first.js';

const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') } as const;
const by = { on: '2026-08-21', by: 'lin' } as const;
const leader = { on: '2026-08-21', by: 'tang' } as const;
const terms = { court: '北京市朝阳区人民法院', object: '罚款184,000元' };
const plan = [{ due: '2026-09-30', fen: 18_400_000 }];
const reminder = happened('ReminderServed', '2026-07-01', ['lin', 'gao'], {
  ...two,
  method: 'direct',
  proof: paper('receipt'),
  payBy: '2026-07-20',
  how: '到指定银行缴纳',
  reminder: paper('reminder'),
});
/** A reminder, an application of the party and a request to the court of the time before the outcome. */
const before = (outcome: RemedyOutcome): readonly Happened[] => [
  ...after(outcome, outcome === 'changed' ? lighter : undefined),
  reminder,
  happened('InstalmentsAppliedFor', '2026-07-02', 'lin', { reason: '困难', application: paper('a') }),
  happened('ApprovalRequested', '2026-07-21', 'lin', { matter: 'court-enforcement', terms }),
];
const attempts = (history: readonly Happened[]) => ({
  GoodsDisposedOf: given(...history).when({
    ...by,
    act: 'execution/dispose-of-goods',
    entry: { ...two, manner: 'destroyed', record: paper('record') },
  }),
  DecisionPublished: given(...history).when({ ...by, act: 'publication/publish', entry: {} }),
  ReminderServed: given(...history).when({
    ...by,
    act: 'court-enforcement/serve-reminder',
    entry: {
      ...two,
      method: 'direct',
      proof: paper('receipt'),
      payBy: '2026-09-10',
      how: '到指定银行缴纳',
      reminder: paper('again'),
    },
  }),
  ApprovalGiven: given(...history).when({
    ...leader,
    act: 'court-enforcement/approve',
    entry: { approval: history.length - 1 },
  }),
  InstalmentsApproved: given(...history).when({
    ...leader,
    act: 'execution/approve-instalments',
    entry: { plan },
  }),
  DeferralApproved: given(...history).when({
    ...leader,
    act: 'execution/approve-deferral',
    entry: { until: '2026-12-31' },
  }),
  ApprovalRequested: given(...history).when({
    ...by,
    act: 'execution/request-agreement',
    entry: { plan, waived: 0 },
  }),
});

describe('a decision of which something else was ordered', () => {
  it.each<RemedyOutcome>(['annulled', 'annulled-to-redo', 'declared-void', 'changed'])(
    '%s: is neither executed, nor demanded, nor published, until that is carried out',
    (outcome) => {
      for (const attempt of Object.values(attempts(before(outcome)))) attempt.thenRefused(ordersFirst);
    },
  );

  it('upheld, it is', () => {
    const upheld = attempts(before('upheld'));
    upheld.GoodsDisposedOf.thenRecords('GoodsDisposedOf');
    upheld.DecisionPublished.thenRecords('DecisionPublished');
    upheld.ReminderServed.thenRecords('ReminderServed');
    upheld.ApprovalGiven.thenRecords('ApprovalGiven');
    upheld.InstalmentsApproved.thenRecords('InstalmentsApproved');
    upheld.DeferralApproved.thenRecords('DeferralApproved');
    upheld.ApprovalRequested.thenRecords('ApprovalRequested');
  });

  it('bears no surcharge until then', () => {
    const accrued = (history: readonly Happened[], on: string) =>
      surchargeOf(fileOf(...history), on, chinaCalendar).accrued;
    const pending = after('changed', lighter);
    expect(accrued(pending, '2026-09-30')).toBe(accrued(pending, '2026-08-20'));
    const done = [...pending, changed({ kind: 'changed', outcome: lighter })];
    expect(accrued(done, '2026-08-22')).toBe(276_000);
    expect(accrued(annulled, '2026-09-30')).toBe(0);
  });

  it('money that comes in all the same is entered, and owed back', () => {
    given(...after('annulled'))
      .when({
        ...by,
        act: 'execution/record-payment',
        entry: { fen: 18_400_000, for: 'fine', channel: 'bank', receipt: paper('bank') },
      })
      .thenRecords('PaymentReceived');
    const came = paid('2026-08-21', 'fine', 18_400_000);
    const day = { today: '2026-08-21', calendar: chinaCalendar };
    expect(owedBothWays(fileOf(...after('annulled'), came, changed()), day).refund).toBe(18_400_000);
  });
});

describe('the time that runs from an order, before the agency has entered it', () => {
  const published = happened('DecisionPublished', '2026-06-12', 'lin', {});
  /** Concluded on 2026-08-20. */
  const publishedAnd = (outcome: RemedyOutcome): readonly Happened[] => [...after(outcome), published];
  const clocks = (id: string, today: string, history: readonly Happened[]) =>
    deadlines(fileOf(...history), { calendar: chinaCalendar, today })
      .filter((clock) => clock.id === id)
      .map(({ from, state }) => `${from} ${state}`);
  const withdraw = {
    on: '2026-08-21',
    by: 'lin',
    act: 'decision-change/withdraw-publication',
    entry: { explanation: '复议决定撤销' },
  } as const;
  const withdrawn = happened('PublicationWithdrawn', '2026-08-21', 'lin', withdraw.entry);

  it('APL 48(2): the publication is withdrawn in three working days of the order, also before its entry', () => {
    expect(clocks('publication-withdrawal', '2026-08-26', publishedAnd('annulled'))).toEqual([
      '2026-08-20 missed',
    ]);
    given(...publishedAnd('annulled'))
      .when(withdraw)
      .thenRecords('PublicationWithdrawn');
    const done = [...publishedAnd('annulled'), withdrawn];
    expect(clocks('publication-withdrawal', '2026-08-26', done)).toEqual(['2026-08-20 met']);
    given(...done)
      .when(withdraw)
      .thenRefused(publicationToWithdraw);
    given(...done)
      .when({
        on: '2026-08-22',
        by: 'lin',
        act: 'publication/correct',
        entry: { summary: '更正', reason: '有误' },
      })
      .thenRefused(nothingPublished);
    expect(clocks('publication-withdrawal', '2026-09-30', [...done, changed()])).toEqual(['2026-08-20 met']);
    expect(fileOf(...done, changed()).formerDecisions[0]?.withdrawn).toMatchObject({ on: '2026-08-21' });
    given(...publishedAnd('upheld'))
      .when(withdraw)
      .thenRefused(publicationToWithdraw);
  });

  it('however late it is carried out', () => {
    const late = {
      ...changed(),
      occurredAt: morningOf('2026-10-20'),
      recordedAt: morningOf('2026-10-20'),
    };
    const history = [
      ...publishedAnd('annulled'),
      late,
      { ...withdrawn, occurredAt: morningOf('2026-10-21') },
    ];
    expect(clocks('publication-withdrawal', '2026-10-21', history)).toEqual(['2026-08-20 missed']);
  });

  it('ARL 64(1); ALL 70: what is to be made anew has its ninety days', () => {
    const history = after('annulled-to-redo');
    expect(clocks('decision-period', '2026-09-01', history)).toEqual(['2026-08-20 running']);
    expect(clocks('decision-period', '2026-12-01', history)).toEqual(['2026-08-20 missed']);
    expect(clocks('decision-period', '2026-09-01', after('upheld'))).toEqual(['2026-03-10 met']);
  });
});
