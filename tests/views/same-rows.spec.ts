import fc from 'fast-check';
import { rebuild, tableOf, views } from '@anjuan/views';
import {
  entry,
  filed,
  instalmentsAskedFor,
  notified,
  served,
  statement,
  takenDownLate,
  type Entry,
} from '../../libs/views/src/testing.js';
import { Desk, patienceMs } from './desk.js';

const withdrawn = entry('EntryWithdrawn', '2026-05-07', 'lin', { entry: 9, reason: '当事人撤回' });
const histories: readonly (readonly Entry[])[] = [
  served,
  [...served, instalmentsAskedFor],
  [...notified, statement, withdrawn],
  [...filed, takenDownLate(statement, 100)],
];

/** How long each case is, and in which order the cases' next events come. */
const record = fc.record({
  cases: fc.array(
    fc.record({
      history: fc.constantFrom(...histories),
      length: fc.integer({ min: 1, max: 12 }),
      /** After so many events comes one that no program of today knows. */
      unknownAfter: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 4 }),
    }),
    { minLength: 4, maxLength: 8 },
  ),
  order: fc.infiniteStream(fc.nat()),
  fills: fc.array(
    fc.record({ size: fc.constantFrom(1, 3, 10, 40), kept: fc.constantFrom(0, 3, 15, 1_000) }),
    {
      minLength: 2,
      maxLength: 2,
    },
  ),
});

describe('the rows of a view', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const contents = async () => {
    const tables: Record<string, readonly unknown[]> = {};
    for (const { name, version, build } of await desk.ask<{ name: string; version: string; build: number }>(
      'SELECT name, version, build FROM views.checkpoint WHERE served',
    )) {
      tables[name] = await desk.ask(`SELECT * FROM ${tableOf({ name, version, build })} t ORDER BY t::text`);
      tables[`${name}, parked`] = await desk.ask(
        `SELECT case_id, position, revision, type, reason, last_revision, events FROM views.parked
         WHERE name = $1 AND version = $2 AND build = $3 ORDER BY position`,
        [name, version, build],
      );
    }
    return tables;
  };

  it('are the same after a fill, in whatever pieces, as after following event by event', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(record, async ({ cases, order, fills }) => {
        round++;
        const open = cases.map(({ history, length, unknownAfter }, index) => ({
          name: `r${round}-${index}`,
          history: history.slice(0, length),
          unknownAfter,
          next: 0,
        }));
        // Every other time what comes is followed as it comes, in rounds of their own.
        const early = round % 2 === 0 ? await desk.run() : undefined;
        let position = '';
        for (const pick of order) {
          const left = open.filter(({ next, history }) => next < history.length);
          const one = left[pick % left.length];
          if (!one) break;
          const unknown = one.next === one.unknownAfter;
          position = unknown
            ? await desk.enterUnknown(one.name, one.next - 1)
            : await desk.enter(one.name, one.history.slice(0, one.next + 1), { from: one.next });
          one.next++;
        }
        const runner = early ?? (await desk.run({ batchSize: 2 }));
        expect(await runner.waitFor(position, patienceMs)).toBe(true);
        await runner.stop();
        const followed = await contents();
        const { pool, store, clock } = desk;
        const signal = new AbortController().signal;
        for (const { size, kept } of fills) {
          for (const view of views)
            await rebuild(view, { pool, store, clock, signal, size, kept, progress: () => undefined });
          expect(await contents()).toStrictEqual(followed);
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
