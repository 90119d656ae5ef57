import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { appends, Network, type Strike } from '../support/network.js';
import { as } from '../support/api.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { databaseUrl } from './programs.js';
import { Desk } from './desk.js';
import { openSite, type Site } from './support.js';
import { removeFolder } from '../support/folder.js';

const reads = ['FROM unnest($1::text[], $2::bigint[], $3::bigint[])', 'WHERE stream = $1'];
const lists = ['FROM views.checkpoint c WHERE c.served'];
const statements = { 'a case is read': reads, 'an append is sent': appends, 'a list is read': lists };
const phases = ['before it is sent', 'before its answer', 'amid its answer'] as const;

/** What the network has forgotten: on the server, too, after 3 s rather than a minute. */
const orphansEnd = encodeURIComponent('-c idle_session_timeout=3s');

type Statement = keyof typeof statements;
const all = Object.keys(statements) as Statement[];
const cuts = all.flatMap((statement) => phases.map((phase) => [phase, statement] as const));
const silences = [
  ['before it is sent', 'an append is sent', 'forgotten'],
  ['before its answer', 'an append is sent', 'arrives late'],
  ['amid its answer', 'an append is sent', 'forgotten'],
  ['before it is sent', 'a list is read', 'arrives late'],
  ['before its answer', 'a case is read', 'forgotten'],
  ['amid its answer', 'a list is read', 'arrives late'],
] as const;

describe('The program, when the network to its database', () => {
  let network: Network;
  let site: Site;
  beforeAll(async () => {
    const database = await testDatabase();
    network = new Network(await temporaryFolder(), join(database.host!, '.s.PGSQL.5432'));
    await network.listen();
    const through = `${databaseUrl({ ...database, host: network.folder })}&query_timeout=1500&options=${orphansEnd}`;
    site = await openSite(await temporaryFolder(), { DATABASE_URL: through });
  });
  afterAll(async () => {
    await site.api.close();
    await network.close();
    for (const folder of [site.folder, network.folder]) await removeFolder(folder);
  });

  /** Sends commands and reads, until the network has failed at such a statement; every answer is judged by the desk. */
  const meet = async (desk: Desk, strike: Strike): Promise<void> => {
    const struck = network.strikes;
    network.fail(strike);
    while (network.strikes === struck) await Promise.all([desk.open(), desk.look()]);
  };

  /** Each key once, in the record and in the list, which has caught up. */
  const expectAllOnce = async (desk: Desk, before: number): Promise<void> => {
    expect((await desk.settle()) - before).toBe(desk.sent.length);
    await desk.untilListed();
    expect(desk.wrong).toEqual([]);
    expect(new Set(desk.acknowledged.values()).size).toBe(desk.sent.length);
  };

  it.each(cuts)('cuts it %s, when %s', async (phase, statement) => {
    const desk = new Desk(site);
    const before = await desk.settle();
    await desk.open();
    await meet(desk, { words: statements[statement], phase, failure: 'cut' });
    await expectAllOnce(desk, before);
  });

  it.each(silences)('swallows it %s, when %s, and what was swallowed: %s', async (phase, statement, how) => {
    const desk = new Desk(site);
    const before = await desk.settle();
    await desk.open();
    await meet(desk, { words: statements[statement], phase, failure: 'silent' });
    expect(await desk.open()).toBe(503);
    network.mend(how);
    await expectAllOnce(desk, before);
  });

  it('cuts connections that are idle', async () => {
    const desk = new Desk(site);
    const before = await desk.settle();
    for (let round = 0; round < 5; round++) {
      await Promise.all([desk.open(), desk.open(), desk.look()]);
      network.cutAll();
      await Promise.all([desk.open(), desk.open(), desk.look()]);
    }
    await expectAllOnce(desk, before);
  });

  it('forgets connections that are idle, and tells neither end', async () => {
    const desk = new Desk(site);
    const before = await desk.settle();
    await Promise.all([desk.open(), desk.open(), desk.look(), desk.look()]);
    network.silence();
    network.mend('forgotten');
    await Promise.all([desk.open(), desk.open(), desk.look(), desk.look()]);
    await expectAllOnce(desk, before);
  });

  it('is silent: neither health nor a list waits for ever, and both answer when it is back', async () => {
    network.silence();
    const { api, officer } = site;
    const answers = [as(api, officer).get('/health'), as(api, officer).get('/v1/lists/my-cases')];
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(503);
    network.mend();
    while ((await as(api, officer).get('/health')).status !== 200) await sleep(50);
    await as(api, officer).get('/v1/lists/my-cases').expect(200);
  });
});
