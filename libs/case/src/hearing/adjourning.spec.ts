import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { hearingDoneFirst } from '../collective-discussion/provisions.js';
import { hearingReported } from '../decision/of-penalty.js';
import {
  majorPenalty,
  minorPenalty,
  notified as notifiedOf,
  sentForLegalReview,
} from '../histories.testing.js';
import { hearingReported as reported, noticeOf } from '../histories-to-decision.testing.js';
import { isMajor } from '../legal-review/required.js';
import { reviewedAfterHearing } from '../legal-review/provisions.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { lastHeard } from '../statement/provisions.js';
import { contextOn, digestOf, fileOf, given, happened, paper, type Happened } from '../testing.js';
import { goesOnLater, type AdjournHearing } from './adjourning.js';
import { after } from './hearing.testing.js';
import {
  heldAndUnreported,
  notified,
  onTheNotifiedDay,
  openHearingAnnounced,
  recordSigned,
} from './holding.js';
import { byTheHost, lastOneReported, notOverYet } from './provisions.js';

const first: AdjournHearing = {
  record: paper('first-day'),
  recordSigned: true,
  goesOn: '2026-05-25',
  everybodyTold: true,
};
const { goesOn: _, ...undated } = first;
const adjourn = (entry: AdjournHearing, history: readonly Happened[] = after(4)) =>
  given(...history).when({ on: '2026-05-22', by: 'qiu', act: 'hearing/adjourn', entry });
const adjourned = (more: Partial<AdjournHearing> = {}) =>
  happened('HearingAdjourned', '2026-05-22', 'qiu', { ...first, ...more });
const hold = (on: string, ...history: readonly Happened[]) =>
  given(...after(4), ...history).when({
    on,
    by: 'qiu',
    act: 'hearing/hold',
    entry: { record: paper('second-day'), recordSigned: true },
  });

