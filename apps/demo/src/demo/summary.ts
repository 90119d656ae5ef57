/** What the demo came to and what it took. */
import { summary } from '../messages.js';
import type { Outcome } from '../play/play.js';
import { faultText } from './story.js';

export type Measured = Readonly<{
  seconds: number;
  startedInMs: number;
  /** Bytes; undefined where it cannot be measured. */
  memory: number | undefined;
}>;

const megabyte = 1024 * 1024;

export const summaryOf = (
  outcomes: readonly Outcome[],
  { seconds, startedInMs, memory }: Measured,
): string => {
  const acts = outcomes.filter(({ step }) => !step.line.attempt);
  const attempts = outcomes.filter(({ step }) => step.line.attempt);
  const faulty = outcomes.filter(({ fault }) => fault);
  return [
    '',
    summary.title,
    summary.accepted(acts.filter(({ accepted }) => accepted).length, acts.length),
    summary.refused(attempts.filter(({ accepted }) => !accepted).length, attempts.length),
    summary.seconds(seconds.toFixed(1)),
    summary.started((startedInMs / 1000).toFixed(2)),
    memory === undefined ? summary.memoryUnknown : summary.memory((memory / megabyte).toFixed(0)),
    ...(faulty.length > 0 ? [summary.wrong, ...faulty.map(faultText)] : []),
  ].join('\n');
};
