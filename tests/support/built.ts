import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

type Env = Readonly<Record<string, string>>;
type End = Readonly<{ code: number | null; out: string; err: string }>;

/** What is built, as a process of its own, with nothing of this process' environment. */
export type Running = Readonly<{
  process: ChildProcess;
  /** what it has printed so far */
  out: () => string;
  err: () => string;
  ended: Promise<End>;
}>;
export type Answering = Running & Readonly<{ url: string; stop: () => Promise<End> }>;

export const api = 'dist/apps/api/src/main.js';

export const running = (env: Env, program = api, ...words: readonly string[]): Running => {
  const child = spawn(process.execPath, [program, ...words], {
    // Nobody here has a device.
    env: { PATH: process.env['PATH'], PORT: '0', SECOND_FACTOR: 'optional', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, out, err }));
  return { process: child, out: () => out, err: () => err, ended };
};

/** The API, once it says that it answers. */
export const answering = async (env: Env): Promise<Answering> => {
  const program = running(env);
  const url = await new Promise<string>((resolve, reject) => {
    program.process.stdout?.on('data', () => {
      const said = /answers at (\S+)/.exec(program.out())?.[1];
      if (said !== undefined) resolve(said);
    });
    void program.ended.then(({ code, out, err }) => {
      reject(new Error(`The program ended with ${String(code)}: ${out}${err}`));
    });
  });
  const stop = (): Promise<End> => {
    program.process.kill('SIGTERM');
    return program.ended;
  };
  return { ...program, url, stop };
};
