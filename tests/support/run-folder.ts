import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const enough = 4 * 2 ** 30;

/** Linux lends memory as a disk. Programs are run from temporary folders, so it must let them. */
const isOffered = (): boolean =>
  process.platform === 'linux' &&
  readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .some(
      ([, folder, type, options = '']) =>
        folder === memory && type === 'tmpfs' && /^rw(?!.*\bnoexec\b)/.test(options),
    );

const hasRoom = (): boolean => {
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enough;
};

/**
 * A folder for this run of Jest, in memory where there is room: each spec file makes a database cluster of a thousand
 * files and removes it, which costs a disk more processor than the spec does. What Node compiles of the programs that
 * the specs start is kept there too, for the next start.
 */
export default function runFolder(): void {
  const inMemory = isOffered() && hasRoom();
  const folder = mkdtempSync(join(inMemory ? memory : tmpdir(), 'anjuan-'));
  chmodSync(folder, 0o755);
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  // A run that is broken off gives the memory back, too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      process.exit(1);
    });
  if (inMemory) process.env['TMPDIR'] = folder;
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
}
