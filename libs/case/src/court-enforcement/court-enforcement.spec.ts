import { chinaCalendar } from '@anjuan/law';
import { officerCredentialValid } from '../officers.js';
import { courtEnded } from '../closure/provisions.js';
import { deadlines } from '../deadlines.js';
import { changed, lighter } from '../decision-change/changed.testing.js';
import { overdue } from '../execution/later-payment-provisions.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { partyHeard } from '../service/provisions.js';
import { majorPenalty, paid, served } from '../histories.testing.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import type { CourtAnswer } from './court-enforcement.js';
import { afterTheApplication, answersInOrder, applied, refusedByCourt } from './answers.js';
import {
  afterTheReminder,
  applicationApproved,
  bundleComplete,
  inThreeMonths,
  noRemedyPending,
  notApplied,
  objectNamed,
  oneRequest,
  opinionReChecked,
  reminderComplete,
  reminderServed,
  remedyPeriodOver,
  signedByHead,
  tenDaysAfterReminder,
} from './provisions.js';

/** Served on 2026-06-08: fifteen days end on 06-23, six months on 12-08; ten working days of the reminder on 2026-12-24. */
const due = served(majorPenalty);
const two = { officers: ['lin', 'gao'], signedPaper: paper('reminder-signed') } as const;
const reminder = {
  ...two,
  payBy: '2026-12-25',
  how: '到指定银行缴纳',
  reminder: paper('reminder'),
  method: 'direct' as const,
  proof: paper('receipt'),
};
const remindedOn = (on: string): Happened => happened('ReminderServed', on, ['lin', 'gao'], reminder);
const terms = { court: '北京市朝阳区人民法院', object: '罚款184,000元' };
const bundle = {
  approval: 13,
  application: paper('application'),
  enclosed: [paper('decision'), paper('reminder')],
};
/** Entries 12–14. */
const ready = [
  ...due,
  remindedOn('2026-12-10'),
  happened('ApprovalRequested', '2026-12-25', 'lin', { matter: 'court-enforcement', terms }),
  happened('ApprovalGiven', '2026-12-25', 'tang', { approval: 13, matter: 'court-enforcement' }),
];
const appliedOn = (on: string): Happened => happened('CourtApplied', on, 'lin', { ...bundle, ...terms });
const answeredOn = (on: string, answer: CourtAnswer): Happened =>
  happened('CourtAnswered', on, 'lin', { answer, ruling: paper(`ruling-${answer}`) });
const before = [...ready, appliedOn('2026-12-28')];

describe('the reminder (ACL 35, 54)', () => {
  const serve = {
    on: '2026-12-10',
    by: 'lin',
    act: 'court-enforcement/serve-reminder',
    entry: reminder,
  } as const;

  it('is served by two officers once payment is overdue', () => {
    given(...due)
      .when(serve)
      .then({ type: 'ReminderServed', data: reminder });
    given(...due)
      .when({ ...serve, on: '2026-06-23', entry: { ...reminder, payBy: '2026-07-10' } })
      .thenRefused(overdue);
    given(...due, paid('2026-06-20', 'fine', 18_400_000), paid('2026-06-20', 'illegal-gains', 1_526_000))
      .when(serve)
      .thenRefused(overdue);
  });

  it('is served after the last day to pay, whenever it is entered', () => {
    const early = { ...reminder, occurredAt: morningOf('2026-06-23'), lateReason: '补录' };
    given(...due)
      .when({ ...serve, on: '2026-06-30', entry: early })
      .thenRefused(overdue);
    given(...due)
      .when({ ...serve, on: '2026-06-30', entry: { ...early, occurredAt: morningOf('2026-06-24') } })
      .thenRecords('ReminderServed');
  });

  it('is none of a decision made unheard (APL 62), nor while a plan is kept', () => {
    given(...due, happened('HearingRequested', '2026-06-10', 'lin', { inTime: true }))
      .when(serve)
      .thenRefused(partyHeard);
    const deferred = happened('DeferralApproved', '2026-06-22', 'tang', {
      until: '2026-12-31',
      application: 12,
    });
    const gains = paid('2026-06-20', 'illegal-gains', 1_526_000);
    given(...due, deferred, gains)
      .when(serve)
      .thenRefused(overdue);
    given(...due, deferred, gains)
      .when({ ...serve, on: '2027-01-01', entry: { ...reminder, payBy: '2027-01-20' } })
      .thenRecords('ReminderServed');
  });

  it('says by when and how to pay', () => {
    for (const entry of [
      { ...reminder, how: ' ' },
      { ...reminder, payBy: '2026-12-10' },
    ]) {
      given(...due)
        .when({ ...serve, entry })
        .thenRefused(reminderComplete);
    }
  });

  it('is answered by the party, and that is re-checked (ACL 36)', () => {
    const opinion = { opinion: '经营困难', reply: '已给予分期，不予采纳', paper: paper('opinion') };
    const record = {
      on: '2026-12-15',
      by: 'lin',
      act: 'court-enforcement/record-opinion',
      entry: opinion,
    } as const;
    given(...due, remindedOn('2026-12-10'))
      .when(record)
      .then({ type: 'ReminderAnswered', data: opinion });
    given(...due)
      .when(record)
      .thenRefused(reminderServed);
    given(...due, remindedOn('2026-12-10'))
      .when({ ...record, entry: { ...opinion, reply: '' } })
      .thenRefused(opinionReChecked);
    given(...due, remindedOn('2026-12-10'))
      .when({ ...record, entry: { ...opinion, occurredAt: morningOf('2026-12-09'), lateReason: '补录' } })
      .thenRefused(afterTheReminder);
  });
});

