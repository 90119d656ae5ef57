/** Every lapse and every gate of the tables of limits: what changes by itself with its last day, and which act it bars. */
import { addDays, timeLimits, type Effect, type LocalDate } from '@anjuan/law';
import type { Stated } from '@anjuan/procedure';
import { penaltyServed, seizuresEnded } from '../closure/provisions.js';
import { inThreeMonths, tenDaysAfterReminder } from '../court-enforcement/provisions.js';
import { periodOver } from '../decision/of-penalty.js';
import { announcedThreeDaysBefore, sevenWorkingDaysBefore } from '../hearing/holding.js';
import { threeYears } from '../execution-suspension/provisions.js';
import { minorPenalty } from '../histories.testing.js';
import { withinLimitation } from '../initiation/filing-terms.js';
import { officerCredentialValid } from '../officers.js';
import { stillPreserved } from '../preservation/provisions.js';
import { nothingPreserved } from '../preservation/term.js';
import { paper } from '../testing.js';
import { begun, clocksOf, idle, move, play, trying, type Move, type Played } from './course.testing.js';
import * as later from './moves-after-decision.testing.js';
import * as between from './moves-between.testing.js';
import * as m from './moves.testing.js';

const from = begun('2026-03-02');
const evidenced: readonly Move[] = [...m.filing, m.scene];
const notified: readonly Move[] = [
  ...evidenced,
  m.conclude(minorPenalty),
  m.sendToReview,
  m.review,
  m.approveProposal,
  m.notice,
];
const paid: readonly Move[] = [m.publish, m.pay(100_000)];
const served: readonly Move[] = [...notified, m.decideCase, m.serve];
const rest: readonly Move[] = [...served.slice(evidenced.length), ...paid, ...m.closing];

const on = (day: LocalDate, it: Move): Move => ({ ...it, wait: () => day });
const clockOn = (played: Played, id: string, day: LocalDate) =>
  clocksOf(play(played, [on(day, idle(0))])).findLast((clock) => clock.id === id);
const dueOf = (played: Played, id: string): LocalDate => clockOn(played, id, played.today)?.due ?? '';

/** It runs on its last day, and is over the day after with nothing entered. */
const lapses = (played: Played, id: string): LocalDate => {
  const due = dueOf(played, id);
  expect(clockOn(played, id, due)).toMatchObject({ state: 'running' });
  const over = clockOn(played, id, addDays(due, 1));
  expect(over).toMatchObject({ state: 'lapsed' });
  expect(over).not.toHaveProperty('metBy');
  expect(over).not.toHaveProperty('daysLate');
  return due;
};

/** Barred on that day by this provision and no other; not barred on the other day. */
const barred = (played: Played, it: Move, by: Stated, days: { on: LocalDate; notOn: LocalDate }): void => {
  trying(played, on(days.on, it)).thenRefused(by);
  trying(played, on(days.notOn, it)).thenAllowed();
};

const deal = move(
  'preservation/deal-with',
  'lin',
)(({ preservations }) => ({
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  preservation: preservations.at(-1)?.entry ?? -1,
  manner: 'recorded',
  what: '已经复制',
}));
const byPublicNotice = move(
  'service/serve-decision',
  'lin',
)(() => ({
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  method: 'public-notice',
  otherMethodsFailed: '下落不明',
  media: [paper('notice on the board')],
}));
/** The breach ended so long ago; found today. */
const fileOf = (to: LocalDate, endangersLifeOrProperty: boolean): Move =>
  move(
    'initiation/request-filing',
    'lin',
  )((file, today) => ({
    ...m.onEvidence(file),
    act: { from: to, to },
    discoveredOn: today,
    endangersLifeOrProperty,
  }));

/** Given up when it is over, and no decision before: a lapse and a gate. */
const theirPeriod = (): void => {
  const afterNotice = play(from, notified);
  const due = lapses(afterNotice, 'statement');
  barred(afterNotice, m.decideCase, periodOver, { on: due, notOn: addDays(due, 1) });
};

