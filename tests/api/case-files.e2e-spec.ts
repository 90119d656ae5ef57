import { addHours, startOfDay } from '@anjuan/law';
import { signIn } from '@anjuan/identity';
import { ViewRunner } from '@anjuan/views';
import request from 'supertest';
import { readInput } from '../../apps/demo/src/play/case-folder.js';
import { createClient } from '../../apps/demo/src/play/client.js';
import { play, type Outcome } from '../../apps/demo/src/play/play.js';
import { enterRegistry, type Members } from '../../apps/demo/src/play/registry.js';
import { rollOf } from '../../apps/demo/src/play/roll.js';
import { schedule } from '../../apps/demo/src/play/schedule.js';
import { administratorAccounts, as, startApi, type Api, type Person } from '../support/api.js';

type Published = Readonly<{ party: string | null; decidedOn: string }>;

let api: Api;
let members: Members;
let outcomes: Outcome[];
let steps: ReturnType<typeof schedule>;

const uscc = '11110105000067897H';
const signedIn = async (key: string, capacity: string): Promise<Person> => {
  const member = members.of(uscc, key);
  if (!member) throw new Error(`nobody is called ${key}`);
  const { accessToken } = await signIn({ baseUrl: api.url, ...member.account });
  return { person: member.person, login: key, token: accessToken, capacity };
};

/** The case of the major decision: nothing but its number of the document tells it from the other archived ones. */
const majorCase = async (items: readonly { case: string }[]): Promise<string> => {
  const luo = await signedIn('luo', 'auditor');
  for (const { case: id } of items) {
    const { file } = (await as(api, luo).get(`/v1/cases/${id}`).expect(200)).body;
    if (file.decision?.number === '朝市监处罚〔2026〕217号') return id;
  }
  throw new Error('the major case is not in the list');
};

beforeAll(async () => {
  api = await startApi({}, '2026-01-01');
  const input = readInput([], 'tests/cases');
  steps = schedule(input.cases);
  const first = steps[0]!.line.on;
  api.clock.moveTo(new Date(addHours(startOfDay(first), 8)));
  const client = createClient(api.url);
  const roll = rollOf(input.cases, input.agencies);
  members = await enterRegistry(client, administratorAccounts, roll, first);
  const moveClock = async (to: string) => {
    api.clock.moveTo(new Date(to));
    return Promise.resolve();
  };
  outcomes = [];
  for await (const outcome of play(steps, { client, members, moveClock })) outcomes.push(outcome);
}, 600_000);
afterAll(() => api.close());

describe('The case files, played over HTTP', () => {
  it('every act is accepted, every attempt refused under the articles named', () => {
    const faults = outcomes.flatMap(({ step: { file, line }, fault, reasons, trouble }) =>
      fault
        ? [
            {
              at: `${file.name}:${line.line} ${line.act}`,
              ...fault,
              ids: reasons.map(({ id }) => id),
              trouble,
            },
          ]
        : [],
    );
    expect(faults).toEqual([]);
    expect(outcomes.map(({ step }) => step.line)).toEqual(steps.map(({ line }) => line));
  });
});

