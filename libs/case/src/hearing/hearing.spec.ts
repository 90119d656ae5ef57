import { byHandler, caseOpen } from '../initiation/initiation.js';
import { decided, filed, majorPenalty, minorPenalty, proposalApproved } from '../histories.testing.js';
import {
  hearingRequested,
  hearingHeld,
  hearingReported,
  noticeOf,
  statementOf,
} from '../histories-to-decision.testing.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { electronicByConsent } from '../notice/provisions.js';
import { receiptKept } from '../service/provisions.js';
import { digestOf, fileOf, given, happened, morningOf, paper } from '../testing.js';
import { after, afterNotice, ended, nameHost } from './hearing.testing.js';
import {
  announcedThreeDaysBefore,
  closedForSecretsOnly,
  heldAndUnreported,
  notified as partyNotified,
  notifiedAfterRequest,
  onTheNotifiedDay,
  openHearingAnnounced,
  recordSigned,
  sevenWorkingDaysBefore,
} from './holding.js';
import {
  askedBeforeDecision,
  requestedInTime,
  byHostOrHandler,
  byTheHost,
  hostNamed,
  hostStillApart,
  notAskedAlready,
  notOverYet,
  rightToHearing,
} from './provisions.js';

const renewed = noticeOf(penaltiesOf(majorPenalty), '2026-05-27', '2026-06-03');

const ask = { on: '2026-05-08', by: 'lin', act: 'hearing/request', entry: {} } as const;
const notify = {
  on: '2026-05-12',
  by: 'qiu',
  act: 'hearing/serve-notice',
  entry: { for: '2026-05-22', place: '三楼听证室', method: 'direct', open: true, proof: paper('receipt') },
} as const;
const announce = { on: '2026-05-18', by: 'qiu', act: 'hearing/announce', entry: {} } as const;
const hold = {
  on: '2026-05-22',
  by: 'qiu',
  act: 'hearing/hold',
  entry: { record: paper('hearing-record'), recordSigned: true },
} as const;
const report = {
  on: '2026-05-26',
  by: 'qiu',
  act: 'hearing/report',
  entry: { report: paper('hearing-report'), opinion: '维持' },
} as const;

describe('around the hearing', () => {
  it('no notice of it is dated before the party asked', () => {
    const dated = { occurredAt: morningOf('2026-05-07'), lateReason: '补录', proof: paper('receipt') };
    given(...after(2))
      .when({ ...notify, entry: { ...notify.entry, ...dated } })
      .thenRefused(notifiedAfterRequest);
    given(...after(2))
      .when({ ...notify, entry: { ...notify.entry, ...dated, occurredAt: morningOf('2026-05-08') } })
      .thenRecords('HearingNoticeServed');
  });

  it('APL 64(4): a host who has taken evidence meanwhile does not hold it', () => {
    const meanwhile = happened('EvidenceAdded', '2026-05-19', ['lin', 'qiu'], {
      officers: ['lin', 'qiu'],
      signedPaper: paper('evidence-signed'),
      kind: '书证',
      what: '补充台账',
      provider: '当事人',
      papers: [paper('ledger')],
    });
    given(...after(4), meanwhile)
      .when(hold)
      .thenRefused(hostStillApart);
  });
});