describe('a hearing of several days (SAMR-H 12)', () => {
  it('has a record of each, signed, on the notified day, and a later day on which it goes on', () => {
    adjourn(first).then({ type: 'HearingAdjourned', data: first });
    adjourn({ ...first, recordSigned: false }).thenRefused(recordSigned);
    adjourn({ ...first, goesOn: '2026-05-22' }).thenRefused(goesOnLater);
    adjourn({ ...first, goesOn: '2026-05-21' }).thenRefused(goesOnLater);
    adjourn(undated).thenRefused(goesOnLater);
    adjourn({ ...undated, everybodyTold: false }).thenRecords('HearingAdjourned');
    given(...after(4))
      .when({
        on: '2026-05-25',
        by: 'qiu',
        act: 'hearing/adjourn',
        entry: { ...first, goesOn: '2026-05-26' },
      })
      .thenRefused(onTheNotifiedDay);
    given(...after(4))
      .when({ on: '2026-05-22', by: 'tang', act: 'hearing/adjourn', entry: first })
      .thenRefused(byTheHost);
  });

  it('goes on on the day that everybody was told, without another notice, as often as needed', () => {
    hold('2026-05-25', adjourned()).thenRecords('HearingHeld');
    hold('2026-05-26', adjourned()).thenRefused(onTheNotifiedDay);
    const second = happened('HearingAdjourned', '2026-05-25', 'qiu', { ...first, goesOn: '2026-05-27' });
    hold('2026-05-25', adjourned(), second).thenRefused(onTheNotifiedDay);
    hold('2026-05-27', adjourned(), second).thenRecords('HearingHeld');
  });

  it('is notified and announced anew where somebody could not be told', () => {
    const untold = adjourned({ everybodyTold: false });
    hold('2026-05-25', untold).thenRefused(notified);
    const notice = happened('HearingNoticeServed', '2026-05-25', 'qiu', {
      for: '2026-06-05',
      place: '三楼听证室',
      method: 'direct',
      open: true,
      servedOn: '2026-05-25',
    });
    hold('2026-06-05', untold, notice).thenRefused(openHearingAnnounced);
    hold('2026-06-05', untold, notice, happened('HearingAnnounced', '2026-05-29', 'qiu', {})).thenRecords(
      'HearingHeld',
    );
  });

  it('is not over before its last day: there is nothing to report yet', () => {
    const report = {
      on: '2026-05-26',
      by: 'qiu',
      act: 'hearing/report',
      entry: { report: paper('hearing-report'), opinion: '维持' },
    } as const;
    given(...after(4), adjourned())
      .when(report)
      .thenRefused(heldAndUnreported);
    const last = happened('HearingHeld', '2026-05-25', 'qiu', {
      record: paper('second-day'),
      recordSigned: true,
    });
    given(...after(4), adjourned(), last)
      .when(report)
      .thenRecords('HearingReported');
    given(...after(4), adjourned(), last)
      .when({
        on: '2026-05-25',
        by: 'qiu',
        act: 'hearing/adjourn',
        entry: { ...first, goesOn: '2026-05-26' },
      })
      .thenRefused(notOverYet);
  });

  describe('that ends before its last day', () => {
    const ended = happened('HearingEnded', '2026-05-25', 'qiu', { ground: 'left', reason: '未经许可退场' });
    const history = [...after(4), adjourned()];
    const over = [...history, ended];
    const report = {
      on: '2026-05-26',
      by: 'qiu',
      act: 'hearing/report',
      entry: { report: paper('hearing-report'), opinion: '维持' },
    } as const;

    it('is reported on like one that was held to its end, within five working days (SAMR-H 29)', () => {
      given(...history)
        .when(report)
        .thenRefused(heldAndUnreported);
      given(...over)
        .when(report)
        .thenRecords('HearingReported');
      const clock = (today: string) =>
        deadlines(fileOf(...over), { calendar: chinaCalendar, today }).find(
          ({ id }) => id === 'hearing-report',
        );
      expect(clock('2026-05-26')).toMatchObject({ due: '2026-06-01', state: 'running' });
      given(...over)
        .when({
          on: '2026-05-26',
          by: 'tang',
          act: 'hearing/name-host',
          entry: { host: 'qiu', reason: '离岗' },
        })
        .thenRecords('HearingHostNamed');
    });

    it('takes no other request before the report, late or in time, by which its days would be forgotten', () => {
      const withdrawn = happened('HearingEnded', '2026-05-25', 'qiu', {
        ground: 'withdrawn',
        reason: '撤回',
        paper: paper('withdrawal'),
      });
      const ask = { on: '2026-05-26', by: 'lin', act: 'hearing/request', entry: {} } as const;
      given(...history, withdrawn)
        .when(ask)
        .thenRefused(lastOneReported);
      given(...history, withdrawn, noticeOf(penaltiesOf(majorPenalty), '2026-05-26', '2026-06-02'))
        .when(ask)
        .thenRefused(lastOneReported);
      given(...history, withdrawn)
        .when(report)
        .thenRecords('HearingReported');
      given(...history, withdrawn, reported)
        .when({ ...ask, on: '2026-05-27' })
        .then({ type: 'HearingRequested', data: { inTime: false } });
    });

    it('leads to no discussion and no decision before the report, nor on a review of before its end', () => {
      const hearing = fileOf(...over).hearing;
      expect(hearingDoneFirst.holds(fileOf(...over), contextOn('2026-05-26', 'he', fileOf(...over)))).toBe(
        false,
      );
      const entry = { number: '1', outcome: majorPenalty } as never;
      const decidedOn = (file: ReturnType<typeof fileOf>) =>
        hearingReported.holds(entry, file, contextOn('2026-05-26', 'he', file));
      expect(hearing.held).toBeUndefined();
      expect(decidedOn(fileOf(...over))).toBe(false);
      expect(decidedOn(fileOf(...over, reported))).toBe(true);
      const sent = (...rest: readonly Happened[]) => fileOf(...sentForLegalReview(history), ...rest);
      const context = contextOn('2026-05-26', 'he', sent());
      expect(reviewedAfterHearing.holds(sent(), context)).toBe(true);
      expect(reviewedAfterHearing.holds(sent(ended), context)).toBe(false);
    });

    it('makes the case one of legal review, as a hearing does (APL 58(1)(2))', () => {
      const { lists } = contextOn('2026-05-26', 'he', fileOf(...over));
      const small = fileOf(...notifiedOf(minorPenalty));
      expect(isMajor(small, { lists })).toBe(false);
      expect(isMajor(fileOf(...notifiedOf(minorPenalty), adjourned()), { lists })).toBe(true);
    });
  });

  it('says what the party said on each day: every record is re-checked, reviewed and kept after a new request', () => {
    const file = fileOf(...after(4), adjourned());
    expect(lastHeard(file)).toBe(after(4).length);
    expect(digestOf(file)).not.toBe(digestOf(fileOf(...after(4))));
    const asksAgain = happened('HearingRequested', '2026-06-01', 'lin', { inTime: true });
    const last = happened('HearingHeld', '2026-05-25', 'qiu', {
      record: paper('second-day'),
      recordSigned: true,
    });
    expect(
      fileOf(...after(4), adjourned(), last, reported, asksAgain).hearing.earlier?.map(({ entry }) => entry),
    ).toStrictEqual([0, 1, 2].map((nth) => after(4).length + nth));
  });
});
