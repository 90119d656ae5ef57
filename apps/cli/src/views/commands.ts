/** `anjuan views`, `anjuan views retry`, `anjuan rebuild`: what the lists are at, and how they are mended. */
import { rebuild, retry, statesOfViews, viewNamed } from '@anjuan/views';
import { viewsText } from '../messages.js';
import { openStore, type OpenStore } from './open-store.js';
import { Progress, type Output } from './progress.js';
import { table } from './table.js';

export type ViewsCommand =
  | Readonly<{ command: 'views'; json: boolean }>
  | Readonly<{ command: 'rebuild' | 'retry'; view: string; json: boolean }>;

type Answer = Readonly<{ text: string; json: unknown; status: number }>;

/** Prints the answer; resolves with the exit status. @throws ViewUnknown, NoStore, RebuildStopped, StoreUnavailable */
export async function answerViews(
  command: ViewsCommand,
  env: NodeJS.ProcessEnv,
  output: Output = process.stderr,
): Promise<number> {
  const open = await openStore(env);
  try {
    const { text, json, status } = await answered(command, open, output);
    console.log(command.json ? JSON.stringify(json, null, 2) : text);
    return status;
  } finally {
    await open.close();
  }
}

const answered = (command: ViewsCommand, open: OpenStore, output: Output): Promise<Answer> => {
  switch (command.command) {
    case 'views':
      return listed(open);
    case 'rebuild':
      return rebuilt(command.view, open, output);
    case 'retry':
      return retried(command.view, open);
  }
};

async function listed({ pool, store }: OpenStore): Promise<Answer> {
  const states = await statesOfViews(pool, store);
  return { text: table(states), json: { views: states }, status: 0 };
}

async function rebuilt(
  name: string,
  { pool, store, views, clock }: OpenStore,
  output: Output,
): Promise<Answer> {
  const view = viewNamed(views, name);
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  const before = await statesOfViews(pool, store);
  const bar = new Progress(output, Math.max(0, ...before.map(({ taken, lag }) => taken + lag)));
  const begun = performance.now();
  let at = 0;
  const progress = (taken: number): void => {
    at = taken;
    bar.at(taken);
  };
  const done = await rebuild(view, { pool, store, clock, signal: ending.signal, progress });
  bar.end(at);
  process.off('SIGINT', end).off('SIGTERM', end);
  const served = (await statesOfViews(pool, store)).find((one) => one.name === name && one.served);
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
  return {
    text: done ? viewsText.rebuilt(name, at, seconds) : viewsText.brokenOff(name),
    json: { view: name, done, events: at, seconds, served: served ?? null },
    status: done ? 0 : 1,
  };
}

async function retried(name: string, { pool, store, views }: OpenStore): Promise<Answer> {
  const { taken, stillParked } = await retry(viewNamed(views, name), { pool, store });
  return {
    text: viewsText.retried(taken, stillParked),
    json: { view: name, taken, stillParked },
    status: stillParked === 0 ? 0 : 1,
  };
}
