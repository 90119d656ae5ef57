/** One clock for all files: their acts and attempts merged by day, each at a time of its own. */
import { addHours, startOfDay, type Instant, type LocalDate } from '@anjuan/law';
import type { CaseFile, Line } from './case-file.js';

export type Step = Readonly<{
  file: CaseFile;
  line: Line;
  at: Instant;
  /** Milliseconds until the next step of the day may begin. */
  room: number;
}>;

const opensAt = 9;
const openFor = 8 * 3_600_000;
const usualRoom = 10 * 60_000;

type Unscheduled = Omit<Step, 'at' | 'room'>;

const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

const timed = (day: LocalDate, steps: readonly Unscheduled[]): readonly Step[] => {
  const room = Math.min(usualRoom, Math.floor(openFor / steps.length));
  const opening = addHours(startOfDay(day), opensAt);
  return steps.map((step, index) => ({ ...step, at: later(opening, index * room), room }));
};

const on = (day: LocalDate, files: readonly CaseFile[]): readonly Unscheduled[] => {
  const ofDay = (lines: (file: CaseFile) => readonly Line[]) =>
    files.flatMap((file) =>
      lines(file)
        .filter((line) => line.on === day)
        .map((line) => ({ file, line })),
    );
  return [...ofDay(({ acts }) => acts), ...ofDay(({ attempts }) => attempts)];
};

/** By day; within a day the acts of all files in their order, then the attempts; times strictly increasing. */
export const schedule = (files: readonly CaseFile[]): readonly Step[] => {
  const days = new Set(files.flatMap(({ acts, attempts }) => [...acts, ...attempts]).map((line) => line.on));
  return [...days].sort().flatMap((day) => timed(day, on(day, files)));
};

/** When the n-th call (from 0) of a step is made: a minute after the one before, within its room. */
export const callTime = ({ at, room }: Step, n: number): Instant =>
  later(at, Math.min(n * Math.min(60_000, Math.floor(room / 16)), room - 1));