describe('the head signs (ACL 55(2))', () => {
  const ask = { on: '2026-12-25', by: 'lin', act: 'court-enforcement/request', entry: terms } as const;
  const reminded = [...due, remindedOn('2026-12-10')];

  it('what a handler puts forward: court and object, after a reminder', () => {
    given(...reminded)
      .when(ask)
      .then({ type: 'ApprovalRequested', data: { matter: 'court-enforcement', terms } });
    given(...due)
      .when(ask)
      .thenRefused(reminderServed);
    given(...reminded)
      .when({ ...ask, entry: { ...terms, object: '' } })
      .thenRefused(objectNamed);
    given(...ready.slice(0, 14))
      .when(ask)
      .thenRefused(oneRequest);
    given(...reminded)
      .when({ ...ask, by: 'shen' })
      .thenRefused(officerCredentialValid, byThoseInCharge);
  });

  it('and nobody else', () => {
    const approve = {
      on: '2026-12-25',
      by: 'tang',
      act: 'court-enforcement/approve',
      entry: { approval: 13 },
    } as const;
    given(...ready.slice(0, 14))
      .when(approve)
      .then({ type: 'ApprovalGiven', data: { approval: 13, matter: 'court-enforcement' } });
    given(...ready.slice(0, 14))
      .when({ ...approve, by: 'zhou' })
      .thenRefused(signedByHead);
  });
});

