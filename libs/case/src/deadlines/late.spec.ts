/** Every alarm of the tables of limits: what ends its clock may come late, is seen to be late, and the case is finished. */
import { hourLimits, timeLimits } from '@anjuan/law';
import { compliance } from '../compliance/compliance.js';
import { minorPenalty } from '../histories.testing.js';
import { numbered, sampleLists } from '../testing.js';
import { begun, clocksOf, idle, late, play, type Move, type Played } from './course.testing.js';
import * as later from './moves-after-decision.testing.js';
import * as between from './moves-between.testing.js';
import * as m from './moves.testing.js';

const fine = 100_000;
const evidenced: readonly Move[] = [...m.filing, m.scene];
const reviewed: readonly Move[] = [m.conclude(minorPenalty), m.sendToReview, m.review];
const notified: readonly Move[] = [...reviewed, m.approveProposal, m.notice];
const decided: readonly Move[] = [...notified, m.decideCase];
const served: readonly Move[] = [...decided, m.serve];
const paid: readonly Move[] = [m.publish, m.pay(fine), ...m.closing];
/** From the evidence to the closure, with nothing between. */
const rest: readonly Move[] = [...served, ...paid];

const hearingRequested: readonly Move[] = [
  m.conclude(minorPenalty),
  m.sendToLegalReview,
  m.legalReview,
  m.approveProposal,
  m.notice,
  between.askHearing,
];
const fromHearingNotice: readonly Move[] = [between.announceHearing, between.holdHearing];
/** What was heard is reviewed again and discussed. */
const afterHearing: readonly Move[] = [
  between.recheck,
  m.sendToLegalReview,
  m.legalReview,
  ...between.discussion,
  m.decideCase,
  m.serve,
  ...paid,
];

const overdueByYears = { ...later.remind, wait: 230 };
const reminded: readonly Move[] = [...evidenced, ...served, m.publish, overdueByYears];
const applied: readonly Move[] = [
  ...reminded,
  { ...later.askForCourt, wait: 20 },
  later.approveCourt,
  later.applyToCourt,
];
const courtEnds: readonly Move[] = [later.courtSays('ended'), ...m.closing];
const toPolice: readonly Move[] = [...evidenced, between.reportCrime];
const sent: readonly Move[] = [...toPolice, between.decideTransfer, { ...between.sendToPolice, wait: 0 }];
const annulled: readonly Move[] = [
  ...evidenced,
  ...served,
  m.publish,
  later.acceptRemedy('reconsideration'),
  later.remedyOutcome('annulled'),
  later.annul,
];
const elsewhere: readonly Move[] = [m.lead, m.inspect, m.askToFileElsewhere, m.fileCase, m.scene, ...served];
const collected: readonly Move[] = [later.decideOnTheSpot, later.collect];

