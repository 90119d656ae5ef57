import { chinaCalendar } from '@anjuan/law';
import { capacityHeld, capacityHeldToday } from '@anjuan/procedure';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { deadlines } from '../deadlines.js';
import { filed, inspected, lead, termsOn } from '../histories.testing.js';
import { officerCredentialValid } from '../officers.js';
import { caseUnderWay } from '../recusal/provisions.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import {
  extendedByLeader,
  extendedInTime,
  extendedOnce,
  extensionReasoned,
  notFilingEvidenced,
  notFilingReasoned,
  requestedInThisCheck,
} from './lead-check.js';
import { filedByLeader, leadByOfficer, leadOpen, leadReceived, notFiledYet } from './provisions.js';
import { leaderStandsApart } from '../review/separation.js';

const terms = { ground: 'minor-and-corrected', reason: '违法行为轻微并及时改正', evidence: [1] } as const;
const more = { reason: '需要协查' } as const;
const askNot = { on: '2026-03-10', by: 'lin', act: 'initiation/request-not-filing', entry: terms } as const;
const askMore = {
  on: '2026-03-10',
  by: 'lin',
  act: 'initiation/request-check-extension',
  entry: more,
} as const;
const answer = { on: '2026-03-11', by: 'tang', entry: { approval: 2 } } as const;
const requested = [
  ...inspected,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'not-filing', terms }),
] as const;
const moreTimeRequested = [
  ...inspected,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'check-extension', terms: more }),
] as const;
const notFiled = [
  ...requested,
  happened('ApprovalGiven', '2026-03-11', 'tang', { approval: 2, matter: 'not-filing' }),
  happened('LeadNotFiled', '2026-03-11', 'tang', { approval: 2, ...terms }),
] as const;
const extended = [
  ...moreTimeRequested,
  happened('ApprovalGiven', '2026-03-11', 'tang', { approval: 2, matter: 'check-extension' }),
  happened('LeadCheckExtended', '2026-03-11', 'tang', { approval: 2, ...more }),
] as const;
const leadClock = (...history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2026-03-12' })
    .filter(({ id }) => id === 'lead-check')
    .map(({ due, state }) => ({ due, state }));

describe('initiation/decide-not-to-file (SAMR-P 20)', () => {
  it('is asked for on a ground, with a reason', () => {
    given(...inspected)
      .when(askNot)
      .then({ type: 'ApprovalRequested', data: { matter: 'not-filing', terms } });
    given(...inspected)
      .when({ ...askNot, entry: { ...terms, reason: ' ' } })
      .thenRefused(notFilingReasoned);
    given().when(askNot).thenRefused(leadReceived, notFilingEvidenced);
    given(...filed)
      .when(askNot)
      .thenRefused(notFiledYet, notFilingEvidenced);
    given(...inspected)
      .when({ ...askNot, by: 'tang' })
      .thenRefused(leadByOfficer);
  });

  it('is entered by nobody who has left office, whatever day it is dated', () => {
    given(...requested)
      .when({ ...answer, act: 'initiation/decide-not-to-file', context: { heldToday: false } })
      .thenRefused(capacityHeldToday);
  });

  it('is entered with the credential of today of what was done with the one of then', () => {
    const held = (then: boolean, today: boolean) =>
      given(...inspected).when({ ...askNot, context: { credentialHeld: { then, today } } });
    held(true, true).thenRecords('ApprovalRequested');
    held(true, false).thenRefused(officerCredentialValid);
    held(false, true).thenRefused(officerCredentialValid);
    // What leaders do asks for none.
    given(...requested)
      .when({
        ...answer,
        act: 'initiation/decide-not-to-file',
        context: { credentialHeld: { then: false, today: false } },
      })
      .thenRecords('ApprovalGiven', 'LeadNotFiled');
  });

  it('is decided by a leader on the request of another', () => {
    given(...requested)
      .when({ ...answer, act: 'initiation/decide-not-to-file' })
      .then(
        { type: 'ApprovalGiven', data: { approval: 2, matter: 'not-filing' } },
        { type: 'LeadNotFiled', data: { approval: 2, ...terms } },
      );
    given(...requested)
      .when({ ...answer, by: 'lin', as: 'leader', act: 'initiation/decide-not-to-file' })
      .thenRefused(capacityHeld, leaderStandsApart, approverNotRequester);
    given(...requested)
      .when({ ...answer, by: 'gao', act: 'initiation/decide-not-to-file' })
      .thenRefused(filedByLeader);
    given(...moreTimeRequested)
      .when({ ...answer, act: 'initiation/decide-not-to-file' })
      .thenRefused(approvalOpen);
  });

  it('ends the lead', () => {
    given(...notFiled)
      .when({ on: '2026-03-12', by: 'lin', act: 'initiation/request-filing', entry: termsOn() })
      .thenRefused(leadOpen);
    given(...notFiled)
      .when({ ...askNot, on: '2026-03-12' })
      .thenRefused(leadOpen);
    given(...notFiled)
      .when({ ...askMore, on: '2026-03-12' })
      .thenRefused(leadOpen);
    given(...notFiled)
      .when({
        on: '2026-03-12',
        by: 'lin',
        act: 'recusal/request',
        entry: { person: 'lin', askedBy: 'self', ground: '亲属' },
      })
      .thenRefused(caseUnderWay);
    expect(leadClock(...notFiled)).toStrictEqual([{ due: '2026-03-23', state: 'met' }]);
  });

  it('leaves no way to file on a request made before', () => {
    const both = [
      ...notFiled.slice(0, 3),
      happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms: termsOn() }),
      ...notFiled.slice(3),
    ];
    given(...both)
      .when({ on: '2026-03-12', by: 'tang', act: 'initiation/approve-filing', entry: { approval: 3 } })
      .thenRefused(leadOpen);
  });
});

