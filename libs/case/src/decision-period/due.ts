/** The last day of the period for deciding (办案期限): APL 60, SAMR-P 64; ARL 64, ALL 70 for what is decided anew. */
import { addDays, count, dayOf, timeLimit, type Interval, type LocalDate } from '@anjuan/law';
import type { Context, EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { uncarried, type Order, type Ordered } from '../decision-change/orders.js';
import { hearingDays } from '../hearing/days.js';
import { daysWithThePolice } from './with-the-police.js';

type Begun = Ordered & Pick<CaseFile, 'filing' | 'entries'>;
export type Timed = Begun &
  Pick<
    CaseFile,
    'evidence' | 'hearing' | 'suspensions' | 'decisionPeriod' | 'notices' | 'crimeTransfers' | 'jurisdiction'
  >;

const between = (from: LocalDate, to: LocalDate): readonly Interval[] => (from <= to ? [{ from, to }] : []);

/** `until`: the last day, where the order fixes it. */
type Begin = Readonly<{ entry: EntryNumber; from: LocalDate; until?: LocalDate }>;

const dayOfEntry = ({ entries }: Begun, number: EntryNumber | undefined): LocalDate | undefined => {
  const note = entries.find(({ entry }) => entry === number);
  return note && dayOf(note.occurredAt);
};

/** Ordered, and not carried out yet: the time runs from the order, not from when the agency enters the annulment. */
export const redoWaiting = (file: Ordered): Order | undefined =>
  file.decision === undefined
    ? undefined
    : uncarried(file).findLast(({ kind }) => kind === 'annulled-to-redo');

/**
 * A decision that an organ, a court or the supervision orders to be made anew has the period anew, from the day on which
 * the order was received: carrying it out late gains nothing.
 */
const orderedAnew = (file: Begun): Begin | undefined => {
  const redo = file.formerDecisions.findLast(
    ({ kind, ground, decision }) =>
      kind === 'annulled-to-redo' && ground !== 'own-correction' && decision !== undefined,
  );
  if (redo === undefined) return undefined;
  const { remedy } = redo;
  const order = file.remedies.find(({ entry }) => entry === remedy)?.concluded;
  const received = order?.on ?? dayOfEntry(file, remedy) ?? redo.on;
  const until = order?.redoUntil;
  return { entry: redo.entry, from: received < redo.on ? received : redo.on, ...(until && { until }) };
};

const orderedNow = (file: Begun): Begin | undefined => {
  const waiting = redoWaiting(file);
  const from = waiting && dayOfEntry(file, waiting.orderedAt);
  if (waiting === undefined || from === undefined) return undefined;
  const until = file.remedies.find(({ entry }) => entry === waiting.entry)?.concluded?.redoUntil;
  return { entry: waiting.orderedAt, from, ...(until && { until }) };
};

/** From the filing, or from the order to decide anew. */
export const periodBegins = (file: Begun): Begin | undefined =>
  orderedNow(file) ??
  orderedAnew(file) ??
  (file.filing && { entry: file.filing.entry, from: file.filing.filedOn });

/** The agency's own error gives it no new period; the days on which its decision was in force are not counted. */
const daysDecided = ({ formerDecisions }: Begun): readonly Interval[] =>
  formerDecisions.flatMap(({ kind, ground, decision, on }) =>
    kind === 'annulled-to-redo' && ground === 'own-correction' && decision !== undefined
      ? between(addDays(decision.decidedOn, 1), on)
      : [],
  );

/** The day of resuming counts again: the agency's own period is never read longer than it is. */
const suspendedDays = ({ suspensions }: Timed, today: LocalDate): readonly Interval[] =>
  suspensions.flatMap(({ suspendedOn, resumedOn }) =>
    between(suspendedOn, resumedOn === undefined ? today : addDays(resumedOn, -1)),
  );

type Posted = Pick<CaseFile, 'notices' | 'decisionPeriod'>;

const earliest = (day: LocalDate, ...others: readonly LocalDate[]): LocalDate =>
  others.reduce((first, other) => (other < first ? other : first), day);

/**
 * Public notice (公告), however late it was entered: from the day after it was posted until it serves, or another notice
 * reaches the party or is posted in its place.
 */
const postedDays = ({ notices, decisionPeriod: { postedBefore = [] } }: Posted): readonly Interval[] => [
  ...postedBefore,
  ...notices.flatMap(({ postedOn, servedOn }, index) => {
    if (postedOn === undefined) return [];
    const replaced = notices.slice(index + 1).map((later) => later.postedOn ?? later.servedOn);
    return between(addDays(postedOn, 1), earliest(servedOn, ...replaced));
  }),
];

/** For what follows these notices, when they are cleared on that day; absent where none was public. */
export const postedDaysKept = (file: Posted, on: LocalDate): Partial<Pick<CaseFile, 'decisionPeriod'>> => {
  const postedBefore = postedDays(file).flatMap(({ from, to }) => between(from, to < on ? to : on));
  return postedBefore.length === 0 ? {} : { decisionPeriod: { ...file.decisionPeriod, postedBefore } };
};

/** SAMR-P 64(2): suspension, hearing, public notice, tests, days elsewhere, and what was recorded as left out. Merged by `count`. */
export const excluded = (file: Timed, today: LocalDate): readonly Interval[] => [
  ...file.evidence.tests.flatMap(({ commissionedOn, resultOn }) =>
    between(commissionedOn, resultOn ?? today),
  ),
  ...hearingDays(file.hearing, today),
  ...suspendedDays(file, today),
  ...postedDays(file),
  ...daysWithThePolice(file, today),
  ...(file.jurisdiction.daysAway ?? []),
  ...daysDecided(file),
  ...file.decisionPeriod.leftOut.flatMap(({ from, to }) => between(from, to)),
];

/** Of the period that runs; one given before the decision was ordered anew was used up with it. */
export const extensionsOf = (
  file: Begun & Pick<CaseFile, 'decisionPeriod'>,
): CaseFile['decisionPeriod']['extensions'] => {
  const begun = periodBegins(file)?.entry ?? -1;
  return file.decisionPeriod.extensions.filter(({ entry }) => entry > begun);
};

/** The days by which the leaders have lengthened the period. */
export const extendedBy = (file: Begun & Pick<CaseFile, 'decisionPeriod'>): number =>
  extensionsOf(file).reduce((sum, { days }) => sum + days, 0);

/**
 * Last of the ninety days, with extensions and with the days left out by SAMR-P 64(2); or the day that the order to
 * decide anew has fixed, which is the organ's or the court's.
 */
export const decisionDue = (file: Timed, { today, calendar }: Context): LocalDate => {
  const { until } = periodBegins(file) ?? {};
  if (until !== undefined) return until;
  const { length, unit, roll } = timeLimit('decision-period', today);
  const period = { from: periodBegins(file)?.from ?? today, length: length + extendedBy(file), unit, roll };
  return count({ ...period, excluded: excluded(file, today) }, calendar).due;
};
