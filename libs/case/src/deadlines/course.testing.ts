/** A case played act by act through `decide`, on days that move: what a late act makes of the rest. */
import { addDays, chinaCalendar, type LocalDate } from '@anjuan/law';
import { Refusal, type Capacity, type Context, type Stated } from '@anjuan/procedure';
import { decide, type ActName, type EntryOf } from '../case.js';
import type { CaseFile } from '../steps.js';
import { deadlines, type Deadline } from '../deadlines.js';
import { contextOn, fileOf, type Happened, type Person } from '../testing.js';

export type Played = Readonly<{ file: CaseFile; history: readonly Happened[]; today: LocalDate }>;
/** One act: `wait` the days since the act before it, or the day itself; it throws what the law refuses with. */
export type Move = Readonly<{
  wait: number | ((played: Played) => LocalDate);
  record: (file: CaseFile, on: LocalDate) => readonly Happened[];
}>;

type More = Readonly<{ wait?: Move['wait']; as?: Capacity }>;
type EntryFor<Name extends ActName> = (file: CaseFile, on: LocalDate) => EntryOf<Name>;

/** In two steps, so that the entry is read as one of that act. */
export const move =
  <Name extends ActName>(name: Name, by: Person, { wait = 1, as }: More = {}) =>
  (entry: EntryFor<Name>): Move => ({
    wait,
    record: (file, on) => {
      const context: Context = contextOn(on, by, file, as);
      return decide(name, entry(file, on), file, context).map((event) => ({
        ...event,
        recordedAt: context.now,
        recordedBy: by,
      }));
    },
  });

/** Nothing is done for so many days. */
export const idle = (days: number): Move => ({ wait: days, record: () => [] });

export const clocksOf = ({ file, today }: Played): readonly Deadline[] =>
  deadlines(file, { calendar: chinaCalendar, today, region: '110105' });
const lastDue = (played: Played, id: string): LocalDate => {
  const due = clocksOf(played).findLast((clock) => clock.id === id)?.due;
  if (due === undefined) throw new Error(`${id} does not run`);
  return due;
};

/** The same act, so many days after the last day of the clock; 0 on that day. */
export const late = (id: string, days: number, it: Move): Move => ({
  ...it,
  wait: (played) => addDays(lastDue(played, id), days),
});

export const begun = (today: LocalDate): Played => ({ file: fileOf(), history: [], today });

export const play = (from: Played, moves: readonly Move[]): Played =>
  moves.reduce((played, { wait, record }) => {
    const today = typeof wait === 'number' ? addDays(played.today, wait) : wait(played);
    const history = [...played.history, ...record(played.file, today)];
    return { file: fileOf(...history), history, today };
  }, from);

const refusedWith = (from: Played, moves: readonly Move[]): readonly string[] => {
  try {
    play(from, moves);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.provisions.map(({ id }) => id);
  }
};

export const trying = (from: Played, ...moves: readonly Move[]) => ({
  /** Under exactly these provisions, in this order. */
  thenRefused: (...provisions: readonly Stated[]) => {
    expect(refusedWith(from, moves)).toStrictEqual(provisions.map(({ id }) => id));
  },
  thenAllowed: () => {
    expect(refusedWith(from, moves)).toStrictEqual([]);
  },
});
