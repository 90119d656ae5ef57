import { startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import { agencyCases, views, type View } from '@anjuan/views';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import { filed } from '../../libs/views/src/testing.js';
import { temporaryFolder } from '../support/postgres.js';
import { Desk, patienceMs } from './desk.js';
import { removeFolder } from '../support/folder.js';

const docket = views.find(({ name }) => name === 'docket') as View;

describe('a database that is gone for a while', () => {
  it('in the midst of a batch parks no case and stops no view', async () => {
    const folder = await temporaryFolder();
    const server = await startEmbeddedPostgres({ dataDir: folder, report: () => undefined });
    const desk = await Desk.open({ database: server.connection });
    const { pool } = desk;
    let folding = 0;
    // The first row of the batch is made; then the database dies, before any of them is in place.
    const killing: View = {
      ...docket,
      rows: (of) => {
        const pid = ++folding === 1 ? postmasterPid(placeIn(folder)) : undefined;
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
        return docket.rows(of);
      },
    };
    try {
      await desk.enter('a', filed);
      const last = await desk.enter('b', filed);
      const runner = await desk.run({ views: [killing] });
      await desk.until(async () => runner.waitFor(last, patienceMs).catch(() => false), 2 * patienceMs);
      expect(folding).toBeGreaterThan(2);
      const { items, parked } = await agencyCases(pool, { person: 'luo', agency: 'bureau' }, { limit: 10 });
      expect(items.map((item) => `${item.case} ${item.stage} ${item.revision}`)).toStrictEqual([
        'a filed 3',
        'b filed 3',
      ]);
      expect(parked).toBe(0);
      expect(await runner.states()).toMatchObject([{ parked: 0, error: null, lag: 0 }]);
    } finally {
      await desk.close();
      await server.stop();
      await removeFolder(folder);
    }
  });
});
