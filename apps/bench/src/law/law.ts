/** How fast the law is on one core: folding, deciding, and the answer to "what may be done next". */
import { actions, decide, Refusal, replay } from '@anjuan/case';
import { measured, seconds, type Measure } from '../measure.js';
import { contextOf, longCase, piece } from './long-case.js';

const runs = 7;
const folds = 200;
const decisions = 20_000;
const answers = 200;

const refused = (work: () => unknown): void => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return;
    throw error;
  }
  throw new Error('This act must be refused here: the benchmark would measure another thing.');
};

const times = (n: number, work: () => unknown) => () => {
  for (let i = 0; i < n; i += 1) work();
};

export const lawMeasures = (): readonly Measure[] => {
  const { history, file } = longCase(300);
  const officer = contextOf('lin');
  const short = longCase(20).file;
  return [
    measured(
      { name: 'fold, case of 300 entries', unit: 'events/s', aim: '≥ 100000' },
      runs,
      () => (folds * history.length) / seconds(times(folds, () => replay(history))),
    ),
    measured(
      { name: 'decide, accepted', unit: 'decisions/s', aim: '≥ 50000' },
      runs,
      () => decisions / seconds(times(decisions, () => decide('evidence/add', piece, short, officer))),
    ),
    measured(
      { name: 'decide, refused', unit: 'decisions/s', aim: '≥ 50000' },
      runs,
      () =>
        decisions /
        seconds(
          times(decisions, () => {
            refused(() => decide('evidence/add', { ...piece, officers: ['lin'] }, short, officer));
          }),
        ),
    ),
    measured(
      { name: 'actions, case of 300 entries', unit: 'ms', aim: '< 1' },
      runs,
      () => (seconds(times(answers, () => actions(file, officer))) * 1000) / answers,
    ),
  ];
};
