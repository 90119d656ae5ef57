import { chinaCalendar } from '@anjuan/law';
import { capacityHeld, type Stated } from '@anjuan/procedure';
import { credentialsValid, twoOfficers } from '../officers.js';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { filed, investigated, lead } from '../histories.testing.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import { fileOf, given, happened, morningOf, paper, type Happened, type Person } from '../testing.js';
import {
  absenceWitnessed,
  approvalUnused,
  approvedBefore,
  credentialShownAtSeizure,
  decisionHandedOver,
  listHandedOver,
  listKept,
  partyCalled,
  recordSignedOrNoted,
  rightsToldAtSeizure,
  sceneRecorded,
  seizureFilmed,
  statementHeardAtSeizure,
} from './checklist.js';
import { liftingApproved } from './lifting.js';
import {
  basisInLaw,
  complexityExplained,
  extendedOnce,
  extensionApprovedByLeader,
  liftedAfterTaken,
  liftedForReason,
  seizureApprovedByLeader,
  seizureBeforeDecision,
  stillSeized,
  termNotOver,
  thingsNamed,
  thirtyDaysAtMost,
  thirtyMoreAtMost,
} from './provisions.js';
import type { ExtensionTerms, Seize, SeizureTerms } from './seizure.js';
import { termEnds } from './term.js';
import { leaderStandsApart } from '../review/separation.js';
import { approved, requested, seize, seized, taken, terms } from './seizing.testing.js';

const decided = happened('DecisionMade', '2026-04-08', 'he', {
  outcome: { kind: 'facts-not-established', reason: '证据不足' },
  number: '朝市监不罚〔2026〕1号',
  dossier: '',
  dueOn: '2026-06-08',
});

describe('Asking for a seizure (ACL 16–18, 25)', () => {
  const ask = (history: readonly Happened[], change: Partial<SeizureTerms> = {}, by: Person = 'lin') =>
    given(...history).when({ on: '2026-03-11', by, act: 'seizure/request', entry: { ...terms, ...change } });

  it('puts exact terms before a leader', () => {
    ask(investigated).then({ type: 'ApprovalRequested', data: { matter: 'seizure', terms } });
    ask(investigated, { days: 1 }).thenRecords('ApprovalRequested');
  });

  it.each<[Stated, Partial<SeizureTerms>]>([
    [thingsNamed, { items: ' ' }],
    [thingsNamed, { reason: '' }],
    [basisInLaw, { basis: { law: '食品安全法', article: '' } }],
    [thirtyDaysAtMost, { days: 31 }],
    [thirtyDaysAtMost, { days: 0 }],
    [thirtyDaysAtMost, { days: 7.5 }],
  ])('$id', (provision, change) => {
    ask(investigated, change).thenRefused(provision);
  });

  it('is for handlers of a filed and undecided case', () => {
    ask(lead).thenRefused(byHandler);
    ask([]).thenRefused(leadOrCaseOpen, byHandler);
    ask(filed, {}, 'shen').thenRefused(byHandler);
    ask([...investigated, decided]).thenRefused(seizureBeforeDecision);
  });
});

describe('Approving a seizure', () => {
  const approve = (history: readonly Happened[], by: Person = 'tang', approval = 5) =>
    given(...history).when({ on: '2026-03-11', by, act: 'seizure/approve', entry: { approval } });

  it('is done by a leader, for a request of a seizure', () => {
    approve(requested).then({ type: 'ApprovalGiven', data: { approval: 5, matter: 'seizure' } });
    approve(requested, 'lin').thenRefused(seizureApprovedByLeader, approverNotRequester);
    approve(approved).thenRefused(approvalOpen);
    approve(requested, 'tang', 1).thenRefused(approvalOpen);
  });

  it('is not done by its requester under a capacity claimed', () => {
    given(...requested)
      .when({ on: '2026-03-11', by: 'lin', as: 'leader', act: 'seizure/approve', entry: { approval: 5 } })
      .thenRefused(capacityHeld, leaderStandsApart, approverNotRequester);
  });
});

