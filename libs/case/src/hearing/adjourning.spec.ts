import { hearingReported } from '../histories-to-decision.testing.js';
import { lastHeard } from '../statement/provisions.js';
import { digestOf, fileOf, given, happened, paper, type Happened } from '../testing.js';
import { goesOnLater, type AdjournHearing } from './adjourning.js';
import { after } from './hearing.testing.js';
import {
  heldAndUnreported,
  notified,
  onTheNotifiedDay,
  openHearingAnnounced,
  recordSigned,
} from './holding.js';
import { byTheHost, notOverYet } from './provisions.js';

const first: AdjournHearing = {
  record: paper('first-day'),
  recordSigned: true,
  goesOn: '2026-05-25',
  everybodyTold: true,
};
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
      fileOf(...after(4), adjourned(), last, hearingReported, asksAgain).hearing.earlier?.map(
        ({ entry }) => entry,
      ),
    ).toStrictEqual([0, 1, 2].map((nth) => after(4).length + nth));
  });
});