describe('hearing/request (APL 63, 64(1))', () => {
  it.each<[string, boolean]>([
    ['2026-05-11', true],
    ['2026-05-12', false],
  ])('on %s, the last day being 2026-05-11: in time %s', (on, inTime) => {
    given(...afterNotice)
      .when({ ...ask, on })
      .then({ type: 'HearingRequested', data: { inTime } });
  });

  it('counts from the day it was asked for, however late it is typed in, after the decision even', () => {
    const entry = { occurredAt: morningOf('2026-05-08'), lateReason: '遗漏', paper: paper('request') };
    given(...decided(majorPenalty))
      .when({ ...ask, on: '2026-06-08', entry })
      .then({
        type: 'HearingRequested',
        data: { paper: paper('request'), lateReason: '遗漏', inTime: true },
      });
  });

  it('made after the decision it is none: the party gave up its right, and has the remedies (APL 62)', () => {
    const waived = happened('StatementWaived', '2026-05-06', 'lin', { paper: paper('waiver') });
    const decidedEarly = [
      ...afterNotice,
      waived,
      happened('DecisionMade', '2026-05-07', 'he', {
        number: '朝市监处罚〔2026〕217号',
        outcome: majorPenalty,
        dossier: digestOf(fileOf(...afterNotice)),
        dueOn: '2026-06-08',
      }),
    ];
    given(...decidedEarly)
      .when(ask)
      .thenRefused(askedBeforeDecision);
    given(...decided(majorPenalty))
      .when({ ...ask, on: '2026-06-08' })
      .thenRefused(askedBeforeDecision);
    const before = { occurredAt: morningOf('2026-05-06'), lateReason: '遗漏', paper: paper('request') };
    given(...decidedEarly)
      .when({ ...ask, entry: before })
      .thenRecords('HearingRequested');
    // A decision made unheard and not served is to be made anew: until then the party is heard.
    given(...decidedEarly, statementOf('2026-05-06'))
      .when(ask)
      .thenRecords('HearingRequested');
  });

  it('by a handler of an open case, once there is a right to it', () => {
    given(...afterNotice)
      .when({ ...ask, by: 'tang' })
      .thenRefused(byHandler);
    given(...filed.slice(0, 1))
      .when(ask)
      .thenRefused(caseOpen, byHandler, rightToHearing);
    given(...proposalApproved(majorPenalty))
      .when(ask)
      .thenRefused(rightToHearing);
  });

  it('a party may rely on a notice that told it of a right', () => {
    const minor = penaltiesOf(minorPenalty);
    const notice = noticeOf(minor, '2026-04-30', '2026-05-11');
    given(...proposalApproved(minorPenalty), notice)
      .when(ask)
      .thenRecords('HearingRequested');
    const silent = happened('NoticeServed', '2026-04-30', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      penalties: minor,
      facts: '…',
      hearingRightTold: false,
      method: 'direct',
      servedOn: '2026-04-30',
      lastDay: '2026-05-11',
      provisional: false,
    });
    given(...proposalApproved(minorPenalty), silent)
      .when(ask)
      .thenRefused(rightToHearing);
  });

  it('once for one notice: a later request takes nothing away', () => {
    given(...after(1))
      .when({ ...ask, on: '2026-05-20' })
      .thenRefused(notAskedAlready);
    given(...after(1), renewed)
      .when({ ...ask, on: '2026-05-28' })
      .thenRefused(notAskedAlready);
    given(...after(4), hearingHeld, renewed)
      .when({ ...ask, on: '2026-05-28' })
      .thenRefused(notAskedAlready);
  });

  it('again on a new notice, when the first hearing is finished; or when the first was withdrawn', () => {
    const finished = [...after(4), hearingHeld, hearingReported];
    given(...finished)
      .when({ ...ask, on: '2026-05-28' })
      .thenRefused(notAskedAlready);
    given(...finished, renewed)
      .when({ ...ask, on: '2026-05-28' })
      .then({
        type: 'HearingRequested',
        data: { inTime: true },
      });
    given(...after(1), ended('withdrawn'))
      .when({ ...ask, on: '2026-05-11' })
      .thenRecords('HearingRequested');
    given(...after(1), ended('absent'))
      .when({ ...ask, on: '2026-05-11' })
      .thenRefused(notAskedAlready);
  });

  it('a late request leaves none to be held', () => {
    const late = happened('HearingRequested', '2026-05-12', 'lin', { inTime: false });
    given(...afterNotice, late)
      .when({ ...nameHost, on: '2026-05-13' })
      .thenRefused(requestedInTime);
  });
});

