/** Measures taken before their approval, and evidence preserved. */
import { addHours, dayOf, hourLimit, type HourLimitId, type Instant } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import { lapsesAfter } from '../preservation/term.js';
import type { CaseFile } from '../steps.js';
import { clock, lateness, type Day, type Deadline, type DeadlineState } from './clock.js';

type Hours = Readonly<{
  id: HourLimitId;
  startedBy: EntryNumber;
  at: Instant;
  met?: Readonly<{ entry: EntryNumber; at: Instant }> | undefined;
}>;

const stateIn = ({ met }: Hours, ends: Instant, today: string): DeadlineState => {
  if (met !== undefined) return met.at <= ends ? 'met' : 'missed';
  return today <= dayOf(ends) ? 'running' : 'missed';
};

/** Runs on instants; shown by the day on which it ends. */
export const hourClock = (it: Hours, { today }: Day): readonly Deadline[] => {
  const { id, zh, en, cites, length, effect, consequence } = hourLimit(it.id, dayOf(it.at));
  const ends = addHours(it.at, length);
  const due = dayOf(ends);
  const state = stateIn(it, ends, today);
  return [
    {
      id,
      title: { zh, en },
      cites,
      startedBy: it.startedBy,
      from: dayOf(it.at),
      due,
      unrolled: due,
      effect,
      provisional: false,
      state,
      ...(it.met !== undefined && { metBy: it.met.entry }),
      ...lateness(state, due, it.met === undefined ? today : dayOf(it.met.at)),
      excludedDays: 0,
      explained: {
        length,
        unit: 'h',
        roll: 'none',
        excluded: [],
        holidays: [],
        makeUpDays: [],
        consequence,
      },
    },
  ];
};

const preservations = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.preservations.flatMap(({ entry, takenAt, takenOn, urgent, ended }) => [
    ...(urgent
      ? hourClock({ id: 'urgent-measure-approval', startedBy: entry, at: takenAt, met: urgent.madeUp }, day)
      : []),
    // What is given back after it has lapsed has lapsed all the same.
    ...clock(
      {
        id: 'preservation-term',
        startedBy: entry,
        from: takenOn,
        met: ended && ended.on <= lapsesAfter({ takenOn }, day.calendar) ? ended : undefined,
      },
      day,
    ),
  ]);

const seizures = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.seizures.flatMap(({ entry, urgent }) =>
    urgent
      ? hourClock(
          { id: 'urgent-measure-approval', startedBy: entry, at: urgent.takenAt, met: urgent.madeUp },
          day,
        )
      : [],
  );

export const ofUrgentMeasures = [preservations, seizures];
