import {
  concluded,
  entry,
  filed,
  filingRequested,
  fine,
  instalmentsAskedFor,
  notified,
  reviewed,
  sent,
  served,
  viewCaseOf,
  type Entry,
} from '../../testing.js';
import { approvals, type ApprovalRow } from './approvals.js';

const waitingIn = (...history: readonly Entry[]) =>
  (approvals.rows(viewCaseOf(history)) as readonly ApprovalRow[]).map(
    ({ entry: number, matter, requestedBy, requestedOn }) => ({
      entry: number,
      matter,
      requestedBy,
      requestedOn,
    }),
  );

describe('approvals', () => {
  it('shows a request until it is answered', () => {
    expect(approvals.rows(viewCaseOf(filingRequested))).toStrictEqual([
      {
        caseId: 'a-case',
        agency: 'an-agency',
        number: null,
        cause: '使用超过保质期的食品原料生产食品',
        entry: 1,
        matter: 'filing',
        requestedBy: 'lin',
        requestedOn: '2026-03-10',
      },
    ]);
    expect(waitingIn(...filed)).toStrictEqual([]);
  });

  it('shows a proposal that passed review until a leader answers it', () => {
    expect(waitingIn(...concluded, sent('2026-04-22', '2026-05-09'))).toStrictEqual([]);
    expect(waitingIn(...reviewed)).toStrictEqual([
      { entry: 6, matter: 'proposal', requestedBy: 'fang', requestedOn: '2026-04-28' },
    ]);
    expect(
      waitingIn(...reviewed, entry('ProposalReturned', '2026-04-29', 'tang', { reason: '重报' })),
    ).toStrictEqual([]);
    expect(
      waitingIn(...reviewed, entry('ProposalApproved', '2026-04-29', 'tang', { proposal: fine })),
    ).toStrictEqual([]);
  });

  it('shows the proposal again after another review', () => {
    const again = [
      sent('2026-05-12', '2026-05-25'),
      entry('LegalReviewOpinionGiven', '2026-05-13', 'fang', { opinion: 'agree', sent: 9, digest: 'd' }),
    ];
    expect(waitingIn(...notified, ...again)).toMatchObject([{ entry: 10, matter: 'proposal' }]);
  });

  it('shows an application for instalments until it is answered', () => {
    expect(waitingIn(...served, instalmentsAskedFor)).toStrictEqual([
      { entry: 11, matter: 'instalments', requestedBy: 'gao', requestedOn: '2026-05-25' },
    ]);
    const refusal = entry('InstalmentsRefused', '2026-05-26', 'tang', {
      application: 11,
      reason: '有能力缴纳',
    });
    expect(waitingIn(...served, instalmentsAskedFor, refusal)).toStrictEqual([]);
  });

  it('empties with the closure of the case', () => {
    const closure = entry('CaseClosed', '2026-05-01', 'tang', { approval: 1, ground: 'other' });
    expect(waitingIn(...reviewed, closure)).toStrictEqual([]);
  });
});
