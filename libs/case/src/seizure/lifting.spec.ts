import { officerCredentialValid } from '../officers.js';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { investigated, seizedAt } from '../histories.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { given, happened, morningOf, paper, type Happened, type Person } from '../testing.js';
import { liftingApproved, liftingApprovedByLeader, oneLiftingRequest } from './lifting.js';
import { liftedForReason, stillSeized } from './provisions.js';

const seized = [...investigated, ...seizedAt(5, '腊肠原料32箱')];
const seizure = seized.length - 1;
const terms = { seizure, reason: '没有违法行为' };
const requested: readonly Happened[] = [
  ...seized,
  happened('ApprovalRequested', '2026-04-01', 'lin', { matter: 'seizure-lifting', terms }),
];
const approval = seized.length;
const approved = [
  ...requested,
  happened('ApprovalGiven', '2026-04-02', 'tang', { approval, matter: 'seizure-lifting' }),
];

const ask = (history: readonly Happened[], change = {}, by: Person = 'lin') =>
  given(...history).when({
    on: '2026-04-02',
    by,
    act: 'seizure/request-lifting',
    entry: { ...terms, ...change },
  });
const lift = (history: readonly Happened[], change = {}, on = '2026-04-02') =>
  given(...history).when({
    on,
    by: 'lin',
    act: 'seizure/lift',
    entry: { officers: ['lin', 'gao'], ...terms, ...change },
  });

describe('lifting a seizure is approved (SAMR-P 36)', () => {
  it('is asked for by a handler, for what is still seized, once', () => {
    ask(seized).then({ type: 'ApprovalRequested', data: { matter: 'seizure-lifting', terms } });
    ask(seized, {}, 'shen').thenRefused(officerCredentialValid, byHandler);
    ask(seized, { seizure: 4 }).thenRefused(stillSeized);
    ask(seized, { reason: ' ' }).thenRefused(liftedForReason);
    ask(requested).thenRefused(oneLiftingRequest);
    ask(approved).thenRefused(oneLiftingRequest);
    const returned = happened('ApprovalReturned', '2026-04-01', 'tang', {
      approval,
      matter: 'seizure-lifting',
      reason: '仍需查封',
    });
    ask([...requested, returned]).thenRecords('ApprovalRequested');
  });

  it('is approved by a leader', () => {
    const approve = (history: readonly Happened[], by: Person = 'tang') =>
      given(...history).when({ on: '2026-04-02', by, act: 'seizure/approve-lifting', entry: { approval } });
    approve(requested).then({ type: 'ApprovalGiven', data: { approval, matter: 'seizure-lifting' } });
    approve(requested, 'lin').thenRefused(liftingApprovedByLeader, approverNotRequester);
    approve(seized).thenRefused(approvalOpen);
  });

  it('comes before the lifting, and is of this seizure', () => {
    lift(approved).thenRecords('SeizureLifted');
    lift(seized).thenRefused(liftingApproved);
    lift(requested).thenRefused(liftingApproved);
    lift(approved, { occurredAt: morningOf('2026-04-01'), lateReason: '补录' }).thenRefused(liftingApproved);
  });

  it('is possible also when the term is over: late, and seen to be', () => {
    lift(approved, {}, '2026-08-01').thenRecords('SeizureLifted');
  });

  it('ACL 19: a leader who refused a measure taken at once has ordered it lifted', () => {
    const urgent = happened('ItemsSeizedUrgently', '2026-03-11', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      credentialShown: true,
      rightsTold: true,
      statementHeard: true,
      decisionHandedOver: true,
      listHandedOver: true,
      media: [paper('film')],
      items: '原料',
      basis: { law: '食品安全法', article: '110(4)' },
      days: 30,
      reason: '防止转移',
      urgency: '正在转移',
      until: '2026-04-10',
    });
    const at = investigated.length;
    const answer = (agreed: boolean) =>
      happened('SeizureMadeUp', '2026-03-12', 'tang', { seizure: at, agreed, reason: '没有必要' });
    lift([...investigated, urgent, answer(false)], { seizure: at }).thenRecords('SeizureLifted');
    lift([...investigated, urgent, answer(true)], { seizure: at }).thenRefused(liftingApproved);
  });
});
