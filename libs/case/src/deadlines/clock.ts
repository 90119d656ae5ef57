/** One running clock of the case: from which entry it runs, until when, and what became of it. */
import {
  addDays,
  count,
  daysBetween,
  mergeIntervals,
  timeLimits,
  type Citation,
  type DayUnit,
  type Effect,
  type Interval,
  type LocalDate,
  type Roll,
  type TimeLimit,
  type TimeLimitId,
} from '@anjuan/law';
import type { Bilingual, Day, EntryNumber } from '@anjuan/procedure';

export type { Day } from '@anjuan/procedure';

/** `missed` is an alarm or a gate overrun, `lapsed` a period whose end changed the case by itself. */
export type DeadlineState = 'running' | 'met' | 'missed' | 'lapsed';

export type Deadline = Readonly<{
  /** Id of the time limit; instalments are `instalment-1`, `instalment-2` …. */
  id: string;
  title: Bilingual;
  cites: readonly Citation[];
  startedBy: EntryNumber;
  /** In a case of several parties: for which it runs; absent: for all. */
  ofParty?: EntryNumber;
  /** Day the period is counted from; it does not count itself. */
  from: LocalDate;
  due: LocalDate;
  /** The last day before it rolled off a day that is no working day. */
  unrolled: LocalDate;
  effect: Effect;
  /** Counted in a year without a holiday table: computed anew when the table comes. */
  provisional: boolean;
  state: DeadlineState;
  metBy?: EntryNumber;
  /** Where missed: calendar days from the last day until it was met, or until today. */
  daysLate?: number;
  /** Calendar days left out of the count. */
  excludedDays: number;
  /** How it was counted, day by day, and what follows when it is missed. */
  explained: Explanation;
}>;

/** `holidays`: working days by the week that did not count, or off which it rolled; `makeUpDays`: weekend days that did. */
export type Explanation = Readonly<{
  length: number;
  unit: DayUnit | 'h';
  roll: Roll;
  excluded: readonly Interval[];
  holidays: readonly LocalDate[];
  makeUpDays: readonly LocalDate[];
  consequence: Bilingual;
}>;

/** What ended the clock, and when. */
export type Met = Readonly<{ entry?: EntryNumber | undefined; on: LocalDate }>;

export type Clock = Readonly<{
  id: TimeLimitId;
  startedBy: EntryNumber;
  from: LocalDate;
  met?: Met | undefined;
  excluded?: readonly Interval[];
  /** Days of a period that this case has lengthened. */
  days?: number;
  /** Days or working days, as the limit counts, by which its period was lengthened. */
  longer?: number;
  /** The version of the limit that counts, where it is not that of `from`. */
  on?: LocalDate;
}>;

const inForceOn = (limits: readonly TimeLimit[], id: TimeLimitId, day: LocalDate): TimeLimit | undefined =>
  limits.find(
    (limit) =>
      limit.id === id && limit.validFrom <= day && (limit.validTo === undefined || day <= limit.validTo),
  );

export const stateOf = (
  due: LocalDate,
  effect: Effect,
  met: Met | undefined,
  today: LocalDate,
): DeadlineState => {
  if (met !== undefined && met.on <= due) return 'met';
  if (met === undefined && today <= due) return 'running';
  return effect === 'lapse' ? 'lapsed' : 'missed';
};

/** For a missed clock only: a lapse is nothing that somebody is late with. */
export const lateness = (
  state: DeadlineState,
  due: LocalDate,
  until: LocalDate,
): Pick<Deadline, 'daysLate'> =>
  state === 'missed' ? { daysLate: Math.max(1, daysBetween(due, until)) } : {};

/** The clock's state today; none where no such limit was in force. */
export const clock = (it: Clock, { calendar, today, limits = timeLimits }: Day): readonly Deadline[] => {
  const limit = inForceOn(limits, it.id, it.on ?? it.from);
  if (limit === undefined) return [];
  const period: { length: number; unit: DayUnit; roll: Roll } =
    it.days === undefined
      ? { length: limit.length + (it.longer ?? 0), unit: limit.unit, roll: limit.roll }
      : { length: Math.max(0, it.days), unit: 'd', roll: limit.roll };
  const excluded = it.excluded ?? [];
  const { due, unrolled, provisional, excludedDays, holidays, makeUpDays } = count(
    { from: it.from, ...period, excluded, ...(limit.direction && { direction: limit.direction }) },
    calendar,
  );
  const state = stateOf(due, limit.effect, it.met, today);
  return [
    {
      id: it.id,
      title: { zh: limit.zh, en: limit.en },
      cites: limit.cites,
      startedBy: it.startedBy,
      from: it.from,
      due,
      unrolled,
      effect: limit.effect,
      provisional,
      state,
      ...(it.met?.entry !== undefined && { metBy: it.met.entry }),
      ...lateness(state, due, it.met?.on ?? today),
      excludedDays,
      explained: {
        ...period,
        excluded: mergeIntervals(excluded),
        holidays,
        makeUpDays,
        consequence: limit.consequence,
      },
    },
  ];
};

/** A right, not a duty: unused, it is over, and nobody is late with it. */
export const overUnused = (deadline: Deadline): Deadline => {
  if (deadline.state !== 'missed' || deadline.metBy !== undefined) return deadline;
  const { daysLate: _, ...unused } = deadline;
  return { ...unused, state: 'lapsed' };
};

/** The days after one day, until and with another; none where it is not later. A starting day never counts. */
export const daysAfter = (from: LocalDate, to: LocalDate): readonly Interval[] =>
  from < to ? [{ from: addDays(from, 1), to }] : [];
