/** The resident memory of a process that appends a large record, and of one that has read it. */
import { openOurs } from './ours.js';
import type { BenchServer } from './server.js';

type Resident = Readonly<Record<string, number>>;
export type Memory = Readonly<{ events: number; unit: 'MB'; appending: Resident; reading: Resident }>;

const marks = [0.1, 0.5, 1];
const streamsOfPart = 5_000;
const parts = 20;

const resident = (): number => Math.round(process.memoryUsage.rss() / 1e6);

export async function memory(server: BenchServer, events: number): Promise<Memory> {
  const ours = await openOurs(await server.database());
  const seen = { appending: new Map<string, number>(), reading: new Map<string, number>() };
  const note = (what: keyof typeof seen, done: number): void => {
    const mark = marks.find((one) => done === Math.round(one * events));
    if (mark === undefined) return;
    seen[what].set(`${mark * 100} %`, resident());
    console.error(`${what}, ${mark * 100} %: ${resident()} MB`);
  };
  for (let part = 1; part <= parts; part++) {
    await ours.fill(events / parts, streamsOfPart);
    note('appending', (part * events) / parts);
  }
  let read = 0;
  for await (const { revision } of ours.store.readAll()) if (revision >= 0) note('reading', ++read);
  await ours.close();
  if (read !== events) throw new Error(`Read ${read} events of ${events}.`);
  return {
    events,
    unit: 'MB',
    appending: Object.fromEntries(seen.appending),
    reading: Object.fromEntries(seen.reading),
  };
}
