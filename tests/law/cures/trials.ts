/** Every attempt that the specs of the law core make: importing this module runs them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { majorPenalty, minorPenalty, notified } from '../../../libs/case/src/histories.testing.js';
import { attempts, contextOn, fileOf, paper } from '../../../libs/case/src/testing.js';
import { sources } from '../../../tools/provisions/stated-provisions.js';
import { answerTo, trialOf, type Trial } from './trial.js';

const specs = sources('specs').filter((path) => readFileSync(path, 'utf8').includes('given('));
for (const spec of specs) await import(join(process.cwd(), spec));

/** Where the specs refuse a thing too early for its cure to be done, or too late. */
const further = (): readonly Trial[] =>
  [minorPenalty, majorPenalty].flatMap((outcome) => {
    const history = notified(outcome);
    const on = (by: 'lin' | 'he') => contextOn('2026-05-13', by, fileOf(...history));
    const change = { kind: 'annulled', ground: 'own-correction', reason: '错误', paper: paper('change') };
    const payment = { fen: 1, for: 'fine', channel: 'bank', receipt: paper('notice') };
    return [
      trialOf({ history, act: 'decision-change/change', entry: change, context: on('he') }),
      trialOf({ history, act: 'execution/record-payment', entry: payment, context: on('lin') }),
      trialOf({
        history,
        act: 'decision-period/request-extension',
        entry: { reason: '案情复杂' },
        context: contextOn('2026-06-09', 'lin', fileOf(...history)),
      }),
    ];
  });

export type Refused = Readonly<{ trial: Trial; refused: readonly string[] }>;
/** To be asked when the specs have run: what was attempted, and why it was refused. */
export const everyTrial = (): readonly Refused[] =>
  [...attempts.map(trialOf), ...further()].map((trial) => ({ trial, refused: answerTo(trial).refused }));
