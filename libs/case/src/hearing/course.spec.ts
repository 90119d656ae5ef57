import { chinaCalendar } from '@anjuan/law';
import { officerCredentialValid } from '../officers.js';
import { deadlines } from '../deadlines.js';
import { byHandler } from '../initiation/initiation.js';
import { majorPenalty, notified } from '../histories.testing.js';
import { hearingHeld, hearingPrepared } from '../histories-to-decision.testing.js';
import { fileOf, given, happened, type Happened, type Person } from '../testing.js';
import { fileNotHandedOver, notSuspended, standstillReasoned, suspended } from './course.js';
import { byTheHost, hostNamed, notOverYet } from './provisions.js';

/** The first `entries` of: request, host named, notice, announcement. */
const after = (entries: number): readonly Happened[] => [
  ...notified(majorPenalty),
  ...hearingPrepared.slice(0, entries),
];
const handed = (on: string): Happened => happened('HearingFileHandedOver', on, 'lin', {});
const hearingSuspended = happened('HearingSuspended', '2026-05-19', 'qiu', {
  ground: 'force-majeure',
  reason: '洪水',
});
const goesOn = happened('HearingResumed', '2026-05-20', 'qiu', { reason: '道路恢复' });

describe('the file goes to the host (SAMR-H 19)', () => {
  const hand = (history: readonly Happened[], by: Person = 'lin') =>
    given(...history).when({ on: '2026-05-12', by, act: 'hearing/hand-over-file', entry: {} });

  it('by a handler, once, when there is a host', () => {
    hand(after(2)).then({ type: 'HearingFileHandedOver', data: {} });
    hand(after(2), 'shen').thenRefused(officerCredentialValid, byHandler);
    hand(after(1)).thenRefused(hostNamed);
    hand([...after(2), handed('2026-05-11')]).thenRefused(fileNotHandedOver);
  });

  const clocks = (today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...history), { calendar: chinaCalendar, today })
      .filter(({ id }) => id === 'hearing-file' || id === 'hearing-date')
      .map(({ id, due, state }) => [id, due, state]);

  it('hearing-file, hearing-date: within three working days; five more to fix time and place', () => {
    expect(clocks('2026-05-12', ...after(2))).toStrictEqual([['hearing-file', '2026-05-14', 'running']]);
    expect(clocks('2026-05-15', ...after(2))).toStrictEqual([['hearing-file', '2026-05-14', 'missed']]);
    expect(clocks('2026-05-18', ...after(2), handed('2026-05-15'))).toStrictEqual([
      ['hearing-file', '2026-05-14', 'missed'],
      ['hearing-date', '2026-05-22', 'running'],
    ]);
    expect(clocks('2026-06-18', ...after(2), handed('2026-05-14'))).toStrictEqual([
      ['hearing-file', '2026-05-14', 'met'],
      ['hearing-date', '2026-05-21', 'missed'],
    ]);
  });

  it('a notice shows that the host had the file: what nobody entered is no alarm for ever', () => {
    expect(clocks('2026-06-18', ...after(3))).toStrictEqual([['hearing-file', '2026-05-14', 'met']]);
    const [requested, named, notice] = hearingPrepared;
    const afterNotice = notified(majorPenalty);
    expect(
      clocks('2026-06-18', ...afterNotice, requested!, named!, handed('2026-05-11'), notice!),
    ).toStrictEqual([
      ['hearing-file', '2026-05-14', 'met'],
      ['hearing-date', '2026-05-18', 'met'],
    ]);
  });
});

describe('counted back from the day of the hearing', () => {
  const clocks = (today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...history), { calendar: chinaCalendar, today })
      .filter(({ id }) => id === 'hearing-notice' || id === 'hearing-announcement')
      .map(({ id, from, due, state }) => [id, from, due, state]);

  it('hearing-notice, hearing-announcement: the last days of its notice and of its announcement', () => {
    expect(clocks('2026-05-15', ...after(3))).toStrictEqual([
      ['hearing-notice', '2026-05-22', '2026-05-12', 'met'],
      ['hearing-announcement', '2026-05-22', '2026-05-18', 'running'],
    ]);
    expect(clocks('2026-05-19', ...after(3)).at(-1)).toStrictEqual([
      'hearing-announcement',
      '2026-05-22',
      '2026-05-18',
      'missed',
    ]);
    expect(clocks('2026-05-19', ...after(4)).at(-1)).toStrictEqual([
      'hearing-announcement',
      '2026-05-22',
      '2026-05-18',
      'met',
    ]);
  });
});

describe('a hearing that stands still (SAMR-H 26)', () => {
  const suspend = (history: readonly Happened[], by: Person = 'qiu', reason = '洪水') =>
    given(...history).when({
      on: '2026-05-19',
      by,
      act: 'hearing/suspend',
      entry: { ground: 'force-majeure', reason },
    });
  const resume = (history: readonly Happened[], by: Person = 'qiu', reason = '道路恢复') =>
    given(...history).when({ on: '2026-05-20', by, act: 'hearing/resume', entry: { reason } });
  const hold = (history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-05-22',
      by: 'qiu',
      act: 'hearing/hold',
      entry: { record: { sha256: 'a'.repeat(64), name: '听证笔录' }, recordSigned: true },
    });

  it('is suspended and resumed by its host, with reasons', () => {
    suspend(after(4)).then({ type: 'HearingSuspended', data: { ground: 'force-majeure', reason: '洪水' } });
    suspend(after(4), 'lin').thenRefused(byTheHost);
    suspend(after(4), 'qiu', ' ').thenRefused(standstillReasoned);
    suspend([...after(4), hearingSuspended]).thenRefused(notSuspended);
    suspend([...after(4), hearingHeld]).thenRefused(notOverYet);
    resume([...after(4), hearingSuspended]).then({ type: 'HearingResumed', data: { reason: '道路恢复' } });
    resume(after(4)).thenRefused(suspended);
    resume([...after(4), hearingSuspended], 'qiu', '').thenRefused(standstillReasoned);
  });

  it('is not held meanwhile', () => {
    hold([...after(4), hearingSuspended]).thenRefused(notSuspended);
    hold([...after(4), hearingSuspended, goesOn]).thenRecords('HearingHeld');
  });

  it('stays suspended when another day is fixed meanwhile', () => {
    const { hearing } = fileOf(
      ...after(2),
      handed('2026-05-11'),
      hearingSuspended,
      ...hearingPrepared.slice(2, 3),
    );
    expect(hearing).toMatchObject({
      fileHandedOver: { on: '2026-05-11' },
      suspended: { ground: 'force-majeure', on: '2026-05-19' },
    });
    expect(fileOf(...after(4), hearingSuspended, goesOn).hearing).not.toHaveProperty('suspended');
  });
});