const lapse: Readonly<Record<string, () => void>> = {
  'preservation-term': () => {
    const made = { ...between.makeUpPreservation, wait: 0 };
    const preserved = play(from, [...evidenced, between.preserveUrgently, made]);
    const due = lapses(preserved, 'preservation-term');
    barred(preserved, deal, stillPreserved, { on: addDays(due, 1), notOn: due });
    trying(preserved, idle(10), between.liftPreservation, ...rest).thenAllowed();
    trying(preserved, idle(10), ...rest).thenRefused(nothingPreserved);
  },
  'suspended-execution': () => {
    const suspended = play(from, [...served, m.publish, later.askToSuspend, later.suspend]);
    const due = lapses(suspended, 'suspended-execution');
    // No credential of these officers is that long valid.
    trying(suspended, on(due, later.resume)).thenRefused(officerCredentialValid);
    trying(suspended, on(addDays(due, 1), later.resume)).thenRefused(officerCredentialValid, threeYears);
  },
  statement: theirPeriod,
  'public-notice': () => {
    const noticed = play(from, [...notified, m.decideCase, byPublicNotice, m.pay(100_000)]);
    const due = lapses(noticed, 'public-notice');
    barred(noticed, m.askToClose, penaltyServed, { on: addDays(due, -1), notOn: due });
  },
  limitation: () => {
    const found = play(from, [m.lead, m.inspect]);
    trying(found, fileOf('2024-03-03', false)).thenRefused(withinLimitation);
    const inTime = play(found, [fileOf('2024-03-04', false), m.fileCase]);
    expect(clockOn(inTime, 'limitation', '2026-06-01')).toMatchObject({ due: '2026-03-04', state: 'met' });
  },
  'limitation-with-harm': () => {
    const found = play(from, [m.lead, m.inspect]);
    trying(found, fileOf('2021-03-03', true)).thenRefused(withinLimitation);
    const inTime = play(found, [fileOf('2021-03-04', true), m.fileCase]);
    expect(clockOn(inTime, 'limitation-with-harm', '2026-06-01')).toMatchObject({
      due: '2026-03-04',
      state: 'met',
    });
  },
};

const heardOn = (day: LocalDate): Move =>
  move('hearing/serve-notice', 'qiu', { wait: 0 })(() => ({
    for: day,
    place: '三楼听证室',
    method: 'direct',
    proof: paper('receipt'),
    open: true,
  }));
const hosted: readonly Move[] = [
  ...evidenced,
  m.conclude(minorPenalty),
  m.sendToLegalReview,
  m.legalReview,
  m.approveProposal,
  m.notice,
  between.askHearing,
  between.nameHost,
];
/** Approved and ready to go, but for the day. */
const toCourt: readonly Move[] = [...served, m.publish, { ...later.remind, wait: 230 }];
const asking: readonly Move[] = [later.askForCourt, later.approveCourt];

const gate: Readonly<Record<string, () => void>> = {
  statement: theirPeriod,
  'hearing-notice': () => {
    const named = play(from, hosted);
    const hearing = '2026-03-25';
    const due = dueOf(play(named, [heardOn(hearing)]), 'hearing-notice');
    barred(named, heardOn(hearing), sevenWorkingDaysBefore, { on: addDays(due, 1), notOn: due });
  },
  'hearing-announcement': () => {
    const afterNotice = play(from, [...hosted, heardOn('2026-03-30')]);
    const due = dueOf(afterNotice, 'hearing-announcement');
    barred(afterNotice, between.announceHearing, announcedThreeDaysBefore, {
      on: addDays(due, 1),
      notOn: due,
    });
  },
  reminder: () => {
    const reminded = play(from, [...toCourt, ...asking]);
    const due = dueOf(reminded, 'reminder');
    barred(reminded, later.applyToCourt, tenDaysAfterReminder, { on: due, notOn: addDays(due, 1) });
  },
  'court-application': () => {
    const reminded = play(from, [...toCourt, ...asking, idle(20)]);
    const due = dueOf(reminded, 'court-application');
    barred(reminded, later.applyToCourt, inThreeMonths, { on: addDays(due, 1), notOn: due });
  },
};

const withEffect = (wanted: Effect): readonly string[] => [
  ...new Set(
    timeLimits
      .filter(({ effect, alsoEffect }) => effect === wanted || alsoEffect === wanted)
      .map(({ id }) => id),
  ),
];

describe('a lapse', () => {
  it('has a row here for each of the tables', () => {
    expect(Object.keys(lapse).sort()).toStrictEqual([...withEffect('lapse')].sort());
  });
  it.each(Object.entries(lapse))('%s: changes the case by itself', (_, show) => {
    show();
  });
});

describe('a seizure past its term (ACL 28)', () => {
  it('is lifted by a decision, not by itself; the case is decided, and closed once the things are given back', () => {
    const made = { ...between.makeUpSeizure, wait: 0 };
    const seized = play(from, [...evidenced, between.seizeUrgently, made]);
    const due = dueOf(seized, 'seizure-term');
    expect(clockOn(seized, 'seizure-term', addDays(due, 1))).toMatchObject({
      state: 'missed',
      effect: 'alarm',
      daysLate: 1,
    });
    const done = play(seized, [idle(40), ...rest.slice(0, -2)]);
    trying(done, ...m.closing).thenRefused(seizuresEnded);
    trying(done, ...between.lifting, ...m.closing).thenAllowed();
  });
});

describe('a gate', () => {
  it('has a row here for each of the tables', () => {
    expect(Object.keys(gate).sort()).toStrictEqual([...withEffect('gate')].sort());
  });
  it.each(Object.entries(gate))('%s: bars the act under its own provision and no other', (_, show) => {
    show();
  });
});
