import { views, type View } from '@anjuan/views';
import { filed } from '../../libs/views/src/testing.js';
import { Desk, patienceMs } from './desk.js';

const docket = views.find(({ name }) => name === 'docket') as View;

// Its session listens, whatever else it sets up on the way.
const listening = `SELECT pid FROM pg_stat_activity
  WHERE query LIKE '%LISTEN ledger_appended%' AND datname = current_database() AND pid <> pg_backend_pid()`;

describe('a running program', () => {
  let desk: Desk;
  let other: Desk;
  beforeEach(async () => {
    // Nobody looks for himself within the test: only what is told through the database can wake.
    desk = await Desk.open({ pollMs: 600_000 });
    other = await Desk.another(desk);
  });
  afterEach(async () => {
    await other.close();
    await desk.close();
  });

  it('wakes by what another process appends, also after its listening connection was ended', async () => {
    const runner = await desk.run({ views: [docket], pollMs: 600_000 });
    expect(await runner.waitFor(await other.enter('a', filed), patienceMs)).toBe(true);
    await desk.until(async () => (await desk.ask(listening)).length > 0);
    const ended = await desk.ask<{ pid: number }>(listening);
    await desk.ask(`SELECT pg_terminate_backend(pid) FROM (${listening}) AS l`);
    await desk.until(async () => {
      const now = await desk.ask<{ pid: number }>(listening);
      return now.length > 0 && now.every(({ pid }) => ended.every((one) => one.pid !== pid));
    });
    expect(await runner.waitFor(await other.enter('b', filed), patienceMs)).toBe(true);
  });
});
