/** The program as the pages start it, on a data folder and a port of the test's own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const patienceMs = 120_000;

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const builds = 'npm run --silent build && ';

export const hasScript = (name: string): boolean => scripts[name] !== undefined;

/** `npm run X -- …` as npm would run it; what is built for the tests is not built again. */
export const withoutNpm = (command: string): string =>
  command.replaceAll(
    /npm (?:run (?:--silent )?([\w:-]+)|(start))(?: --(?= ))?/g,
    (_, run?: string, start?: string) => {
      const script = scripts[run ?? start ?? ''];
      if (script === undefined) throw new Error(`package.json has no script ${run ?? start ?? ''}`);
      // In a script of several commands the shell has to go on.
      return script.replace(builds, '').replace(/\bexec /, '');
    },
  );

export type Said = Readonly<{ code: number | null; out: string; err: string }>;

type Env = Readonly<Record<string, string>>;

const around = (env: Env): NodeJS.ProcessEnv => {
  const { PATH, HOME, LANG } = process.env;
  return {
    HOME,
    LANG,
    ...env,
    PATH: `${path.resolve('node_modules/.bin')}:${PATH ?? ''}`,
  };
};

/** Runs a script in bash, as typed in the project's folder. */
export const bash = (script: string, env: Env): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', script], { env: around(env), stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, out, err });
    });
  });

export type Running = Readonly<{ said: () => string; stop: () => Promise<number | null> }>;

/** Starts a program that stays up, and waits for what it says once it answers. */
export const started = async (command: string, env: Env, answers: RegExp): Promise<Running> => {
  const child = spawn('bash', ['-c', `exec env ${command}`], {
    env: around(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    const give = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`no answer: ${text}`));
    }, patienceMs);
    const hear = (more: Buffer) => {
      text += more.toString();
      if (!answers.test(text)) return;
      clearTimeout(give);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => {
      clearTimeout(give);
      reject(new Error(`ended with ${String(code)}: ${text}`));
    });
  });
  return {
    said: () => text,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
