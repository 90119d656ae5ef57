import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { caseProcedure, type CaseFile } from '@anjuan/case';
import { isCommitment, type RecordedEvent } from '@anjuan/event-store';
import { CommandFiles } from '../../apps/api/src/procedures/command-files.js';
import { as, enter, type Api, type Person } from '../support/api.js';
import { startBureau } from '../support/bureau.js';
import { onTheSpot } from '../support/on-the-spot.js';

const reporter = { name: '郑晓岚', phone: '13800000000' };

describe('An erasure of personal data', () => {
  let api: Api;
  let officers: readonly [Person, Person];
  let leader: Person;
  let auditor: Person;
  let officerAndLeader: Person;
  let admin: Person;
  let paper: string;
  beforeAll(async () => {
    const { engage, ...bureau } = await startBureau();
    ({ api, admin } = bureau);
    officers = [await engage('lin', 'officer'), await engage('gao', 'officer')];
    leader = await engage('tang', 'leader');
    auditor = await engage('luo', 'auditor');
    officerAndLeader = await engage('he', 'officer');
    const of = `/v1/people/${officerAndLeader.person}`;
    await enter(api, admin, `${of}/capacities`, { capacity: 'leader', from: '2024-01-01' });
    paper = (await as(api, officers[0]).upload('决定书.txt', '当场处罚决定书').expect(201)).body.sha256;
  });
  afterAll(() => api.close());

  const lead = async (): Promise<string> =>
    (
      await as(api, officers[0])
        .post('/v1/cases/initiation/receive-lead', { source: '举报', summary: '未明码标价', reporter })
        .expect(201)
    ).body.case;
  const decided = async (): Promise<string> => {
    const decision = onTheSpot(officers, paper);
    return (await as(api, officers[0]).post('/v1/cases/summary-procedure/decide', decision).expect(201)).body
      .case;
  };
  /** As the record has a case that was closed, by default so long ago that its file need not be kept any more. */
  const closed = async (id: string, on = '1990-06-20T01:00:00.000Z'): Promise<void> => {
    const [first] = await recorded(id);
    const { agency, recordedBy, actors } = first!;
    const data = { approval: 0, ground: 'executed' };
    const event = { type: 'CaseClosed', v: 1, occurredAt: on, actors, recordedBy, agency, rules: {}, data };
    await api.parts.store.append(`case-${id}`, 0, [event], { id: randomUUID(), digest: 'closed' });
  };
  const recorded = (id: string): Promise<readonly RecordedEvent[]> => api.parts.store.read(`case-${id}`);
  const ask = (id: string, kinds: readonly string[], by = officers[0], key = randomUUID()) =>
    as(api, by).post(`/v1/cases/${id}/erasures`, { kinds, ground: '本人申请删除' }, key);
  const order = (id: string, erasure: number, by = leader, key = randomUUID()) =>
    as(api, by).post(`/v1/cases/${id}/erasures/${String(erasure)}/order`, {}, key);
  const refusedIn = ({ provisions }: { provisions: readonly { id: string }[] }) =>
    provisions.map(({ id }) => id);
  const attempt = ({ person, capacity }: Person, act: string, refused: readonly string[]) =>
    expect.objectContaining({
      person,
      capacity,
      act,
      provisions: refused.map((id) => expect.objectContaining({ id })),
    });
  const partyInTheList = async (id: string): Promise<string | null | undefined> => {
    const { items } = (await as(api, auditor).get('/v1/lists/agency-cases?limit=200').expect(200)).body;
    return items.find((item: { case: string }) => item.case === id)?.partyName;
  };

  it('takes the reporter out of the record on a leader’s order, and every event stays as it was', async () => {
    const id = await lead();
    const before = await recorded(id);
    const { erasure } = (await ask(id, ['reporter']).expect(201)).body;
    expect((await order(id, erasure).expect(200)).body).toEqual({ erased: 1 });
    const after = await recorded(id);
    expect(after.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
      before.map(({ bytes }) => Buffer.from(bytes).toString()),
    );
    expect(before[0]?.disclosures).toHaveLength(1);
    expect(after[0]?.disclosures).toEqual([]);
    const looked = await as(api, officers[0])
      .post(`/v1/cases/${id}/reporter-identity/look`, { purpose: '核实举报' })
      .set('if-match', '"0"')
      .expect(200);
    expect(looked.body).not.toHaveProperty('reporter');
    const { items } = (await as(api, auditor).get(`/v1/cases/${id}/erasures`).expect(200)).body;
    expect(items).toEqual([
      expect.objectContaining({
        kinds: ['reporter'],
        askedBy: officers[0].person,
        orderedBy: leader.person,
        erased: 1,
      }),
    ]);
  });

  it('takes the party out of the lists and out of what commands decide on, once the case is closed', async () => {
    const id = await decided();
    expect((await ask(id, ['party', 'reporter']).expect(409)).body).toMatchObject({
      type: expect.stringMatching(/not-lawful-yet$/),
      provisions: [
        {
          id: 'erasure/purpose-achieved',
          also: ['PIPL 47(1)(1)'],
          cure: { acts: ['closure/request', 'closure/approve'] },
        },
      ],
    });
    await closed(id);
    const decidedOn = async () => {
      const { agency } = (await recorded(id))[0]!;
      const { file } = await api.app.get(CommandFiles).standing(caseProcedure, id, agency);
      return (file as CaseFile).summary?.party.person;
    };
    expect(await decidedOn()).toEqual({ name: '王树林' });
    while ((await partyInTheList(id)) !== '王树林') await sleep(20);
    const { erasure } = (await ask(id, ['party']).expect(201)).body;
    await order(id, erasure).expect(200);
    while ((await partyInTheList(id)) !== null) await sleep(20);
    for (const path of ['', '/history'])
      expect((await as(api, auditor).get(`/v1/cases/${id}${path}`).expect(200)).text).not.toContain('王树林');
    expect(isCommitment(await decidedOn())).toBe(true);
  });

  it('takes nobody but the reporter out of a file that is to be kept, and goes by the agency’s schedule', async () => {
    const id = await decided();
    const [first] = await recorded(id);
    await closed(id, first!.occurredAt);
    expect((await ask(id, ['party']).expect(409)).body).toMatchObject({
      provisions: [{ id: 'erasure/retention-period-over', cites: 'PIPL 47(2)' }],
    });
    await ask(id, ['reporter']).expect(201);
  });

  it('is ordered by nobody who asked for it, nor by others than leaders, nor without being asked for', async () => {
    const id = await lead();
    const unasked = ['erasure/asked-before'];
    const notForThem = ['erasure/asked-by-an-officer-or-auditor'];
    const notByThem = ['erasure/ordered-by-a-leader'];
    expect(refusedIn((await order(id, 0).expect(409)).body)).toEqual(unasked);
    const { erasure } = (await ask(id, ['reporter'], auditor).expect(201)).body;
    expect(refusedIn((await order(id, erasure, officers[1]).expect(409)).body)).toEqual(notByThem);
    expect(refusedIn((await order(id, 7, officers[1]).expect(409)).body)).toEqual([...notByThem, ...unasked]);
    expect(refusedIn((await ask(id, ['reporter'], leader).expect(409)).body)).toEqual(notForThem);
    expect(refusedIn((await ask(id, ['party', 'reporter'], leader).expect(409)).body)).toEqual([
      ...notForThem,
      'erasure/purpose-achieved',
    ]);
    await ask(id, [], officers[0]).expect(422);
    await ask(randomUUID(), ['reporter']).expect(404);
    await ask('no-case', ['reporter']).expect(404);
    expect((await recorded(id))[0]?.disclosures).toHaveLength(1);
    const { items } = (await as(api, auditor).get('/v1/lists/attempts?limit=200').expect(200)).body;
    expect(items.filter((one: { case: string }) => one.case === id)).toEqual([
      attempt(leader, 'erasure/order', unasked),
      attempt(officers[1], 'erasure/order', notByThem),
      attempt(officers[1], 'erasure/order', [...notByThem, ...unasked]),
      attempt(leader, 'erasure/ask', notForThem),
      attempt(leader, 'erasure/ask', [...notForThem, 'erasure/purpose-achieved']),
    ]);
  });

  it('is ordered by somebody else also where one person may ask and order', async () => {
    const id = await lead();
    const { erasure } = (await ask(id, ['reporter'], officerAndLeader).expect(201)).body;
    const asLeader = { ...officerAndLeader, capacity: 'leader' };
    expect(refusedIn((await order(id, erasure, asLeader).expect(409)).body)).toEqual([
      'erasure/ordered-by-another',
    ]);
    await order(id, erasure).expect(200);
  });

  it('has its rules on the page of what the law may refuse', async () => {
    const { text } = await as(api, auditor).get('/problems/not-lawful-yet').expect(200);
    expect(text).toContain('<code>erasure/purpose-achieved</code>');
    await as(api, auditor).get('/problems/erasure-refused').expect(404);
  });

  it('is for nobody but people of an agency', async () => {
    const id = await lead();
    await ask(id, ['reporter'], admin).expect(403);
    await order(id, 0, { ...admin, capacity: 'leader' }).expect(403);
  });

  it('happens once for a key, and what an order broken off has left is erased by the next', async () => {
    const id = await lead();
    const [asking, ordering] = [randomUUID(), randomUUID()];
    const first = (await ask(id, ['reporter'], officers[0], asking).expect(201)).body;
    expect((await ask(id, ['reporter'], officers[0], asking).expect(201)).body).toEqual(first);
    await order(id, first.erasure, leader, ordering).expect(200);
    expect((await order(id, first.erasure, leader, ordering).expect(200)).body).toEqual({ erased: 1 });
    expect((await order(id, first.erasure).expect(200)).body).toEqual({ erased: 1 });
    const by = ({ person, capacity }: Person) => [expect.objectContaining({ person, capacity })];
    expect(await api.parts.store.read(`erasure-${id}`)).toEqual([
      expect.objectContaining({ type: 'ErasureAsked', actors: by(officers[0]) }),
      expect.objectContaining({ type: 'ErasureOrdered', actors: by(leader) }),
    ]);
    await ask(id, ['reporter', 'party'], officers[0], asking).expect(422);
    const second = (await ask(id, ['reporter']).expect(201)).body.erasure;
    expect((await order(id, second, leader, ordering).expect(422)).body.type).toMatch(/key-reused$/);
  });

  it.each([
    ['ErasureOrdered', 2],
    ['ErasureWithdrawn', 1],
    ['toString', 1],
  ])(
    'is not decided on a record that holds %s in version %i, which a newer program wrote',
    async (type, v) => {
      const id = await lead();
      const { erasure } = (await ask(id, ['reporter']).expect(201)).body;
      const [request] = await api.parts.store.read(`erasure-${id}`);
      const { occurredAt, actors, recordedBy, agency } = request!;
      const newer = { type, v, occurredAt, actors, recordedBy, agency, rules: {}, data: { asked: 0 } };
      await api.parts.store.append(`erasure-${id}`, 0, [newer], { id: randomUUID(), digest: 'newer' });
      expect((await order(id, erasure).expect(503)).body.detail).toContain(type);
      await as(api, auditor).get(`/v1/cases/${id}/erasures`).expect(503);
      expect((await recorded(id))[0]?.disclosures).toHaveLength(1);
    },
  );
});
