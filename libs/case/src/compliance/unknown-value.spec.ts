/** Decided before an unknown value counted as large: what the entries cannot tell is no fault, and for people to see. */
import { caseReviewed, noticeOf } from '../histories-to-decision.testing.js';
import { concluded, decidedAfter } from '../histories.testing.js';
import { happened, type Happened } from '../testing.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { but, measured } from './measured.testing.js';

const bearingOnIt = ['rights-not-notified', 'not-discussed', 'not-reviewed'];
const decidedWith = (fen?: number, reviewed = true): readonly Happened[] => {
  const goods: Penalty = {
    kind: 'confiscation-of-goods',
    what: '面包3袋',
    ...(fen !== undefined && { fen }),
  };
  const penalties: readonly Penalty[] = [{ kind: 'fine', fen: 100_000 }, goods];
  const outcome: Outcome = { kind: 'penalty', penalties };
  const history = [
    ...(reviewed ? caseReviewed(outcome) : concluded(outcome)),
    happened('ProposalApproved', '2026-04-29', 'tang', { proposal: outcome }),
    noticeOf(penalties, '2026-04-30', '2026-05-11'),
  ];
  return decidedAfter(but(history, 'NoticeServed', { hearingRightTold: false }), outcome);
};
const statesOf = (history: readonly Happened[]) =>
  bearingOnIt.map((id) => measured('2026-06-06', history).fatal.find((finding) => finding.id === id)?.state);

describe('goods of a value that nobody has entered', () => {
  it('are for people to look at in a case that was decided as an ordinary one', () => {
    expect(statesOf(decidedWith())).toEqual(['for-people', 'for-people', 'for-people']);
  });

  it('and a fault where the value is known to be large, or nobody reviewed the case', () => {
    expect(statesOf(decidedWith(10_000_000))).toEqual(['not-met', 'not-met', 'not-met']);
    expect(statesOf(decidedWith(undefined, false))).toEqual(['for-people', 'for-people', 'not-met']);
  });

  it('and still open before the decision', () => {
    expect(statesOf(decidedWith().slice(0, -1))).toEqual(['not-met', 'open', 'open']);
  });
});