describe('court-enforcement/apply (gate row CourtApplied)', () => {
  const apply = { on: '2026-12-28', by: 'lin', act: 'court-enforcement/apply', entry: bundle } as const;

  it('when all of the gate is met', () => {
    given(...ready)
      .when(apply)
      .then({ type: 'CourtApplied', data: { ...bundle, ...terms } });
  });

  it('not while the party may still go to law, or does (ACL 53)', () => {
    const early = [
      ...due,
      remindedOn('2026-11-20'),
      happened('ApprovalRequested', '2026-11-25', 'lin', { matter: 'court-enforcement', terms }),
      happened('ApprovalGiven', '2026-11-25', 'tang', { approval: 13, matter: 'court-enforcement' }),
    ];
    given(...early)
      .when({ ...apply, on: '2026-12-08' })
      .thenRefused(remedyPeriodOver);
    given(...early)
      .when({ ...apply, on: '2026-12-09' })
      .thenRecords('CourtApplied');
    const sued = happened('RemedyAccepted', '2026-12-01', 'lin', {
      kind: 'litigation',
      organ: '北京市朝阳区人民法院',
      number: '（2026）京0105行初1号',
      notice: paper('summons'),
    });
    given(...ready, sued)
      .when(apply)
      .thenRefused(noRemedyPending);
  });

  it('ten working days after the reminder, not before (ACL 54)', () => {
    given(...due, remindedOn('2026-12-15'), ...ready.slice(13))
      .when({ ...apply, on: '2026-12-29' })
      .thenRefused(tenDaysAfterReminder);
    given(...due, remindedOn('2026-12-15'), ...ready.slice(13))
      .when({ ...apply, on: '2026-12-30' })
      .thenRecords('CourtApplied');
  });

  it('within three months, later only for a good reason (ACL 53)', () => {
    given(...ready)
      .when({ ...apply, on: '2027-03-08' })
      .thenRecords('CourtApplied');
    given(...ready)
      .when({ ...apply, on: '2027-03-09' })
      .thenRefused(inThreeMonths);
    given(...ready)
      .when({ ...apply, on: '2027-03-09', entry: { ...bundle, whyLate: '疫情封控' } })
      .thenRecords('CourtApplied');
  });

  it('not before the head has signed', () => {
    const late = { ...bundle, lateReason: '补录' };
    const reminded = [
      ...due,
      remindedOn('2026-11-20'),
      happened('ApprovalRequested', '2026-12-25', 'lin', { matter: 'court-enforcement', terms }),
      happened('ApprovalGiven', '2026-12-25', 'tang', { approval: 13, matter: 'court-enforcement' }),
    ];
    given(...reminded)
      .when({ ...apply, entry: { ...late, occurredAt: morningOf('2026-12-24') } })
      .thenRefused(applicationApproved);
    given(...reminded)
      .when({ ...apply, entry: { ...late, occurredAt: morningOf('2026-12-25') } })
      .thenRecords('CourtApplied');
  });

  it('of the decision as it is now: what was signed and demanded of the one before a change is not of it', () => {
    const before = [
      ...due,
      remindedOn('2026-07-01'),
      happened('ApprovalRequested', '2026-07-20', 'lin', { matter: 'court-enforcement', terms }),
      happened('ApprovalGiven', '2026-07-20', 'tang', { approval: 13, matter: 'court-enforcement' }),
      changed({ kind: 'changed', outcome: lighter }),
    ];
    given(...before)
      .when(apply)
      .thenRefused(reminderServed, applicationApproved);
    const remindedAnew = [...before, remindedOn('2026-12-10')];
    given(...remindedAnew)
      .when(apply)
      .thenRefused(applicationApproved);
    const signedAnew = [
      ...remindedAnew,
      happened('ApprovalRequested', '2026-12-25', 'lin', { matter: 'court-enforcement', terms }),
      happened('ApprovalGiven', '2026-12-25', 'tang', { approval: 17, matter: 'court-enforcement' }),
    ];
    given(...signedAnew)
      .when({ ...apply, entry: { ...bundle, approval: 17 } })
      .thenRecords('CourtApplied');
    // Served before the change, and entered after it.
    given(...before, remindedOn('2026-08-20'))
      .when(apply)
      .thenRefused(reminderServed, applicationApproved);
  });

  it('not of a decision made unheard (APL 62)', () => {
    given(...ready, happened('HearingRequested', '2026-12-26', 'lin', { inTime: true }))
      .when(apply)
      .thenRefused(partyHeard);
  });

  it('under an approval of its own, with all papers, once', () => {
    given(...ready)
      .when({ ...apply, entry: { ...bundle, approval: 12 } })
      .thenRefused(applicationApproved);
    given(...ready)
      .when({ ...apply, entry: { ...bundle, enclosed: [bundle.application, bundle.application] } })
      .thenRefused(bundleComplete);
    given(...before)
      .when({ ...apply, on: '2026-12-29' })
      .thenRefused(notApplied, applicationApproved);
  });
});

