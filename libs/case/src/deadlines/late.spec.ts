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

const hearingAsked: readonly Move[] = [
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
const elsewhere: readonly Move[] = [m.lead, m.askToFileElsewhere, m.fileCase, m.scene, ...served];
const collected: readonly Move[] = [later.decideOnTheSpot, later.collect];

/** By clock: what comes before, what ends it and comes `by` days late, and what is left until the closure. */
type Row = Readonly<{ before: readonly Move[]; ends: Move; after: readonly Move[] }>;
const rows: Readonly<Record<string, Row>> = {
  C01: { before: [m.lead, m.askToFile], ends: m.fileCase, after: [m.scene, ...rest] },
  C07: {
    before: [...evidenced, between.dispute],
    ends: between.reportDispute,
    after: [between.settleDispute, ...rest],
  },
  C08: {
    before: [...evidenced, between.dispute, between.reportDispute],
    ends: between.settleDispute,
    after: rest,
  },
  C09: {
    before: [...evidenced, between.seizeUrgently],
    ends: between.makeUpSeizure,
    after: [...between.lifting, ...rest],
  },
  'C09 of a preservation': {
    before: [...evidenced, between.preserveUrgently],
    ends: between.makeUpPreservation,
    after: rest,
  },
  C12: { before: [...evidenced, between.askAssistance], ends: between.assistanceAnswer, after: rest },
  C13: {
    before: [...evidenced, m.conclude(minorPenalty), m.sendToReview],
    ends: m.review,
    after: [m.approveProposal, m.notice, m.decideCase, m.serve, ...paid],
  },
  C15: {
    before: [...evidenced, ...hearingAsked],
    ends: between.nameHost,
    after: [
      between.handOverFile,
      between.hearingNotice,
      ...fromHearingNotice,
      between.reportHearing,
      ...afterHearing,
    ],
  },
  C16: {
    before: [...evidenced, ...hearingAsked, between.nameHost],
    ends: between.handOverFile,
    after: [between.hearingNotice, ...fromHearingNotice, between.reportHearing, ...afterHearing],
  },
  C17: {
    before: [...evidenced, ...hearingAsked, between.nameHost, between.handOverFile],
    ends: between.hearingNotice,
    after: [...fromHearingNotice, between.reportHearing, ...afterHearing],
  },
  C20: {
    before: [
      ...evidenced,
      ...hearingAsked,
      between.nameHost,
      between.handOverFile,
      between.hearingNotice,
      ...fromHearingNotice,
    ],
    ends: between.reportHearing,
    after: afterHearing,
  },
  C21: { before: [...evidenced, ...notified], ends: m.decideCase, after: [m.serve, ...paid] },
  C22: { before: [...evidenced, ...decided], ends: m.serve, after: paid },
  C24: { before: [...evidenced, ...served], ends: m.publish, after: [m.pay(fine), ...m.closing] },
  C25: { before: [...evidenced, ...served], ends: m.publish, after: [m.pay(fine), ...m.closing] },
  C26: { before: elsewhere, ends: m.publish, after: [m.pay(fine), ...m.closing] },
  C27: { before: annulled, ends: later.withdrawPublication, after: later.closeAnnulled },
  C28: { before: [...evidenced, ...served, m.publish], ends: m.pay(fine), after: m.closing },
  C29: { before: [...evidenced, ...served, m.publish, idle(20)], ends: m.pay(fine), after: m.closing },
  C30: {
    before: collected,
    ends: later.handInMoney,
    after: [later.bankMoney, later.handInFile, ...m.closing],
  },
  C30b: {
    before: [...collected, later.handInMoney],
    ends: later.bankMoney,
    after: [later.handInFile, ...m.closing],
  },
  C31: {
    before: [...evidenced, ...served],
    ends: later.acceptRemedy('reconsideration'),
    after: [later.remedyOutcome('upheld'), ...paid],
  },
  C32: {
    before: [...evidenced, ...served],
    ends: later.acceptRemedy('litigation'),
    after: [later.remedyOutcome('upheld'), ...paid],
  },
  C33: {
    before: [...evidenced, ...served, later.acceptRemedy('reconsideration'), later.remedyOutcome('upheld')],
    ends: later.acceptRemedy('litigation'),
    after: [later.remedyOutcome('upheld'), ...paid],
  },
  C36: {
    before: applied,
    ends: later.courtSays('accepted'),
    after: [later.courtSays('ordered'), ...courtEnds],
  },
  C36b: {
    before: [...applied, later.courtSays('accepted')],
    ends: later.courtSays('ordered'),
    after: courtEnds,
  },
  C36c: {
    before: [...applied, later.courtSays('accepted'), idle(12)],
    ends: later.courtSays('not-enforced'),
    after: [later.askHigherCourt, later.courtSays('ordered'), ...courtEnds],
  },
  C37: {
    before: [...applied, later.courtSays('accepted'), later.courtSays('not-enforced')],
    ends: later.askHigherCourt,
    after: [later.courtSays('ordered'), ...courtEnds],
  },
  C38: {
    before: toPolice,
    ends: between.decideTransfer,
    after: [between.sendToPolice, between.policeAnswer('refused'), ...rest],
  },
  C38b: {
    before: [...toPolice, between.decideTransfer],
    ends: between.sendToPolice,
    after: [between.policeAnswer('refused'), ...rest],
  },
  C39: { before: sent, ends: between.policeAnswer('refused'), after: rest },
  C40: {
    before: [...sent, between.policeAnswer('refused')],
    ends: between.askPoliceAgain,
    after: [between.policeAnswerAgain, ...rest],
  },
  C41: {
    before: [...sent, between.policeAnswer('filed')],
    ends: between.handOverGoods,
    after: [between.criminalOutcome, ...rest],
  },
  C42: { before: [...evidenced, ...served, m.publish, m.pay(fine)], ends: m.askToClose, after: [m.close] },
  C43: {
    before: [...collected, later.handInMoney, later.bankMoney],
    ends: later.handInFile,
    after: m.closing,
  },
};

const clockOf = (row: string): string => row.split(' ')[0] ?? row;

/** Of alarms nothing of a case starts: docs/provisions.md says of each why. */
const beside = [
  ...['C02', 'C03', 'C04', 'C05', 'C06', 'C45', 'C45b', 'C45c', 'C46', 'C46b', 'C47', 'C47b', 'C47c'],
  ...['C26b', 'C48', 'C49', 'C50', 'C51', 'C52'],
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
    expect([...new Set([...Object.keys(rows).map(clockOf), ...beside])].sort()).toStrictEqual(
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

  it('C26 takes the place of C25 for a party registered in another province, and of no other', () => {
    const ids = (moves: readonly Move[]) =>
      clocksOf(play(begun('2026-03-02'), moves)).flatMap(({ id }) =>
        id === 'C25' || id === 'C26' ? [id] : [],
      );
    expect(ids(elsewhere)).toStrictEqual(['C26']);
    expect(ids([...evidenced, ...served])).toStrictEqual(['C25']);
  });
});