describe('hearing/serve-notice and hearing/announce (APL 64(2), SAMR-H 20, 22)', () => {
  it('seven working days lie between: 2026-05-12 for 2026-05-22', () => {
    given(...after(2))
      .when(notify)
      .then({ type: 'HearingNoticeServed', data: { ...notify.entry, servedOn: '2026-05-12' } });
    given(...after(2))
      .when({ ...notify, on: '2026-05-13' })
      .thenRefused(sevenWorkingDaysBefore);
    given(...after(2))
      .when({ ...notify, entry: { ...notify.entry, for: 'tomorrow' } })
      .thenRefused(sevenWorkingDaysBefore);
  });

  it('an unproven service counts from its entry, and is none', () => {
    const entry = { ...notify.entry, occurredAt: morningOf('2026-05-12'), lateReason: '外出' };
    const { proof: _, ...unproven } = entry;
    given(...after(2))
      .when({ ...notify, on: '2026-05-13', entry: unproven })
      .thenRefused(sevenWorkingDaysBefore, receiptKept);
    given(...after(2))
      .when({ ...notify, on: '2026-05-13', entry })
      .thenRecords('HearingNoticeServed');
  });

  it('by the host or a handler, once a host is named, by an allowed way', () => {
    given(...after(2))
      .when({ ...notify, by: 'lin' })
      .thenRecords('HearingNoticeServed');
    given(...after(2))
      .when({ ...notify, by: 'tang' })
      .thenRefused(byHostOrHandler);
    given(...after(1))
      .when({ ...notify, by: 'lin' })
      .thenRefused(hostNamed);
    given(...after(2))
      .when({ ...notify, entry: { ...notify.entry, method: 'electronic' } })
      .thenRefused(electronicByConsent);
  });

  it('APL 64(3): is open to the public, but for a secret or privacy', () => {
    const closed = (more: object) =>
      given(...after(2)).when({ ...notify, entry: { ...notify.entry, open: false, ...more } });
    closed({}).thenRefused(closedForSecretsOnly);
    closed({ open: true, closedBecause: 'privacy' }).thenRefused(closedForSecretsOnly);
    closed({ closedBecause: 'business-secret' }).thenRecords('HearingNoticeServed');
  });

  it('three working days lie between announcement and hearing', () => {
    given(...after(3))
      .when(announce)
      .then({ type: 'HearingAnnounced', data: {} });
    given(...after(3))
      .when({ ...announce, on: '2026-05-19' })
      .thenRefused(announcedThreeDaysBefore);
    given(...after(2))
      .when(announce)
      .thenRefused(partyNotified);
  });

  it('a new day has to be announced anew', () => {
    const later = happened('HearingNoticeServed', '2026-05-19', 'qiu', {
      for: '2026-06-01',
      place: '三楼听证室',
      method: 'direct',
      open: true,
      servedOn: '2026-05-19',
    });
    given(...after(4), later)
      .when({ ...hold, on: '2026-06-01' })
      .thenRefused(openHearingAnnounced);
  });
});

describe('hearing/hold, hearing/report (APL 64)', () => {
  it('on the day notified, by the host', () => {
    given(...after(4))
      .when(hold)
      .then({ type: 'HearingHeld', data: hold.entry });
    given(...after(4))
      .when({ ...hold, on: '2026-05-20' })
      .thenRefused(onTheNotifiedDay);
    given(...after(4))
      .when({ ...hold, on: '2026-05-25' })
      .thenRefused(onTheNotifiedDay);
    given(...after(4))
      .when({ ...hold, by: 'tang' })
      .thenRefused(byTheHost);
    given(...after(2))
      .when(hold)
      .thenRefused(partyNotified);
  });

  it('not by a host who was replaced', () => {
    const replaced = happened('HearingHostNamed', '2026-05-19', 'tang', { host: 'luo' });
    given(...after(4), replaced)
      .when(hold)
      .thenRefused(byTheHost);
  });

  it('announced when it is open; a closed one needs no announcement', () => {
    given(...after(3))
      .when(hold)
      .thenRefused(openHearingAnnounced);
    const closed = happened('HearingNoticeServed', '2026-05-12', 'qiu', {
      for: '2026-05-22',
      place: '三楼听证室',
      method: 'direct',
      open: false,
      servedOn: '2026-05-12',
    });
    given(...after(2), closed)
      .when(hold)
      .thenRecords('HearingHeld');
  });

  it('with a record that is signed, or the refusal noted', () => {
    const unsigned = { record: paper('hearing-record'), recordSigned: false };
    given(...after(4))
      .when({ ...hold, entry: unsigned })
      .thenRefused(recordSigned);
    given(...after(4))
      .when({ ...hold, entry: { ...unsigned, refusalNoted: '当事人拒绝签字' } })
      .thenRecords('HearingHeld');
  });

  it('once; then reported once by its host', () => {
    const held = [...after(4), hearingHeld];
    given(...held)
      .when(hold)
      .thenRefused(notOverYet);
    given(...held)
      .when(report)
      .then({ type: 'HearingReported', data: report.entry });
    given(...held)
      .when({ ...report, by: 'tang' })
      .thenRefused(byTheHost);
    given(...held, hearingReported)
      .when(report)
      .thenRefused(heldAndUnreported);
    given(...after(4))
      .when(report)
      .thenRefused(heldAndUnreported);
  });
});

describe('the hearing in the file', () => {
  it('begins anew with a new request, the host of the first forgotten', () => {
    const { hearing } = fileOf(...after(4), hearingHeld, hearingReported, renewed, {
      ...hearingRequested,
      occurredAt: morningOf('2026-05-28'),
    });
    expect(hearing.host).toBeUndefined();
    expect(hearing.requested?.on).toBe('2026-05-28');
    expect(hearing.earlier).toHaveLength(2);
  });
});
