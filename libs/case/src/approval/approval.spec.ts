import { capacityHeld } from '@anjuan/procedure';
import { filed, filingTerms, lead } from '../histories.testing.js';
import { fileOf, given, happened } from '../testing.js';
import {
  answerReasoned,
  approvalOpen,
  approverNotRequester,
  returnedByLeader,
  withdrawalByOfficer,
  withdrawnByRequester,
} from './approval.js';

const requested = [
  ...lead,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms: filingTerms }),
] as const;
const returned = { approval: 1, matter: 'filing', reason: '证据不足' } as const;

describe('Approvals: requested by one, answered by another', () => {
  it('are returned by a leader, with a reason', () => {
    given(...requested)
      .when({
        on: '2026-03-11',
        by: 'tang',
        act: 'approval/return',
        entry: { approval: 1, reason: '证据不足' },
      })
      .then({ type: 'ApprovalReturned', data: returned });
  });

  it('are withdrawn by the one who asked, with a reason', () => {
    given(...requested)
      .when({ on: '2026-03-11', by: 'lin', act: 'approval/withdraw', entry: { approval: 1, reason: '有误' } })
      .then({ type: 'ApprovalRequestWithdrawn', data: { approval: 1, matter: 'filing', reason: '有误' } });
  });

  it('need a reason to be returned or withdrawn', () => {
    given(...requested)
      .when({ on: '2026-03-11', by: 'tang', act: 'approval/return', entry: { approval: 1, reason: ' ' } })
      .thenRefused(answerReasoned);
  });

  it('are not withdrawn by somebody else', () => {
    given(...requested)
      .when({ on: '2026-03-11', by: 'gao', act: 'approval/withdraw', entry: { approval: 1, reason: '有误' } })
      .thenRefused(withdrawnByRequester);
  });

  it('are answered once', () => {
    given(...filed)
      .when({ on: '2026-03-11', by: 'he', act: 'approval/return', entry: { approval: 1, reason: '迟' } })
      .thenRefused(approvalOpen);
  });

  it.each([0, 7, -1])('are no other entry, such as %i', (approval) => {
    given(...requested)
      .when({ on: '2026-03-11', by: 'tang', act: 'approval/return', entry: { approval, reason: '无' } })
      .thenRefused(approvalOpen);
  });

  it('are not returned by an officer, nor withdrawn by a leader', () => {
    given(...requested)
      .when({ on: '2026-03-11', by: 'gao', act: 'approval/return', entry: { approval: 1, reason: '不同意' } })
      .thenRefused(returnedByLeader);
    given(...requested)
      .when({ on: '2026-03-11', by: 'tang', act: 'approval/withdraw', entry: { approval: 1, reason: '无' } })
      .thenRefused(withdrawalByOfficer, withdrawnByRequester);
  });

  it('are not answered by their requester in a capacity claimed besides', () => {
    given(...requested)
      .when({
        on: '2026-03-11',
        by: 'lin',
        as: 'leader',
        act: 'approval/return',
        entry: { approval: 1, reason: '自批' },
      })
      .thenRefused(capacityHeld, approverNotRequester);
  });

  it('keep who answered, and when', () => {
    const [approval] = fileOf(...filed).approvals;
    expect(approval).toMatchObject({
      entry: 1,
      requestedBy: 'lin',
      state: 'given',
      answeredBy: 'tang',
      answeredOn: '2026-03-10',
    });
  });

  it('are remembered as returned and as withdrawn', () => {
    const states = [
      happened('ApprovalReturned', '2026-03-11', 'tang', returned),
      happened('ApprovalRequestWithdrawn', '2026-03-11', 'lin', returned),
    ].map((event) => fileOf(...requested, event).approvals[0]?.state);
    expect(states).toStrictEqual(['returned', 'withdrawn']);
  });
});
