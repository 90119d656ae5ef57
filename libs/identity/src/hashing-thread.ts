import { argon2Sync } from 'node:crypto';
import { constants, getPriority, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
// Tests run this file with its types stripped: nothing else may remain of the import.
import type { HashingWork } from './hashing.js';

/** Sign-in tries let everything else pass. On Linux a priority is the thread's own, elsewhere the whole process'. */
const stepBack = (): void => {
  try {
    setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // Forbidden by a sandbox: the work is done all the same.
  }
};
if (process.platform === 'linux') stepBack();

parentPort?.on('message', (work: HashingWork) => {
  parentPort?.postMessage(argon2Sync('argon2id', work));
});