describe('what was asked for before the check began anew (SAMR-P 18, 20; SAMR-C 35(2))', () => {
  const supplemented = happened('LeadSupplemented', '2026-03-10', 'lin', {
    newFacts: '又购得一批',
    report: paper('second-report'),
    receivedOn: '2026-03-10',
  });
  const merged = happened('LeadMerged', '2026-03-10', 'tang', {
    ground: 'same-matter',
    into: '朝市监案〔2026〕9号',
    reason: '同一违法行为',
  });
  const reopened = happened('LeadReopened', '2026-03-11', 'tang', { evidence: [], reason: '另有证据' });
  const notToFile = { ...answer, act: 'initiation/decide-not-to-file' } as const;
  const extend = { ...answer, act: 'initiation/extend-check' } as const;

  it('is asked for anew: the leader neither puts to rest nor lengthens on a request of before', () => {
    for (const since of [[supplemented], [merged, reopened]]) {
      given(...requested, ...since)
        .when(notToFile)
        .thenRefused(requestedInThisCheck);
      given(...moreTimeRequested, ...since)
        .when(extend)
        .thenRefused(requestedInThisCheck);
    }
  });

  it('a request made since is answered', () => {
    const asked = { ...notToFile, entry: { approval: 3 } };
    given(...requested.slice(0, 2), supplemented, ...requested.slice(2))
      .when(asked)
      .thenRecords('ApprovalGiven', 'LeadNotFiled');
    given(...moreTimeRequested.slice(0, 2), supplemented, ...moreTimeRequested.slice(2))
      .when({ ...extend, entry: { approval: 3 } })
      .thenRecords('ApprovalGiven', 'LeadCheckExtended');
  });
});

describe('initiation/extend-check (SAMR-P 18)', () => {
  it('lengthens the check by fifteen working days', () => {
    given(...lead)
      .when(askMore)
      .then({ type: 'ApprovalRequested', data: { matter: 'check-extension', terms: more } });
    given(...moreTimeRequested)
      .when({ ...answer, act: 'initiation/extend-check' })
      .then(
        { type: 'ApprovalGiven', data: { approval: 2, matter: 'check-extension' } },
        { type: 'LeadCheckExtended', data: { approval: 2, ...more } },
      );
    expect(leadClock(...lead)).toStrictEqual([{ due: '2026-03-23', state: 'running' }]);
    expect(leadClock(...extended)).toStrictEqual([{ due: '2026-04-14', state: 'running' }]);
  });

  it('once, in time, by a leader, for a reason', () => {
    given(...extended)
      .when({ ...askMore, on: '2026-03-12' })
      .thenRefused(extendedOnce);
    given(...moreTimeRequested)
      .when({ ...answer, on: '2026-03-24', act: 'initiation/extend-check' })
      .thenRefused(extendedInTime);
    given(...moreTimeRequested)
      .when({ ...answer, on: '2026-03-23', act: 'initiation/extend-check' })
      .thenRecords('ApprovalGiven', 'LeadCheckExtended');
    given(...moreTimeRequested)
      .when({ ...answer, by: 'gao', act: 'initiation/extend-check' })
      .thenRefused(extendedByLeader);
    given(...lead)
      .when({ ...askMore, entry: { reason: '' } })
      .thenRefused(extensionReasoned);
  });
});