describe('Seizing (ACL 18, 24)', () => {
  const take = (history: readonly Happened[], change: Partial<Seize> = {}) =>
    given(...history).when({
      on: '2026-03-11',
      by: 'lin',
      act: 'seizure/seize',
      entry: { ...seize, ...change },
    });

  it('carries the terms approved, and ends after their days, never rolled', () => {
    take(approved).then({ type: 'ItemsSeized', data: taken });
  });

  it('18(1)(1): comes after the approval, not before, not without, not on a returned one', () => {
    take(requested).thenRefused(approvedBefore);
    take(approved, { occurredAt: '2026-03-11T01:00:00.000Z' }).thenRefused(approvedBefore);
    take(approved, { approval: 1 }).thenRefused(approvedBefore);
    take(approved, { approval: 99 }).thenRefused(approvedBefore);
    const returned = happened('ApprovalReturned', '2026-03-11', 'tang', {
      approval: 5,
      matter: 'seizure',
      reason: '不必要',
    });
    take([...requested, returned]).thenRefused(approvedBefore);
  });

  it('uses an approval once', () => {
    take(seized).thenRefused(approvalUnused);
  });

  it.each<[Stated, Partial<Seize>]>([
    [credentialShownAtSeizure, { credentialShown: false }],
    [rightsToldAtSeizure, { rightsTold: false }],
    [statementHeardAtSeizure, { statementHeard: false }],
    [decisionHandedOver, { decisionHandedOver: false }],
    [listHandedOver, { listHandedOver: false }],
    [seizureFilmed, { media: [] }],
    [partyCalled, { partyPresent: false, absence: ' ', witness: '社区工作人员' }],
    [absenceWitnessed, { partyPresent: false, absence: '电话通知，称在外地', witness: '' }],
    [recordSignedOrNoted, { recordSigned: false, refusalNoted: ' ' }],
    [twoOfficers, { officers: ['lin', 'lin'] }],
    [credentialsValid, { officers: ['lin', 'meng'] }],
  ])('$id', (provision, change) => {
    take(approved, change).thenRefused(provision);
  });

  it('18(1)(7), 24(3): leaves a scene record and a copy of the list', () => {
    const { sceneRecord, ...unrecorded } = seize;
    const { list, ...unlisted } = seize;
    const entryOf = (entry: Seize) =>
      given(...approved).when({ on: '2026-03-11', by: 'lin', act: 'seizure/seize', entry });
    entryOf(unrecorded).thenRefused(sceneRecorded);
    entryOf(unlisted).thenRefused(listKept);
    entryOf({ ...unlisted, ...(list && { list }), ...(sceneRecord && { sceneRecord }) }).thenRecords(
      'ItemsSeized',
    );
  });

  it('18(1)(8), (9): a party that refuses to sign, and one that is not there', () => {
    const refused = { recordSigned: false, refusalNoted: '当事人拒绝签名，全程录像' };
    take(approved, refused).then({ type: 'ItemsSeized', data: { ...taken, ...refused } });
    const away = { partyPresent: false, absence: '电话通知，称在外地', witness: '社区工作人员' };
    take(approved, away).then({ type: 'ItemsSeized', data: { ...taken, ...away } });
  });
});

