/** Debian's Chromium without a window, over the DevTools protocol. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeFolder, temporaryFolder } from '../support/folder.js';

type Answer = Readonly<{
  id?: number;
  result?: Readonly<Record<string, unknown>>;
  error?: Readonly<{ message: string }>;
}>;

/** One tab. */
export type Tab = Readonly<{
  send: (method: string, params?: object) => Promise<Readonly<Record<string, unknown>>>;
  open: (url: string) => Promise<void>;
  /** What the expression gives, in the page; a promise is waited for. */
  run: (expression: string) => Promise<unknown>;
  /** Until the expression gives something. */
  until: (expression: string) => Promise<unknown>;
  close: () => Promise<void>;
}>;

const flags = (folder: string): readonly string[] => [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
];

const addressIn = async (output: AsyncIterable<Buffer>): Promise<string> => {
  let said = '';
  for await (const part of output) {
    said += part.toString();
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`Chromium did not start: ${said}`);
};

const patienceMs = 60_000;

export const chromium = async (program = process.env['CHROMIUM'] ?? 'chromium'): Promise<Tab> => {
  const folder = await temporaryFolder();
  const browser = spawn(program, flags(folder), { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await addressIn(
    browser.stderr.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
  );
  browser.stderr.resume();
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let sent = 0;
  const ask = async (method: string, params: object, sessionId?: string) => {
    const id = (sent += 1);
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    const { result = {}, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: object = {}) => ask(method, params, sessionId as string);
  const run = async (expression: string): Promise<unknown> => {
    const found = await send('Runtime.evaluate', {
      expression,
      ...{ awaitPromise: true, returnByValue: true, userGesture: true },
    });
    if ('exceptionDetails' in found) throw new Error(JSON.stringify(found['exceptionDetails']));
    return (found['result'] as Readonly<{ value?: unknown }>).value;
  };
  const until = async (expression: string): Promise<unknown> => {
    for (const end = Date.now() + patienceMs; Date.now() < end;) {
      await sleep(100);
      // A page that is being left answers nothing.
      const found = await run(expression).catch(() => undefined);
      if (found !== undefined && found !== null && found !== false) return found;
    }
    throw new Error(
      `${expression} never came true on ${String(await run('document.documentElement.outerHTML'))}`,
    );
  };
  return {
    send,
    run,
    until,
    open: async (url) => {
      await send('Page.enable');
      await send('Page.navigate', { url });
      await until(`document.readyState === 'complete' && location.href !== 'about:blank'`);
    },
    close: async () => {
      socket.close();
      const ended = once(browser, 'exit');
      browser.kill();
      await ended;
      await removeFolder(folder);
    },
  };
};
