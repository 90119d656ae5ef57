/** What was ordered of a decision is carried out before anything is executed or published (ALL 94; ARL 77(1)). */
import { chinaCalendar } from '@anjuan/law';
import { owed } from '../execution/owed.js';
import { surchargeOf } from '../execution/surcharge.js';
import { paid } from '../histories.testing.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
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
    expect(owed(fileOf(...after('annulled'), came, changed())).refund).toBe(18_400_000);
  });
});
