/** That the reason why a provision has no cure is a real one. */
import { replay } from '@anjuan/case';
import { stated } from './stated.js';
import { numbered } from '../../../libs/case/src/testing.js';
import { nameAnother, nameOthers, somebodyElse, wait, type Way } from './following.js';
import { requestedAgain } from './doing.js';
import { answerTo, type Trial } from './trial.js';
import type { Refused } from './trials.js';

type Reason = (id: string, refused: readonly Refused[], every: readonly Refused[]) => boolean;

const by =
  (...ways: readonly Way[]): Reason =>
  (id, refused) =>
    refused.some(({ trial }) =>
      ways.some((way) => way(trial).some((other) => !answerTo(other).refused.includes(id))),
    );

const somebodyNamed = (trial: Trial): readonly Trial[] => [
  ...Object.keys(trial.entry)
    .filter((field) => ['host', 'replacement', 'person', 'reviewer'].includes(field))
    .flatMap((field) => nameAnother(field)(trial)),
  ...Object.keys(trial.entry)
    .filter((field) => ['officers', 'attending', 'handlers'].includes(field))
    .flatMap((field) => nameOthers(field, ['officer', 'leader', 'principal'])(trial)),
];

/** There was a day on which it could be done: the file as it was then does not refuse it for this reason. */
const wasPossible: Reason = (id, refused) =>
  refused.some(({ trial }) =>
    trial.history.some((_, length) => {
      const history = trial.history.slice(0, length);
      const before = { ...trial, history, file: replay(numbered(history)) };
      return !answerTo(before).refused.includes(id);
    }),
  );

/** Other cases have it. */
const inOtherCases: Reason = (id, refused, every) =>
  refused.some(({ trial: { act } }) =>
    every.some(({ trial, refused: others }) => trial.act === act && !others.includes(id)),
  );

const numberSetAside: Way = (trial) => [
  {
    ...trial,
    context: { ...trial.context, allotted: { caseNumber: '朝市监案〔2026〕9号', documentNumber: '9' } },
  },
];

const reasons: Readonly<Record<string, Reason>> = {
  'It is for somebody else to do': by(somebodyElse, somebodyNamed, requestedAgain(somebodyNamed)),
  'It is done once, and has been done': wasPossible,
  'The stage for it is over': wasPossible,
  'Time has to pass': by(wait),
  'The program sets the number aside: send it again': by(numberSetAside),
  'There is nothing of the kind in this case': inOtherCases,
};

/** Undefined for a reason that nobody has said how to examine. */
export const examined = (id: string): Reason | undefined => {
  const because = stated.get(id)?.noCure;
  return because && reasons[because.en];
};