/** By clock: what comes before, what ends it and comes `by` days late, and what is left until the closure. */
type Row = Readonly<{ before: readonly Move[]; ends: Move; after: readonly Move[] }>;
const rows: Readonly<Record<string, Row>> = {
  'lead-check': { before: [m.lead, m.inspect, m.askToFile], ends: m.fileCase, after: [m.scene, ...rest] },
  'jurisdiction-talks': {
    before: [...evidenced, between.dispute],
    ends: between.reportDispute,
    after: [between.settleDispute, ...rest],
  },
  'jurisdiction-ruling': {
    before: [...evidenced, between.dispute, between.reportDispute],
    ends: between.settleDispute,
    after: rest,
  },
  'urgent-measure-approval': {
    before: [...evidenced, between.seizeUrgently],
    ends: between.makeUpSeizure,
    after: [...between.lifting, ...rest],
  },
  'urgent-measure-approval of a preservation': {
    before: [...evidenced, between.preserveUrgently],
    ends: between.makeUpPreservation,
    after: [between.liftPreservation, ...rest],
  },
  'assistance-answer': {
    before: [...evidenced, between.askAssistance],
    ends: between.assistanceAnswer,
    after: rest,
  },
  review: {
    before: [...evidenced, m.conclude(minorPenalty), m.sendToReview],
    ends: m.review,
    after: [m.approveProposal, m.notice, m.decideCase, m.serve, ...paid],
  },
  'hearing-host': {
    before: [...evidenced, ...hearingRequested],
    ends: between.nameHost,
    after: [
      between.handOverFile,
      between.hearingNotice,
      ...fromHearingNotice,
      between.reportHearing,
      ...afterHearing,
    ],
  },
  'hearing-file': {
    before: [...evidenced, ...hearingRequested, between.nameHost],
    ends: between.handOverFile,
    after: [between.hearingNotice, ...fromHearingNotice, between.reportHearing, ...afterHearing],
  },
  'hearing-date': {
    before: [...evidenced, ...hearingRequested, between.nameHost, between.handOverFile],
    ends: between.hearingNotice,
    after: [...fromHearingNotice, between.reportHearing, ...afterHearing],
  },
  'hearing-report': {
    before: [
      ...evidenced,
      ...hearingRequested,
      between.nameHost,
      between.handOverFile,
      between.hearingNotice,
      ...fromHearingNotice,
    ],
    ends: between.reportHearing,
    after: afterHearing,
  },
  'decision-period': { before: [...evidenced, ...notified], ends: m.decideCase, after: [m.serve, ...paid] },
  'decision-service': { before: [...evidenced, ...decided], ends: m.serve, after: paid },
  'credit-publicity': {
    before: [...evidenced, ...served],
    ends: m.publish,
    after: [m.pay(fine), ...m.closing],
  },
  publication: { before: [...evidenced, ...served], ends: m.publish, after: [m.pay(fine), ...m.closing] },
  'publicity-push': { before: elsewhere, ends: m.publish, after: [m.pay(fine), ...m.closing] },
  'publication-withdrawal': { before: annulled, ends: later.withdrawPublication, after: later.closeAnnulled },
  payment: { before: [...evidenced, ...served, m.publish], ends: m.pay(fine), after: m.closing },
  'surcharge-ceiling': {
    before: [...evidenced, ...served, m.publish, idle(20)],
    ends: m.pay(fine),
    after: m.closing,
  },
  'cash-hand-in': {
    before: collected,
    ends: later.handInMoney,
    after: [later.bankMoney, later.handInFile, ...m.closing],
  },
  'cash-banking': {
    before: [...collected, later.handInMoney],
    ends: later.bankMoney,
    after: [later.handInFile, ...m.closing],
  },
  reconsideration: {
    before: [...evidenced, ...served],
    ends: later.acceptRemedy('reconsideration'),
    after: [later.remedyOutcome('upheld'), ...paid],
  },
  suit: {
    before: [...evidenced, ...served],
    ends: later.acceptRemedy('litigation'),
    after: [later.remedyOutcome('upheld'), ...paid],
  },
  'suit-after-reconsideration': {
    before: [...evidenced, ...served, later.acceptRemedy('reconsideration'), later.remedyOutcome('upheld')],
    ends: later.acceptRemedy('litigation'),
    after: [later.remedyOutcome('upheld'), ...paid],
  },
  'court-acceptance': {
    before: applied,
    ends: later.courtSays('accepted'),
    after: [later.courtSays('ordered'), ...courtEnds],
  },
  'court-ruling': {
    before: [...applied, later.courtSays('accepted')],
    ends: later.courtSays('ordered'),
    after: courtEnds,
  },
  'court-ruling-on-flaws': {
    before: [...applied, later.courtSays('accepted'), idle(12)],
    ends: later.courtSays('not-enforced'),
    after: [later.askHigherCourt, later.courtSays('ordered'), ...courtEnds],
  },
  'court-challenge': {
    before: [...applied, later.courtSays('accepted'), later.courtSays('not-enforced')],
    ends: later.askHigherCourt,
    after: [later.courtSays('ordered'), ...courtEnds],
  },
  'crime-transfer-decision': {
    before: toPolice,
    ends: between.decideTransfer,
    after: [between.sendToPolice, between.policeAnswer('refused'), ...rest],
  },
  'crime-transfer': {
    before: [...toPolice, between.decideTransfer],
    ends: between.sendToPolice,
    after: [between.policeAnswer('refused'), ...rest],
  },
  'police-decision': { before: sent, ends: between.policeAnswer('refused'), after: rest },
  'police-reconsideration': {
    before: [...sent, between.policeAnswer('refused')],
    ends: between.askPoliceAgain,
    after: [between.policeAnswerAgain, ...rest],
  },
  'goods-hand-over': {
    before: [...sent, between.policeAnswer('filed')],
    ends: between.handOverGoods,
    after: [between.criminalOutcome, ...rest],
  },
  'seizure-term': {
    before: [
      ...evidenced,
      between.seizeUrgently,
      { ...between.makeUpSeizure, wait: 0 },
      ...between.liftingRequested,
    ],
    ends: between.lift,
    after: rest,
  },
  closure: {
    before: [...evidenced, ...served, m.publish, m.pay(fine)],
    ends: m.askToClose,
    after: [m.close],
  },
  'on-the-spot-file': {
    before: [...collected, later.handInMoney, later.bankMoney],
    ends: later.handInFile,
    after: m.closing,
  },
};