describe('Extending a seizure (ACL 25)', () => {
  const more: ExtensionTerms = { seizure: 7, days: 30, reason: '案情复杂' };
  const ask = (history: readonly Happened[], change: Partial<ExtensionTerms> = {}, on = '2026-04-09') =>
    given(...history).when({
      on,
      by: 'lin',
      act: 'seizure/request-extension',
      entry: { ...more, ...change },
    });
  const requestedExtensionAfter = (history: readonly Happened[]) => [
    ...history,
    happened('ApprovalRequested', '2026-04-09', 'lin', { matter: 'seizure-extension', terms: more }),
  ];
  const approve = (history: readonly Happened[], on: string, by: Person = 'tang', approval = 8) =>
    given(...history).when({ on, by, act: 'seizure/approve-extension', entry: { approval } });
  const extended = [
    ...requestedExtensionAfter(seized),
    happened('SeizureExtended', '2026-04-09', 'tang', { ...more, approval: 8, until: '2026-05-10' }),
  ];
  const lifted = happened('SeizureLifted', '2026-04-09', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    seizure: 7,
    reason: '无违法行为',
  });

  it('is asked for and approved before the term is over, once', () => {
    ask(seized).then({ type: 'ApprovalRequested', data: { matter: 'seizure-extension', terms: more } });
    ask(seized, {}, '2026-04-10').thenRecords('ApprovalRequested');
    ask(seized, {}, '2026-04-11').thenRefused(termNotOver);
    ask(extended).thenRefused(extendedOnce);
    approve(requestedExtensionAfter(seized), '2026-04-10').then(
      { type: 'ApprovalGiven', data: { approval: 8, matter: 'seizure-extension' } },
      { type: 'SeizureExtended', data: { approval: 8, ...more, until: '2026-05-10' } },
    );
    approve(requestedExtensionAfter(seized), '2026-04-11').thenRefused(termNotOver);
    approve(extended, '2026-04-10').thenRefused(extendedOnce);
  });

  it('is a leader’s, and of this request', () => {
    approve(requestedExtensionAfter(seized), '2026-04-09', 'lin').thenRefused(
      extensionApprovedByLeader,
      approverNotRequester,
    );
    approve(requestedExtensionAfter(seized), '2026-04-09', 'tang', 5).thenRefused(approvalOpen);
  });

  it('is of thirty days at most, for a reason, of what is still seized', () => {
    ask(seized, { days: 31 }).thenRefused(thirtyMoreAtMost);
    ask(seized, { reason: ' ' }).thenRefused(complexityExplained);
    ask(seized, { seizure: 4 }).thenRefused(stillSeized);
    ask([...seized, lifted]).thenRefused(stillSeized);
    approve([...requestedExtensionAfter(seized), lifted], '2026-04-09').thenRefused(stillSeized);
  });

  it('25(3): leaves out the days of a test only if its period was fixed and told in writing', () => {
    const commission = { body: '检验院', periodDays: 10, toldInWriting: true };
    const testing = [...seized, happened('TestCommissioned', '2026-03-20', 'lin', commission)];
    ask(testing, {}, '2026-04-20').thenRecords('ApprovalRequested');
    ask(testing, {}, '2026-04-21').thenRefused(termNotOver);
    const untold = [
      ...seized,
      happened('TestCommissioned', '2026-03-20', 'lin', { ...commission, toldInWriting: false }),
    ];
    ask(untold, {}, '2026-04-11').thenRefused(termNotOver);
    const early = happened('TestResultRecorded', '2026-03-24', 'lin', {
      test: 8,
      kind: '鉴定意见',
      what: '报告',
      report: paper('report'),
    });
    const { seizures, evidence } = fileOf(...testing, early);
    expect(seizures.map((seizure) => termEnds(seizure, evidence.tests, chinaCalendar))).toStrictEqual([
      '2026-04-14',
    ]);
  });
});

describe('Lifting a seizure (ACL 28)', () => {
  /** With the leader's approval of the lifting; a spec of its own asks for it. */
  const approvedToLift = (history: readonly Happened[]): readonly Happened[] => [
    ...history,
    happened('ApprovalRequested', '2026-03-11', 'lin', {
      matter: 'seizure-lifting',
      terms: { seizure: 7, reason: '期限届满' },
    }),
    happened('ApprovalGiven', '2026-03-11', 'tang', { approval: history.length, matter: 'seizure-lifting' }),
  ];
  const lift = (history: readonly Happened[], change: Readonly<Record<string, unknown>> = {}) =>
    given(...approvedToLift(history)).when({
      on: '2026-05-20',
      by: 'lin',
      act: 'seizure/lift',
      entry: { officers: ['lin', 'gao'], seizure: 7, reason: '期限届满', ...change },
    });
  const lifted = { officers: ['lin', 'gao'], seizure: 7, reason: '期限届满' };

  it('is possible also late, and after the decision', () => {
    const parts = [{ line: 1, quantity: 32 }];
    lift(seized).then({ type: 'SeizureLifted', data: { ...lifted, parts } });
    lift([...seized, decided]).thenRecords('SeizureLifted');
  });

  it('gives its reason, once, after the seizure', () => {
    lift(seized, { reason: '' }).thenRefused(liftedForReason);
    lift(seized, { seizure: 3 }).thenRefused(stillSeized);
    lift([...seized, happened('SeizureLifted', '2026-04-10', ['lin', 'gao'], lifted)]).thenRefused(
      stillSeized,
    );
    lift(seized, { occurredAt: morningOf('2026-03-10'), lateReason: '补录' }).thenRefused(
      liftedAfterTaken,
      liftingApproved,
    );
  });

  it('is remembered', () => {
    const history = [...seized, happened('SeizureLifted', '2026-04-10', ['lin', 'gao'], lifted)];
    expect(fileOf(...history).seizures).toStrictEqual([
      {
        entry: 7,
        approval: 5,
        items: '腊肠原料32箱',
        takenOn: '2026-03-11',
        until: '2026-04-10',
        extended: false,
        liftings: [8],
        liftedOn: '2026-04-10',
      },
    ]);
  });
});
