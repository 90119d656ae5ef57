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

describe('a hearing', () => {
  const requested = (day: LocalDate, inTime = true) => happened('HearingRequested', day, 'lin', { inTime });
  const named = happened('HearingHostNamed', '2026-05-11', 'tang', { host: 'qiu' });
  const handedOver = happened('HearingFileHandedOver', '2026-05-12', 'lin', {});
  const notice = (day: LocalDate, forDay: LocalDate, more: Readonly<{ posted?: boolean }> = {}) =>
    happened('HearingNoticeServed', day, 'qiu', {
      for: forDay,
      place: '三楼听证室',
      method: more.posted === true ? 'public-notice' : 'direct',
      proof: paper('receipt'),
      open: true,
      servedOn: more.posted === true ? forDay : day,
    });
  const adjourned = happened('HearingAdjourned', '2026-05-27', 'qiu', {
    record: paper('first-day'),
    recordSigned: true,
    everybodyTold: false,
  });
  const before = [...notified(majorPenalty), requested('2026-05-08'), named];

  it('that was asked for too late has no host to be named (APL 64(1))', () => {
    const late = [...notified(majorPenalty), requested('2026-05-14', false)];
    given(...late)
      .when({ on: '2026-05-15', by: 'tang', act: 'hearing/name-host', entry: { host: 'qiu' } })
      .thenRefused(requestedInTime);
    expect(on('2026-06-15', 'hearing-host', ...late)).toEqual([]);
    expect(on('2026-06-15', 'hearing-host', ...notified(majorPenalty), requested('2026-05-08'))).toEqual([
      '2026-05-12 missed -',
    ]);
  });

  it('had its day fixed when it was first fixed, postponed and adjourned or not (SAMR-H 20(1))', () => {
    const fixed = [...before, handedOver, notice('2026-05-13', '2026-05-27')];
    const met = ['2026-05-19 met 13'];
    expect(on('2026-06-15', 'hearing-date', ...fixed)).toEqual(met);
    expect(on('2026-06-15', 'hearing-date', ...fixed, notice('2026-05-25', '2026-06-08'))).toEqual(met);
    expect(on('2026-06-15', 'hearing-date', ...fixed, adjourned)).toEqual(met);
    expect(on('2026-06-15', 'hearing-date', ...fixed, adjourned, notice('2026-05-28', '2026-06-11'))).toEqual(
      met,
    );
    const late = [...before, handedOver, notice('2026-05-25', '2026-06-08')];
    expect(on('2026-06-15', 'hearing-date', ...late)).toEqual(['2026-05-19 missed 13']);
  });

  it('had it fixed on the day on which the notice was posted, not when its thirty days are over', () => {
    const posted = notice('2026-05-13', '2026-06-24', { posted: true });
    expect(on('2026-06-15', 'hearing-date', ...before, handedOver, posted)).toEqual(['2026-05-19 met 13']);
  });

  it('whose day was fixed had its file, adjourned or not (SAMR-H 19)', () => {
    const fixed = [...before, notice('2026-05-13', '2026-05-27')];
    expect(on('2026-06-15', 'hearing-file', ...fixed)).toEqual(['2026-05-14 met 12']);
    expect(on('2026-06-15', 'hearing-file', ...fixed, adjourned)).toEqual(['2026-05-14 met 12']);
  });

  it('asked for anew has its own day to be fixed', () => {
    const again = [
      ...before,
      handedOver,
      notice('2026-05-13', '2026-05-27'),
      happened('HearingEnded', '2026-05-14', 'tang', { ground: 'withdrawn', reason: '撤回' }),
      requested('2026-05-15'),
      happened('HearingHostNamed', '2026-05-18', 'tang', { host: 'qiu' }),
      happened('HearingFileHandedOver', '2026-05-19', 'lin', {}),
    ];
    expect(on('2026-06-15', 'hearing-date', ...again)).toEqual(['2026-05-26 missed -']);
  });

  it('is over with the case that was ended, or sent to another agency', () => {
    const asked = [...notified(majorPenalty), requested('2026-05-08')];
    expect(on('2026-06-15', 'hearing-host', ...asked, terminated('2026-05-11'))).toEqual([
      '2026-05-12 met 11',
    ]);
    expect(on('2026-06-15', 'hearing-host', ...asked, ...sentAway('2026-05-11'))).toEqual([
      '2026-05-12 met 12',
    ]);
    expect(on('2026-06-15', 'hearing-file', ...before, terminated('2026-05-12'))).toEqual([
      '2026-05-14 met 12',
    ]);
    expect(on('2026-06-15', 'hearing-date', ...before, handedOver, terminated('2026-05-13'))).toEqual([
      '2026-05-19 met 13',
    ]);
    const fixed = [...before, handedOver, notice('2026-05-13', '2026-05-27')];
    expect(on('2026-06-15', 'hearing-announcement', ...fixed, terminated('2026-05-14'))).toEqual([
      expect.stringContaining('met 14'),
    ]);
    const held = happened('HearingHeld', '2026-05-27', 'qiu', { record: paper('r'), recordSigned: true });
    expect(on('2026-06-15', 'hearing-report', ...fixed, held, terminated('2026-05-28'))).toEqual([
      '2026-06-03 met 15',
    ]);
  });
});

describe('a decision to transfer the case (SAMR-P 60(1)(4))', () => {
  const transfer: Outcome = { kind: 'transfer', to: '农业农村局', reason: '不属于本机关管辖' };
  it('is no decision on a penalty that is served on the party (APL 61)', () => {
    const made = decidedAfter(concluded(transfer), transfer);
    expect(on('2026-06-08', 'decision-service', ...made)).toEqual([]);
    expect(on('2026-08-08', 'decision-service', ...made, ...sentAway('2026-06-08'))).toEqual([]);
    expect(on('2026-06-30', 'decision-service', ...decidedAfter(investigated, majorPenalty))).toEqual([
      '2026-06-16 missed -',
    ]);
  });
});
