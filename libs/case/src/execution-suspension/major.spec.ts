import { decidedAfter, majorPenalty, minorPenalty, served, servedAfter } from '../histories.testing.js';
import { caseReviewed } from '../histories-to-decision.testing.js';
import { given, happened, paper } from '../testing.js';
import { endOfMajorShown, endOfMajorShownWhenApproved, otherEndByThePrincipal } from './major.js';

/** Served on 2026-06-08, entry 11. */
const due = served(majorPenalty);
const askEnd = { on: '2026-07-02', by: 'lin', act: 'execution-suspension/request-termination' } as const;
const approveEnd = {
  on: '2026-07-02',
  by: 'tang',
  act: 'execution-suspension/approve-termination',
  entry: { approval: due.length },
} as const;

describe('ending the execution of a major decision (ACL 40)', () => {
  it('APL 58(1): of a decision that needed legal review with a paper, and on another ground by the principal', () => {
    const bare = { ground: 'other', reason: '不再执行' } as const;
    const shown = { ...bare, paper: paper('why') };
    for (const entry of [bare, { ...bare, ground: 'object-lost' as const }])
      given(...due)
        .when({ ...askEnd, entry })
        .thenRefused(endOfMajorShown);
    given(...due)
      .when({ ...askEnd, entry: shown })
      .then({ type: 'ApprovalRequested', data: { matter: 'execution-termination', terms: shown } });
    const requested = (terms: typeof bare | typeof shown) =>
      happened('ApprovalRequested', '2026-07-01', 'lin', { matter: 'execution-termination', terms });
    given(...due, requested(shown))
      .when(approveEnd)
      .thenRefused(otherEndByThePrincipal);
    given(...due, requested(bare))
      .when({ ...approveEnd, by: 'he' })
      .thenRefused(endOfMajorShownWhenApproved);
    given(...due, requested(shown))
      .when({ ...approveEnd, by: 'he' })
      .thenRecords('ApprovalGiven', 'ExecutionTerminated');
    const minor = servedAfter(decidedAfter(caseReviewed(minorPenalty), minorPenalty));
    given(...minor)
      .when({ ...askEnd, entry: bare })
      .thenRecords('ApprovalRequested');
    given(...minor, requested(bare))
      .when({ ...approveEnd, entry: { approval: minor.length } })
      .thenRecords('ApprovalGiven', 'ExecutionTerminated');
  });
});
