/** Nothing stays missed that nobody could have met: a clock ends with what it was for (K9). */
import { chinaCalendar, type LocalDate } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { reviewedAgain } from '../histories-to-decision.testing.js';
import {
  concluded,
  decidedAfter,
  investigated,
  majorPenalty,
  notified,
  sentForLegalReview,
} from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { fileUnchangedSinceSent } from '../review/provisions.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { requestedInTime } from '../hearing/provisions.js';

const on = (today: LocalDate, id: string, ...history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today })
    .filter((deadline) => deadline.id === id)
    .map(({ due, state, metBy }) => `${due} ${state} ${metBy ?? '-'}`);

const terminated = (day: LocalDate) =>
  happened('InvestigationTerminated', day, 'tang', { ground: 'person-died', reason: '死亡', approval: 5 });
const sentAway = (day: LocalDate): readonly Happened[] => [
  happened('CaseTransferApproved', day, 'tang', {
    approval: 5,
    to: 'market-supervision',
    agency: '海淀区市场监督管理局',
    reason: '违法行为地在海淀区',
  }),
  happened('CaseTransferred', day, 'lin', { letter: paper('letter'), enclosed: [] }),
];

describe('a review of a file that has changed (SAMR-P 55)', () => {
  /** Sent on 2026-04-22: its ten working days end on 2026-05-09. */
  const sent = sentForLegalReview(concluded(majorPenalty));
  const evidence = (day: LocalDate, typedIn = day): Happened => ({
    ...happened('EvidenceAdded', day, ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      kind: '书证',
      what: '台账',
      provider: '赵一鸣',
      papers: [paper('ledger')],
    }),
    recordedAt: morningOf(typedIn),
  });
  const answer = (...history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-05-07',
      by: 'fang',
      act: 'legal-review/give-opinion',
      entry: { opinion: 'agree' },
    });

  it('nobody can give any more, and it is over with the change', () => {
    answer(...sent, evidence('2026-04-27')).thenRefused(fileUnchangedSinceSent);
    expect(on('2026-05-20', 'review', ...sent, evidence('2026-04-27'))).toEqual(['2026-05-09 met 7']);
    const again = reviewedAgain([...sent, evidence('2026-04-27')], '2026-05-18');
    expect(on('2026-06-20', 'review', ...again)).toEqual(['2026-05-09 met 7', '2026-06-01 met 9']);
  });

  it('has a period that no later change saves: by then it was late', () => {
    expect(on('2026-05-20', 'review', ...sent, evidence('2026-05-12'))).toEqual(['2026-05-09 missed 7']);
    expect(on('2026-05-20', 'review', ...sent, evidence('2026-04-27', '2026-05-12'))).toEqual([
      '2026-05-09 missed 7',
    ]);
    expect(on('2026-05-20', 'review', ...sent)).toEqual(['2026-05-09 missed -']);
  });

  it('changes by a correction and by a withdrawal as well, also of what had changed it', () => {
    const corrected = (day: LocalDate) =>
      happened('EntryCorrected', day, 'lin', { entry: 4, changes: { place: '19号院' }, reason: '笔误' });
    const withdrawn = (day: LocalDate, entry: number) =>
      happened('EntryWithdrawn', day, 'lin', { entry, reason: '误录' });
    expect(on('2026-05-20', 'review', ...sent, corrected('2026-04-27'))).toEqual(['2026-05-09 met 7']);
    expect(on('2026-05-20', 'review', ...sent, corrected('2026-04-27'), corrected('2026-05-12'))).toEqual([
      '2026-05-09 met 7',
    ]);
    expect(on('2026-05-20', 'review', ...sent, withdrawn('2026-04-27', 4))).toEqual(['2026-05-09 met 7']);
    expect(on('2026-05-20', 'review', ...sent, evidence('2026-04-27'), withdrawn('2026-05-12', 7))).toEqual([
      '2026-05-09 met 7',
    ]);
  });

  it('does not by what is no part of it', () => {
    const named = happened('ReviewerNamed', '2026-04-27', 'tang', {
      review: 6,
      kind: 'legal',
      reviewer: 'fang',
    });
    expect(on('2026-05-20', 'review', ...sent, named)).toEqual(['2026-05-09 missed -']);
  });

  it('is over with the case: ended, sent to another agency, or decided', () => {
    expect(on('2026-05-20', 'review', ...sent, terminated('2026-04-29'))).toEqual(['2026-05-09 met 7']);
    expect(on('2026-05-20', 'review', ...sent, ...sentAway('2026-04-29'))).toEqual(['2026-05-09 met 8']);
    const twice = [...notified(majorPenalty), ...sentForLegalReview(notified(majorPenalty)).slice(-1)];
    expect(on('2026-06-20', 'review', ...decidedAfter(twice, majorPenalty)).at(-1)).toBe(
      '2026-05-09 missed 11',
    );
  });
});
