import {
  concluded,
  entry,
  notified,
  reviewed,
  sent,
  statement,
  viewCaseOf,
  type Entry,
} from '../../testing.js';
import { reviews } from './review-queue.js';

const queueOf = (...history: readonly Entry[]) => reviews.rows(viewCaseOf(history));
const sentFirst = [...concluded, sent('2026-04-22', '2026-05-09')];
const returned = [
  ...sentFirst,
  entry('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
    opinion: 'supplement',
    points: { evidence: '补充销售记录' },
    sent: 5,
    digest: 'd',
  }),
];

describe('review queue', () => {
  it('shows an open review, with nothing before it', () => {
    expect(queueOf(...sentFirst)).toStrictEqual([
      {
        caseId: 'a-case',
        agency: 'an-agency',
        entry: 5,
        kind: 'legal',
        number: '朝市监案〔2026〕1号',
        cause: '使用超过保质期的食品原料生产食品',
        sentOn: '2026-04-22',
        dueOn: '2026-05-09',
        previous: null,
        changed: [],
      },
    ]);
  });

  it('shows one that was sent anew before it was answered once', () => {
    expect(queueOf(...sentFirst, statement, sent('2026-05-07', '2026-05-20'))).toMatchObject([
      { entry: 7, dueOn: '2026-05-20' },
    ]);
  });

  it('is empty when the review is answered', () => {
    expect(queueOf(...reviewed)).toStrictEqual([]);
  });

  it('shows the last opinion and what has come into the file since', () => {
    const [row] = queueOf(...returned, statement, sent('2026-05-07', '2026-05-20'));
    expect(row).toMatchObject({
      entry: 8,
      previous: {
        entry: 6,
        opinion: 'supplement',
        points: { evidence: '补充销售记录' },
        by: 'fang',
        on: '2026-04-28',
      },
      changed: [{ entry: 7, type: 'StatementMade' }],
    });
  });

  it('tells a withdrawal, not the entry that was withdrawn', () => {
    const withdrawal = entry('EntryWithdrawn', '2026-05-07', 'lin', { entry: 7, reason: '误记' });
    const [row] = queueOf(...returned, statement, withdrawal, sent('2026-05-08', '2026-05-20'));
    expect(row).toMatchObject({ changed: [{ entry: 8, type: 'EntryWithdrawn' }] });
  });

  it("does not take the other review's opinion for the reviewer's own", () => {
    const toCaseReview = entry('SentForCaseReview', '2026-05-12', 'zhou', {
      digest: 'd',
      dueOn: '2026-05-25',
    });
    expect(queueOf(...notified, toCaseReview)).toMatchObject([{ kind: 'case', previous: null, changed: [] }]);
  });

  it('empties with the closure of the case', () => {
    const closure = entry('CaseClosed', '2026-05-01', 'tang', { approval: 1, ground: 'other' });
    expect(queueOf(...sentFirst, closure)).toStrictEqual([]);
  });
});
