import { chinaCalendar } from '@anjuan/law';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { deadlines } from '../deadlines.js';
import { concluded, legallyReviewed, majorPenalty, sentForLegalReview } from '../histories.testing.js';
import { digestOf, fileOf, given, happened, people, type Happened, type Person } from '../testing.js';
import {
  extensionOfThisReview,
  requestedByReviewer,
  extendedOnce,
  reviewExtendedByLeader,
  reviewExtensionReasoned,
  reviewNotLate,
} from './extension.js';
import { handlerMayNotReview } from './separation.js';

const sent = sentForLegalReview(concluded(majorPenalty));
const terms = { days: 5, reason: '案情复杂' };
const requested = (by: Person = 'fang'): Happened =>
  happened('ApprovalRequested', '2026-05-06', by, { matter: 'review-extension', terms });
const extended = [
  ...sent,
  requested(),
  happened('ApprovalGiven', '2026-05-06', 'tang', { approval: 7, matter: 'review-extension' }),
  happened('ReviewPeriodExtended', '2026-05-06', 'tang', {
    approval: 7,
    review: 6,
    ...terms,
    dueOn: '2026-05-15',
  }),
];

const ask = (history: readonly Happened[], change = {}, by: Person = 'fang', on = '2026-05-06') =>
  given(...history).when({ on, by, act: 'review/request-extension', entry: { ...terms, ...change } });
const approve = (history: readonly Happened[], by: Person = 'tang', on = '2026-05-06') =>
  given(...history).when({ on, by, act: 'review/approve-extension', entry: { approval: 7 } });

describe('more time for a review (SAMR-P 55)', () => {
  it('is asked for by the reviewer of the open review, with a reason', () => {
    ask(sent).then({ type: 'ApprovalRequested', data: { matter: 'review-extension', terms } });
    ask(sent, {}, 'meng').thenRefused(requestedByReviewer);
    ask(sent, {}, 'lin').thenRefused(requestedByReviewer, handlerMayNotReview);
    ask(legallyReviewed(majorPenalty)).thenRefused(requestedByReviewer, extendedOnce);
    ask(concluded(majorPenalty)).thenRefused(requestedByReviewer, extendedOnce);
    for (const wrong of [{ reason: ' ' }, { days: 0 }, { days: 1.5 }, { days: 91 }]) {
      ask(sent, wrong).thenRefused(reviewExtensionReasoned);
    }
    ask(sent, { days: 90 }).thenRecords('ApprovalRequested');
  });

  it('is given by a leader, who fixes the new day with it', () => {
    approve([...sent, requested()]).then(
      { type: 'ApprovalGiven', data: { approval: 7, matter: 'review-extension' } },
      { type: 'ReviewPeriodExtended', data: { approval: 7, review: 6, ...terms, dueOn: '2026-05-15' } },
    );
    approve([...sent, requested()], 'fang').thenRefused(reviewExtendedByLeader, approverNotRequester);
    approve(sent).thenRefused(approvalOpen);
  });

  it('is given to the review in which it was asked for, on the request of who has it', () => {
    const asked = [...sent, requested()];
    const again = { digest: digestOf(fileOf(...concluded(majorPenalty))), dueOn: '2026-05-20' };
    const resent = happened('SentForLegalReview', '2026-05-06', 'zhou', again);
    const calledBack = happened('EntryWithdrawn', '2026-05-06', 'zhou', { entry: 6, reason: '补充材料' });
    const toCaseReview = happened('SentForCaseReview', '2026-05-06', 'zhou', again);
    for (const since of [[resent], [calledBack, resent], [toCaseReview]]) {
      approve([...asked, ...since]).thenRefused(extensionOfThisReview);
    }
    const named = (reviewer: string) =>
      happened('ReviewerNamed', '2026-05-06', 'tang', { review: 6, kind: 'legal', reviewer });
    approve([...asked, named('fang')]).thenRecords('ApprovalGiven', 'ReviewPeriodExtended');
    const xue = { ...people.fang, person: 'xue' };
    given(...asked, named('xue'))
      .when({
        on: '2026-05-06',
        by: 'tang',
        act: 'review/approve-extension',
        entry: { approval: 7 },
        context: { people: { ...people, xue } },
      })
      .thenRefused(extensionOfThisReview);
  });

  it('is given once, and before the period is over', () => {
    ask(extended).thenRefused(extendedOnce);
    ask(sent, {}, 'fang', '2026-05-09').thenRecords('ApprovalRequested');
    ask(sent, {}, 'fang', '2026-05-10').thenRefused(reviewNotLate);
    approve([...sent, requested()], 'tang', '2026-05-10').thenRefused(reviewNotLate);
  });

  it('moves the clock; without it an opinion given late is late, and possible', () => {
    const c13 = (today: string, ...history: readonly Happened[]) =>
      deadlines(fileOf(...history), { calendar: chinaCalendar, today })
        .filter(({ id }) => id === 'review')
        .map(({ due, state }) => ({ due, state }));
    expect(c13('2026-05-12', ...sent)).toStrictEqual([{ due: '2026-05-09', state: 'missed' }]);
    expect(c13('2026-05-12', ...extended)).toStrictEqual([{ due: '2026-05-15', state: 'running' }]);
    given(...sent)
      .when({ on: '2026-07-01', by: 'fang', act: 'legal-review/give-opinion', entry: { opinion: 'agree' } })
      .thenRecords('LegalReviewOpinionGiven');
    expect(fileOf(...extended).reviews).toMatchObject([{ entry: 6, longer: 5, dueOn: '2026-05-15' }]);
  });
});
