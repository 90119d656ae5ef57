import type pg from 'pg';
import { isOfRecord } from './not-taken.js';
import type { RecordSource, News } from './record-source.js';
import { heldParked, keepParked, park, unpark } from './parking.js';
import { replaceRows, rowsOf } from './rows.js';
import { attempted } from './transaction.js';
import type { Build } from './view.js';

type Taking = Readonly<{ reading: RecordSource; clock: () => Date }>;

/** The events that could not be applied, from the first one on, and why. */
type Rest = Readonly<{ news: News; reason: string }>;

/** Applies one record alone: all events if possible, else one by one up to the first failure; the rest is parked. */
export async function takeApart(
  client: pg.PoolClient,
  build: Build,
  news: News,
  { reading, clock }: Taking,
): Promise<void> {
  const rest = await takeWhatCan(client, build, news, reading);
  if (rest) await park(client, build, rest.news, { reason: rest.reason, at: clock() });
}

/** True when all events of a parked record were applied; they are no longer parked then. */
export async function takeParked(
  client: pg.PoolClient,
  build: Build,
  news: News,
  reading: RecordSource,
): Promise<boolean> {
  if (!(await heldParked(client, build, news.id))) return false;
  const rest = await takeWhatCan(client, build, news, reading);
  if (rest) await keepParked(client, build, rest.news, rest.reason);
  else await unpark(client, build, news.id);
  return rest === undefined;
}

async function takeWhatCan(
  client: pg.PoolClient,
  build: Build,
  news: News,
  reading: RecordSource,
): Promise<Rest | undefined> {
  const whole = await refusal(client, build, news, reading);
  if (whole === undefined) return undefined;
  for (const [index, last] of news.events.entries()) {
    const reason = await refusal(client, build, { ...news, events: [last], last }, reading);
    if (reason !== undefined) return { news: { ...news, events: news.events.slice(index) }, reason };
  }
  return undefined;
}

/** Applies the record up to the last of these events; on failure gives the reason and changes nothing. */
async function refusal(
  client: pg.PoolClient,
  build: Build,
  news: News,
  reading: RecordSource,
): Promise<string | undefined> {
  try {
    await attempted(client, async () => {
      await replaceRows(client, build, [rowsOf(build.view, await reading.take(news))]);
    });
    return undefined;
  } catch (error) {
    if (!isOfRecord(error)) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}