const clockOf = (row: string): string => row.split(' ')[0] ?? row;

/** Of alarms nothing of a case starts: docs/provisions.md says of each why. */
const outsideTheCase = [
  ...[
    'complaint-acceptance',
    'mediation',
    'mediation-end-notice',
    'mediation-lead-check',
    'reporter-notice',
    'repair-acceptance',
    'repair-decision',
    'repair-decision-abnormal-list',
    'repair',
    'listing-publication',
    'listing-push',
    'listing-removal',
    'publicity-end-minor',
    'publicity-end-general',
    'publicity-end-serious',
  ],
  ...[
    'publicity-at-registration',
    'spot-check-publication',
    'supervision-answer',
    'freezing-service',
    'substitute-performance-reminder',
  ],
];
const alarms = new Set<string>(
  [...timeLimits, ...hourLimits].filter(({ effect }) => effect === 'alarm').map(({ id }) => id),
);

const missedOf = (played: Played): readonly string[] =>
  compliance({
    ...played,
    history: numbered(played.history),
    deadlines: clocksOf(played),
    lists: sampleLists,
  }).missed.map(({ id }) => id);

describe('an alarm', () => {
  it('has a row here, or nothing in a case starts it', () => {
    expect([...new Set([...Object.keys(rows).map(clockOf), ...outsideTheCase])].sort()).toStrictEqual(
      [...alarms].sort(),
    );
  });

  it.each(Object.entries(rows))(
    '%s: may be met late, is seen to be late, and the case is closed',
    (name, row) => {
      const id = clockOf(name);
      const waiting = play(begun('2026-03-02'), row.before);
      const before = clocksOf(waiting).findLast((clock) => clock.id === id);
      expect(before).toMatchObject({ state: 'running' });
      const done = play(waiting, [late(id, 4, row.ends)]);
      const seen = clocksOf(done).findLast((clock) => clock.id === id);
      expect(seen).toMatchObject({ state: 'missed', daysLate: 4, due: before?.due, effect: 'alarm' });
      expect(seen?.metBy).toBeGreaterThanOrEqual(waiting.history.length);
      expect(missedOf(done)).toContain(id);
      const closed = play(done, row.after);
      expect(closed.file.closure).toBeDefined();
      expect(missedOf(closed)).toContain(id);
    },
  );

  it.each([
    ['police-reconsideration', [...sent, between.policeAnswer('refused')]],
    ['court-challenge', [...applied, later.courtSays('refused')]],
  ] as const)('%s: a right not used is over, and nobody is late with it', (id, before) => {
    const over = clocksOf(play(begun('2026-03-02'), [...before, idle(60)])).findLast(
      (clock) => clock.id === id,
    );
    expect(over).toMatchObject({ state: 'lapsed' });
    expect(over).not.toHaveProperty('daysLate');
  });

  it('publicity-push takes the place of publication for a party registered in another province, and of no other', () => {
    const ids = (moves: readonly Move[]) =>
      clocksOf(play(begun('2026-03-02'), moves)).flatMap(({ id }) =>
        id === 'publication' || id === 'publicity-push' ? [id] : [],
      );
    expect(ids(elsewhere)).toStrictEqual(['publicity-push']);
    expect(ids([...evidenced, ...served])).toStrictEqual(['publication']);
  });
});
