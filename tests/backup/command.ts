import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { paper, placeOfPaper } from './record.js';

type Env = Readonly<Record<string, string>>;
const program = 'dist/apps/cli/src/main.js';
const withOurs = (env: Env) => ({ ...process.env, INIT_CWD: '/', ...env });

/** The built program, to its end: what it wrote on standard output, and what on standard error. */
export const anjuan = async (
  env: Env,
  ...words: string[]
): Promise<{ code: number; out: string; said: string }> => {
  const child = spawn(process.execPath, [program, ...words], { env: withOurs(env) });
  let out = '';
  let said = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = await once(child, 'close');
  return { code, out, said };
};

/** The built program, left running. */
export const begun = (env: Env, ...words: string[]): ChildProcess =>
  spawn(process.execPath, [program, ...words], { env: withOurs(env), stdio: 'ignore' });

/** kill -9; resolves when it is gone. */
export const killed = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

/** Waits, as long as the test may take, until the question is answered with yes. */
export const until = async (awaited: () => Promise<boolean>): Promise<void> => {
  while (!(await awaited())) await sleep(20);
};

export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** In the paper's place a pipe: whoever reads the paper waits until it is given. */
export const withPipe = async (
  files: string,
): Promise<{ give: () => Promise<void>; mend: () => Promise<void> }> => {
  const place = placeOfPaper(files);
  await rm(place, { force: true });
  await mkdir(dirname(place), { recursive: true });
  await promisify(execFile)('mkfifo', [place]);
  return {
    give: () => writeFile(place, paper),
    mend: async () => {
      await rm(place);
      await writeFile(place, paper);
    },
  };
};

export const copied = async (from: string, to: string): Promise<string> => {
  await cp(from, to, { recursive: true });
  return to;
};
