import { addHours, startOfDay } from '@anjuan/law';
import request from 'supertest';
import { readInput } from '../../apps/demo/src/play/case-folder.js';
import { createClient } from '../../apps/demo/src/play/client.js';
import { play, type Outcome } from '../../apps/demo/src/play/play.js';
import { enterRegistry } from '../../apps/demo/src/play/registry.js';
import { rollOf } from '../../apps/demo/src/play/roll.js';
import { schedule } from '../../apps/demo/src/play/schedule.js';
import { StandIn } from '../event-store/eventstoredb-stand-in/stand-in.js';
import {
  administrator,
  administratorAccounts,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
} from '../support/api.js';
import { Operator } from '../support/eventstoredb-operator.js';
import { namedServer, ownPrefix } from '../support/eventstoredb.js';

const input = readInput([], 'tests/cases');
const steps = schedule(input.cases);
const first = steps[0]!.line.on;

/** On the server that EVENTSTOREDB_URL names, or else a stand-in, which may also be stopped and silenced. */
const named = namedServer();
let standIn: StandIn | undefined;
let api: Api;
let operator: Operator;

beforeAll(async () => {
  if (named === undefined) {
    standIn = new StandIn();
    await standIn.start();
  }
  const [address, prefix] = [named ?? standIn!.url, ownPrefix()];
  operator = new Operator(address, prefix);
  api = await startApi(
    { EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: address, EVENTSTOREDB_PREFIX: prefix },
    first,
  );
});
afterAll(async () => {
  await operator.close();
  await api.close();
  standIn?.stop();
});

describe('The API on EventStoreDB', () => {
  it('plays every case, the stand-in restarted in their midst', async () => {
    api.clock.moveTo(new Date(addHours(startOfDay(first), 8)));
    const client = createClient(api.url);
    const roll = rollOf(input.cases, input.agencies);
    const members = await enterRegistry(client, administratorAccounts, roll, first);
    const moveClock = (to: string) => {
      api.clock.moveTo(new Date(to));
      return Promise.resolve();
    };
    const outcomes: Outcome[] = [];
    for await (const outcome of play(steps, { client, members, moveClock })) {
      outcomes.push(outcome);
      if (outcomes.length % 20 === 0) await standIn?.restart();
    }
    expect(outcomes.flatMap(({ step, fault }) => (fault ? [step.line.on, fault] : []))).toEqual([]);
    expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(
      steps.filter(({ line }) => !line.attempt).length,
    );
  }, 600_000);

  it('says which store it is on, and whether it answers', async () => {
    const { body } = await request(api.url).get('/health').expect(200);
    expect(body).toMatchObject({ status: 'ok', store: { kind: 'eventstoredb', answers: true } });
    if (standIn === undefined) return;
    standIn.faults.readsAreSilent = true;
    const silent = await request(api.url).get('/health').expect(503);
    expect(silent.body).toMatchObject({
      status: 'degraded',
      store: { kind: 'eventstoredb', answers: false },
    });
    standIn.faults.clear();
  });

  const untilHealth = async (awaited: (body: Record<string, unknown>) => boolean) => {
    for (;;) {
      const { body } = await request(api.url).get('/health');
      if (awaited(body as Record<string, unknown>)) return body as { damaged: unknown };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it.each([
    ['deleted for good', 'deleted', (stream: string) => operator.deleteForGood(stream)],
    ['truncated', 'truncated', (stream: string) => operator.tell(stream, { $tb: 1 })],
    ['written to by somebody else', 'notSealed', (stream: string) => operator.writeJson(stream)],
  ])(
    'a person %s on the server is a problem of its own, named by /health; all others are served',
    async (_, what, damage) => {
      const by = as(api, await administrator(api));
      const agency = await registerAgency(api, await administrator(api), '朝阳区局');
      const registered = async () =>
        (await by.post('/v1/people', { agency, staffNumber: crypto.randomUUID(), name: '某人' }).expect(201))
          .body.person as string;
      const [hurt, well] = [await registered(), await registered()];
      await damage(`person-${hurt}`);
      const change = { capacity: 'officer', from: '2100-01-01' };
      const refused = await by.post(`/v1/people/${hurt}/capacities`, change).expect(500);
      expect(refused.body).toMatchObject({ type: expect.stringContaining('record-damaged'), status: 500 });
      expect(refused.body.detail).toMatch(/记录已损坏：.+The record is damaged: stream person-/);
      await by.post(`/v1/people/${well}/capacities`, change).expect(204);
      const { damaged } = await untilHealth(({ damaged: found }) => JSON.stringify(found).includes(hurt));
      expect(damaged).toContainEqual(expect.objectContaining({ what, stream: `person-${hurt}` }));
    },
  );

  it('a damaged case is refused by name, parked in the lists, and no other case is concerned', async () => {
    const last = new Map<string, string>();
    for await (const { stream, agency } of api.parts.store.readAll())
      if (stream.startsWith('case-')) last.set(stream, agency);
    const [[hurt, agency], [well]] = [...last].filter(([, of]) => of === [...last.values()][0]) as [
      [string, string],
      [string, string],
    ];
    const admin = await administrator(api);
    const officer = await register(api, admin, agency, { login: 'zhao', capacity: 'officer' });
    const caseOf = (stream: string) => as(api, officer).get(`/v1/cases/${stream.replace('case-', '')}`);
    await caseOf(hurt).expect(200);
    await operator.writeJson(hurt);
    const refused = await caseOf(hurt).expect(500);
    expect(refused.body).toMatchObject({ type: expect.stringContaining('record-damaged') });
    await caseOf(well).expect(200);
    await untilHealth(({ because }) => /cases wait in the view/.test(JSON.stringify(because)));
    await as(api, officer).get('/v1/lists/my-cases').expect(200);
  });
});
