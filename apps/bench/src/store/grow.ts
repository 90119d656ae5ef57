/**
 * A record that grows: the speed over each quarter of a million, the time of reads there, and the size. In turns with
 * each quarter a new record grows to the same size on the same server, so that the two are compared under one load.
 */
import type { NewEvent } from '@anjuan/event-store';
import { machine, median, rounded } from '../measure.js';
import { openOurs, type Ours } from './ours.js';
import { perSecond } from './pace.js';
import { eventOf600 } from './payload.js';
import type { BenchServer } from './server.js';

const step = 250_000;
const slice = 25_000;
/** So many quarters at the end are one figure: others may work on the machine. */
const lastMarks = 5;
const callers = 1_000;
const eventsOfCase = 12;
const readsOfCases = 300;
const eventsOfLog = 20_000;
const appendsOfOne = 500;

type Mark = Readonly<{
  events: number;
  /** 1,000 callers, over the quarter million that ends here */
  appendsPerSecond: number;
  /** the same of a new record, in turns with it */
  ofNewPerSecond: number;
  /** the first divided by the second */
  paceOfNew: number;
  /** one caller */
  oneCallerPerSecond: number;
  /** of cases anywhere in the record, one after the other, median */
  readOfCaseMs: number;
  logEventsPerSecond: number;
  /** of the event itself, as sealed */
  sealedBytes: number;
  /** the whole database on disk, indexes and all, without the log of changes */
  bytesPerEvent: number;
}>;

export async function grown(server: BenchServer, events: number): Promise<string> {
  const ours = await openOurs(await server.database());
  const cases: string[] = [];
  const marks: Mark[] = [];
  let grownTo = 0;
  while (grownTo < events) {
    const paces = await comparedWithNew(ours, cases, server);
    grownTo += step;
    const mark = { events: grownTo, ...paces, ...(await looked(ours, cases, grownTo)) };
    grownTo += appendsOfOne;
    marks.push(mark);
    console.error(JSON.stringify(mark));
  }
  const tables = await sizes(ours);
  await ours.close();
  const [first, last] = [marks[0], marks.at(-1)];
  const ratio = (key: keyof Mark): number => rounded((last?.[key] ?? 0) / (first?.[key] ?? 1));
  const ratios = {
    appends: ratio('appendsPerSecond'),
    appendsComparedWithNew: rounded(median(marks.slice(-lastMarks).map(({ paceOfNew }) => paceOfNew))),
    oneCaller: ratio('oneCallerPerSecond'),
    readOfCase: ratio('readOfCaseMs'),
    readOfLog: ratio('logEventsPerSecond'),
  };
  return JSON.stringify({ machine: machine(), settings: server.settings, ratios, marks, tables }, null, 2);
}

/** A quarter of a million in slices, each followed by one of a record that began with the quarter. */
async function comparedWithNew(ours: Ours, cases: string[], server: BenchServer) {
  const fresh = await openOurs(await server.database());
  const seconds = { grown: 0, fresh: 0 };
  const time = async (what: keyof typeof seconds, of: Ours, into: string[]): Promise<void> => {
    seconds[what] += slice / (await perSecond(slice, () => crowd(of, slice, into)));
  };
  for (let done = 0; done < step; done += slice) {
    await time('grown', ours, cases);
    await time('fresh', fresh, []);
  }
  await fresh.pool.query('DROP SCHEMA ledger CASCADE');
  await fresh.close();
  return {
    appendsPerSecond: rounded(step / seconds.grown),
    ofNewPerSecond: rounded(step / seconds.fresh),
    paceOfNew: rounded(seconds.fresh / seconds.grown),
  };
}

const command = () => ({ id: `officer/${crypto.randomUUID()}`, digest: sha256() });
const sha256 = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');

/** Each caller opens a case, adds its entries one after the other, and begins the next. */
async function crowd({ store }: Ours, events: number, cases: string[]): Promise<void> {
  let left = events;
  const caller = async (): Promise<void> => {
    while (left > 0) {
      const stream = `case-${crypto.randomUUID()}`;
      cases.push(stream);
      for (let revision = -1; revision < eventsOfCase - 1 && left > 0; revision++) {
        left--;
        await store.append(stream, revision < 0 ? 'none' : revision, [event(left)], command());
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

const event = (n: number): NewEvent => eventOf600(n);

async function looked(ours: Ours, cases: readonly string[], events: number) {
  const { store } = ours;
  const one = await perSecond(appendsOfOne, async () => {
    for (let n = 0; n < appendsOfOne; n++)
      await store.append(`one-${crypto.randomUUID()}`, 'none', [event(n)], command());
  });
  const times: number[] = [];
  let sealedBytes = 0;
  for (let read = 0; read < readsOfCases; read++) {
    const begun = performance.now();
    const [first] = await store.read(cases[Math.floor(Math.random() * cases.length)] ?? '');
    sealedBytes = first?.bytes.length ?? sealedBytes;
    times.push(performance.now() - begun);
  }
  const from = String(Math.max(0, Math.floor(Math.random() * (events - eventsOfLog)))).padStart(16, '0');
  const log = await perSecond(eventsOfLog, async () => {
    let read = 0;
    for await (const { revision } of store.readAll(from, eventsOfLog)) read += revision >= 0 ? 1 : 0;
    if (read !== eventsOfLog) throw new Error(`Read ${read} events of ${eventsOfLog}.`);
  });
  const { rows } = await ours.pool.query<{ size: string }>(
    'SELECT pg_database_size(current_database()) AS size',
  );
  return {
    oneCallerPerSecond: rounded(one),
    readOfCaseMs: rounded(median(times)),
    logEventsPerSecond: rounded(log),
    sealedBytes,
    bytesPerEvent: Math.round(Number(rows[0]?.size) / (events + appendsOfOne)),
  };
}

/** MB of each table and index. */
async function sizes({ pool }: Ours): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ name: string; size: string }>(
    `SELECT relname AS name, pg_relation_size(oid) AS size FROM pg_class
     WHERE relnamespace = 'ledger'::regnamespace AND relkind IN ('r', 'i') AND pg_relation_size(oid) > 1000000
     ORDER BY 2 DESC`,
  );
  return Object.fromEntries(rows.map(({ name, size }) => [name, Math.round(Number(size) / 1e6)]));
}
