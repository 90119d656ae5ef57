import { run } from './run.js';

/** The short form of `npm run test:oracle`. */
describe('eight writers and four readers, killed again and again', () => {
  it('lose, double, reorder and falsely acknowledge nothing, also across a restore into a new cluster', async () => {
    const verdict = await run({ events: 10_000, seed: 20_250_303, rounds: 2, report: () => undefined });
    expect(verdict).toMatchObject({
      missed: 0,
      duplicated: 0,
      reordered: 0,
      falselyAcknowledged: 0,
      restores: 1,
    });
    expect(verdict.events).toBeGreaterThanOrEqual(10_000);
    expect(verdict.killsByKind).toEqual({
      writer: 2,
      reader: 2,
      connection: 2,
      backend: 2,
      postmaster: 2,
      stall: 2,
    });
    expect(verdict.foreignTransactions).toBeGreaterThan(0);
    expect(verdict.retries).toBeGreaterThan(0);
  }, 180_000);
});
