import { addHours, startOfDay } from '@anjuan/law';
import request from 'supertest';
import { readInput } from '../../apps/cli/src/play/case-folder.js';
import { createClient } from '../../apps/cli/src/play/client.js';
import { play, type Outcome } from '../../apps/cli/src/play/play.js';
import { enterRegistry } from '../../apps/cli/src/play/registry.js';
import { rollOf } from '../../apps/cli/src/play/roll.js';
import { schedule } from '../../apps/cli/src/play/schedule.js';
import { StandIn } from '../event-store/eventstoredb-stand-in/stand-in.js';
import { adminPassword, startApi, type Api } from '../support/api.js';

const input = readInput([], 'tests/cases');
const steps = schedule(input.cases);
const first = steps[0]!.line.on;

let standIn: StandIn;
let api: Api;

beforeAll(async () => {
  standIn = new StandIn();
  await standIn.start();
  api = await startApi({ EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: standIn.url }, first);
}, 60_000);
afterAll(async () => {
  await api.close();
  standIn.stop();
});

describe('The API on EventStoreDB', () => {
  it('plays every case, the server restarted in their midst', async () => {
    api.clock.moveTo(new Date(addHours(startOfDay(first), 8)));
    const client = createClient(api.url);
    const roll = rollOf(input.cases, input.agencies);
    const members = await enterRegistry(client, { login: 'admin', password: adminPassword }, roll, first);
    const moveClock = (to: string) => {
      api.clock.moveTo(new Date(to));
      return Promise.resolve();
    };
    const outcomes: Outcome[] = [];
    for await (const outcome of play(steps, { client, members, moveClock })) {
      outcomes.push(outcome);
      if (outcomes.length % 20 === 0) await standIn.restart();
    }
    expect(outcomes.flatMap(({ step, fault }) => (fault ? [step.line.on, fault] : []))).toEqual([]);
    expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(291);
  }, 300_000);

  it('says which store it is on, and whether it answers', async () => {
    const { body } = await request(api.url).get('/health').expect(200);
    expect(body).toMatchObject({ status: 'ok', store: { kind: 'eventstoredb', answers: true } });
    standIn.faults.readsAreSilent = true;
    const silent = await request(api.url).get('/health').expect(503);
    expect(silent.body).toMatchObject({
      status: 'degraded',
      store: { kind: 'eventstoredb', answers: false },
    });
    standIn.faults.clear();
  });
});