describe('The auditor', () => {
  it('finds every case of the agency: closed, archived, not filed', async () => {
    const luo = await signedIn('luo', 'auditor');
    const head = await api.parts.store.head();
    const { body } = await as(api, luo).get(`/v1/lists/agency-cases?waitFor=${head}`).expect(200);
    expect(body.items.map(({ stage }: { stage: string }) => stage).sort()).toEqual([
      ...Array<string>(15).fill('archived'),
      ...Array<string>(4).fill('closed'),
      'not-filed',
    ]);
  });

  it('sees a case as it stood on a day and at an entry', async () => {
    const luo = await signedIn('luo', 'auditor');
    const { body } = await as(api, luo).get('/v1/lists/agency-cases').expect(200);
    const major = await majorCase(body.items);
    const now = (await as(api, luo).get(`/v1/cases/${major}`).expect(200)).body;
    expect(now.file.decision.number).toBe('朝市监处罚〔2026〕217号');
    expect(now.owed).toMatchObject({ left: expect.objectContaining({ fine: 0 }) });
    const before = (await as(api, luo).get(`/v1/cases/${major}?asOf=2026-06-04`).expect(200)).body;
    expect(before.file.decision).toBeUndefined();
    expect(before.file.hearing.held.on).toBe('2026-05-22');
    const first = (await as(api, luo).get(`/v1/cases/${major}?at=0`).expect(200)).body;
    expect(first.file.filing).toBeUndefined();
    expect(first).toMatchObject({ revision: 0, head: now.revision });
  });

  it('reads every entry with who did it, in which capacity, on which credential, and its hash', async () => {
    const luo = await signedIn('luo', 'auditor');
    const { body } = await as(api, luo).get('/v1/lists/agency-cases').expect(200);
    const major = await majorCase(body.items);
    const { entries, revision } = (await as(api, luo).get(`/v1/cases/${major}/history`).expect(200)).body;
    expect(entries).toHaveLength(Number(revision) + 1);
    const scene = entries.find(({ type }: { type: string }) => type === 'SceneRecorded');
    expect(scene.actors).toEqual([
      expect.objectContaining({
        capacity: 'officer',
        credential: expect.objectContaining({ number: '京市监执0105-0117' }),
      }),
      expect.objectContaining({
        capacity: 'officer',
        credential: expect.objectContaining({ number: '京市监执0105-0204' }),
      }),
    ]);
    for (const { sha256 } of entries) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('reads the refused attempts, and no late entry', async () => {
    const luo = await signedIn('luo', 'auditor');
    const attempts = (await as(api, luo).get('/v1/lists/attempts?limit=200').expect(200)).body.items;
    expect(attempts.length).toBeGreaterThanOrEqual(50);
    expect((await as(api, luo).get('/v1/lists/late-entries').expect(200)).body.items).toEqual([]);
  });
});

describe('The reporter', () => {
  it('is named in no answer but to a look with a purpose', async () => {
    const luo = await signedIn('luo', 'auditor');
    const { items } = (await as(api, luo).get('/v1/lists/agency-cases').expect(200)).body;
    for (const { case: id } of items) {
      expect((await as(api, luo).get(`/v1/cases/${id}`).expect(200)).text).not.toContain('郑晓岚');
      expect((await as(api, luo).get(`/v1/cases/${id}/history`).expect(200)).text).not.toContain('郑晓岚');
    }
  });
});

describe('Anybody', () => {
  it('reads the decisions that are published, not the one that was annulled, and nothing else', async () => {
    const { body } = await request(api.url).get('/v1/published-decisions').expect(200);
    expect(body.items.map(({ party, decidedOn }: Published) => [decidedOn, party]).sort()).toEqual([
      ['2026-01-28', '北京星野日化有限公司'],
      ['2026-01-30', '北京青杉文具有限公司'],
      ['2026-04-13', '北京青禾酒业有限公司'],
      ['2026-04-24', '北京禾田商贸有限公司'],
      ['2026-05-19', '北京半亩田食品有限公司'],
      ['2026-05-26', '北京南枝家具有限公司'],
      ['2026-06-05', '京味源肉制品有限公司'],
      ['2026-06-10', '北京云麓生活家居有限公司'],
      ['2026-06-30', '朝阳区禾悦副食店'],
      ['2026-07-31', '朝阳区拾光百货店'],
      ['2026-08-03', '北京云麓家居有限公司'],
      ['2026-08-27', '北京麦香园食品有限公司'],
      ['2026-09-23', null],
      ['2026-10-20', '北京谷禾食品有限公司'],
    ]);
    expect(body.items[0]).not.toHaveProperty('caseId');
  });
});

describe('The party that nobody knew at the filing', () => {
  const found = async () => {
    const luo = await signedIn('luo', 'auditor');
    const { items } = (await as(api, luo).get('/v1/lists/agency-cases').expect(200)).body;
    const row = items.find(({ partyName }: { partyName: string }) => partyName === '朝阳区拾光百货店');
    return { luo, id: row.case as string, row };
  };

  it('is described until it is identified, and named from then on', async () => {
    const { luo, id, row } = await found();
    expect(row).toMatchObject({ partyKind: 'individual-business', partyDescribed: null });
    const filingOf = async (day: string) =>
      (await as(api, luo).get(`/v1/cases/${id}?asOf=${day}`).expect(200)).body.file.filing;
    expect(await filingOf('2026-07-13')).toMatchObject({
      party: { kind: 'individual-business' },
      partyUnknown: true,
      partyDescribed: expect.stringContaining('四十岁左右男子'),
    });
    const known = await filingOf('2026-07-14');
    expect(known).toMatchObject({ party: { name: '朝阳区拾光百货店', person: { name: '方拾光' } } });
    expect(known).not.toHaveProperty('partyUnknown');
    expect(known).not.toHaveProperty('partyDescribed');
  });

  it('is erased as it was described, identified and named', async () => {
    const { luo, id } = await found();
    const lin = await signedIn('lin', 'officer');
    const history = async () => (await as(api, luo).get(`/v1/cases/${id}/history`).expect(200)).text;
    // The filing was asked for and approved: the description is in both.
    const personal = ['四十岁左右男子', '物业经理辨认无误', '"name":"方拾光"'];
    for (const text of personal) expect(await history()).toContain(text);
    const asked = { kinds: ['party'], ground: '本人申请删除' };
    const refused = (await as(api, lin).post(`/v1/cases/${id}/erasures`, asked).expect(409)).body;
    expect(refused.provisions).toMatchObject([{ id: 'erasure/retention-period-over' }]);
    // As when the file need not be kept any more: what an order of the kind takes out.
    const held = (await api.parts.store.read(`case-${id}`)).flatMap(({ disclosures }) => disclosures);
    await api.app
      .get(ViewRunner)
      .erase(held.flatMap(({ kind, digest }) => (kind === 'party' ? [digest] : [])));
    for (const text of personal) expect(await history()).not.toContain(text);
    const { file } = (await as(api, luo).get(`/v1/cases/${id}`).expect(200)).body;
    expect(file.filing.party).toMatchObject({ name: '朝阳区拾光百货店' });
  });
});

describe('The firm and its manager, in one case', () => {
  it('have each a decision and a debt of their own', async () => {
    const luo = await signedIn('luo', 'auditor');
    const { items } = (await as(api, luo).get('/v1/lists/agency-cases').expect(200)).body;
    const row = items.find(({ partyName }: { partyName: string }) => partyName === '北京麦香园食品有限公司');
    const firm = (await as(api, luo).get(`/v1/cases/${row.case}`).expect(200)).body;
    expect(firm.file).toMatchObject({
      decision: { number: '朝市监处罚〔2026〕341号' },
      joinedParties: [{ party: { person: { name: '许志成' } }, part: 'answers-for-the-firm' }],
    });
    const [{ entry }] = firm.file.joinedParties;
    const manager = (await as(api, luo).get(`/v1/cases/${row.case}?party=${entry}`).expect(200)).body;
    expect(manager.file).toMatchObject({
      decision: { number: '朝市监处罚〔2026〕372号' },
      filing: { party: { person: { name: '许志成' } } },
    });
    for (const { owed } of [firm, manager]) expect(owed.left).toMatchObject({ fine: 0 });
    expect(firm.file).not.toHaveProperty('hearing.held');
    expect(manager.file.hearing.held.on).toBe('2026-09-15');
    // Each is inspected for itself, and who inspects the one learns of the other.
    const inspected = async (party = '') =>
      (await as(api, luo).get(`/v1/cases/${row.case}/compliance${party}`).expect(200)).body;
    const of = firm.file.filing.entry;
    expect(await inspected()).toMatchObject({ ofParty: of, otherParties: [entry] });
    expect(await inspected(`?party=${entry}`)).toMatchObject({ ofParty: entry, otherParties: [of] });
  });
});

describe('Dates', () => {
  const explained = async (): Promise<readonly Readonly<{ id: string }>[]> => {
    const luo = await signedIn('luo', 'auditor');
    const { items } = (await as(api, luo).get('/v1/lists/agency-cases').expect(200)).body;
    const major = await majorCase(items);
    const { deadlines } = (await as(api, luo).get(`/v1/cases/${major}/deadlines`).expect(200)).body;
    return deadlines;
  };
  const only = async (id: string) => (await explained()).filter((deadline) => deadline.id === id);

  it('are explained one by one: start, article, days of the tables, consequence', async () => {
    expect(await only('statement')).toMatchObject([
      {
        from: '2026-04-30',
        due: '2026-05-11',
        unrolled: '2026-05-11',
        effect: 'lapse',
        provisional: false,
        start: { type: 'NoticeServed' },
        cites: expect.arrayContaining(['APL 64(1)']),
        article: expect.arrayContaining([expect.stringContaining('行政处罚法')]),
        explained: {
          length: 5,
          unit: 'wd',
          roll: 'none',
          excluded: [],
          holidays: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
          makeUpDays: ['2026-05-09'],
          consequence: { zh: expect.stringMatching(/./u), en: expect.stringMatching(/./u) },
        },
      },
    ]);
  });

  it('leave out every span once, in order (CAL-09): the test, then the hearing', async () => {
    expect(await only('decision-period')).toMatchObject([
      {
        from: '2026-03-10',
        due: '2026-07-27',
        excludedDays: 49,
        state: 'met',
        explained: {
          length: 90,
          unit: 'd',
          excluded: [
            { from: '2026-03-12', to: '2026-04-10' },
            { from: '2026-05-08', to: '2026-05-26' },
          ],
        },
      },
    ]);
    expect(await only('seizure-term')).toMatchObject([
      { due: '2026-06-08', excludedDays: 29, explained: { length: 60 }, start: { type: 'ItemsSeized' } },
    ]);
  });

  it('move on for the party, never for the agency (CAL-04)', async () => {
    const rolls = new Map((await explained()).map((one) => [one.id, one] as const));
    expect(rolls.get('payment')).toMatchObject({ explained: { roll: 'anyNonWorkingDay' } });
    for (const power of ['seizure-term', 'decision-period']) {
      expect(rolls.get(power)).toMatchObject({ explained: { roll: 'none' } });
    }
  });
});