describe('the answer of the court (ACL 56–58)', () => {
  const record = (answer: CourtAnswer, on = '2027-01-04') =>
    ({
      on,
      by: 'lin',
      act: 'court-enforcement/record-court-answer',
      entry: { answer, ruling: paper('ruling') },
    }) as const;

  it('comes in its order', () => {
    given(...before)
      .when(record('accepted'))
      .thenRecords('CourtAnswered');
    given(...before)
      .when(record('ended'))
      .thenRefused(answersInOrder);
    const accepted = [...before, answeredOn('2027-01-04', 'accepted')];
    given(...accepted)
      .when(record('ordered', '2027-01-08'))
      .thenRecords('CourtAnswered');
    given(...accepted, answeredOn('2027-01-08', 'ordered'))
      .when(record('ended', '2027-03-08'))
      .thenRecords('CourtAnswered');
    given(...accepted, answeredOn('2027-01-08', 'ordered'), answeredOn('2027-03-08', 'ended'))
      .when(record('ordered', '2027-03-09'))
      .thenRefused(answersInOrder);
  });

  it('to an application that was made, and not before it', () => {
    given(...ready)
      .when(record('accepted'))
      .thenRefused(applied);
    given(...before)
      .when({
        ...record('accepted'),
        entry: {
          answer: 'accepted',
          ruling: paper('r'),
          occurredAt: morningOf('2026-12-27'),
          lateReason: '补录',
        },
      })
      .thenRefused(afterTheApplication);
  });

  it('may be challenged before the higher court, which then answers', () => {
    const ask = {
      on: '2027-01-06',
      by: 'lin',
      act: 'court-enforcement/ask-higher-court',
      entry: { court: '北京市第三中级人民法院', application: paper('challenge') },
    } as const;
    const refused = [...before, answeredOn('2027-01-04', 'refused')];
    given(...refused)
      .when(ask)
      .then({ type: 'HigherCourtAsked', data: ask.entry });
    given(...before)
      .when(ask)
      .thenRefused(refusedByCourt);
    given(...refused)
      .when(record('accepted', '2027-01-07'))
      .thenRefused(answersInOrder);
    const challenged = [...refused, happened('HigherCourtAsked', '2027-01-06', 'lin', ask.entry)];
    given(...challenged)
      .when(record('accepted', '2027-01-20'))
      .thenRecords('CourtAnswered');
    given(...challenged)
      .when(ask)
      .thenRefused(refusedByCourt);
    const lost = [...before, answeredOn('2027-01-04', 'accepted'), answeredOn('2027-01-10', 'not-enforced')];
    given(...lost, happened('HigherCourtAsked', '2027-01-12', 'lin', ask.entry))
      .when(record('ordered', '2027-01-30'))
      .thenRecords('CourtAnswered');
  });

  it('ends the case only when the execution was ended (SAMR-P 77(1)(2))', () => {
    const close = {
      on: '2027-03-10',
      by: 'lin',
      act: 'closure/request',
      entry: { ground: 'court-ended-execution', note: '（2027）京0105执1号' },
    } as const;
    const ordered = [...before, answeredOn('2027-01-04', 'accepted'), answeredOn('2027-01-08', 'ordered')];
    given(...ordered)
      .when(close)
      .thenRefused(courtEnded);
    given(...ordered, answeredOn('2027-03-08', 'ended'))
      .when(close)
      .thenRecords('ApprovalRequested');
  });
});

describe('its periods', () => {
  const ofTheCourt = [
    'reminder',
    'court-application',
    'court-acceptance',
    'court-ruling',
    'court-ruling-on-flaws',
    'court-challenge',
  ];
  it('are shown as clocks: reminder, three months, the court’s days', () => {
    const ids = (today: string, ...history: readonly Happened[]) =>
      deadlines(fileOf(...history), { calendar: chinaCalendar, today })
        .filter(({ id }) => ofTheCourt.includes(id))
        .map(({ id, due: day, state }) => `${id} ${day} ${state}`);
    expect(ids('2026-12-15', ...due, remindedOn('2026-12-10'))).toStrictEqual([
      'reminder 2026-12-24 running',
      'court-application 2027-03-08 running',
    ]);
    expect(ids('2027-03-10', ...ready)).toStrictEqual([
      'reminder 2026-12-24 met',
      'court-application 2027-03-08 missed',
    ]);
    expect(ids('2027-01-05', ...before, answeredOn('2027-01-04', 'accepted'))).toStrictEqual([
      'reminder 2026-12-24 met',
      'court-application 2027-03-08 met',
      'court-acceptance 2027-01-04 met',
      'court-ruling 2027-01-13 running',
    ]);
    expect(ids('2027-01-05', ...before, answeredOn('2027-01-04', 'refused')).at(-1)).toBe(
      'court-challenge 2027-01-19 running',
    );
  });
});
