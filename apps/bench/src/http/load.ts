import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromLoad, Load, Plan, ToLoad, Wanted } from './plan.js';

export type LoadProcess = Readonly<{ run: (wanted: Wanted) => Promise<Load>; stop: () => Promise<void> }>;

const decoded = (message: unknown): FromLoad => message as FromLoad;

/** One process for all rounds: it knows at which revision it left every case. */
export async function startLoad(plan: Plan): Promise<LoadProcess> {
  const child = fork(join(import.meta.dirname, 'load-process.js'), [], { execArgv: [] });
  const answerTo = async (message: ToLoad): Promise<FromLoad> => {
    const answer = new Promise<FromLoad>((resolve, reject) => {
      child.once('exit', reject);
      child.once('message', (said) => {
        child.off('exit', reject);
        resolve(decoded(said));
      });
    });
    child.send(message);
    return answer;
  };
  await answerTo({ plan });
  return {
    run: async (wanted) => {
      const said = await answerTo({ run: wanted });
      if ('load' in said) return said.load;
      throw new Error(`${wanted}: ${'failed' in said ? said.failed : 'no answer'}`);
    },
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}
