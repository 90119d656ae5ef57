/** The one JSON document of `--json`. */
import type { CaseFile } from '../play/case-file.js';
import type { Outcome } from '../play/play.js';

const head = ({ step: { line }, accepted }: Outcome) => ({ on: line.on, act: line.act, accepted });

/** Cases in the order they were given; acts and attempts in the order of their file's days. */
export const asJson = (cases: readonly CaseFile[], outcomes: readonly Outcome[]) => ({
  cases: cases.map((file) => {
    const own = outcomes.filter(({ step }) => step.file === file);
    return {
      name: file.name,
      acts: own.filter(({ step }) => !step.line.attempt).map(head),
      attempts: own
        .filter(({ step }) => step.line.attempt)
        .map((outcome) => ({
          ...head(outcome),
          provisions: outcome.reasons.map(({ id, cites }) => ({ id, cites })),
        })),
    };
  }),
});
