/** A case measured over HTTP: faults with their articles, late clocks, and what the data switch off. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  administrator,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';

const off = `domains: [market-supervision]
off:
  - { provision: crime-transfer/asked-in-three-days, why: 按工作日理解, validFrom: '2026-01-01' }
`;

describe('GET /v1/cases/{id}/compliance', () => {
  let api: Api;
  let lin: Person;
  let folder = '';
  let id = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rules-'));
    await mkdir(path.join(folder, 'switches'));
    await writeFile(path.join(folder, 'switches', 'own.yaml'), off);
    api = await startApi({ RULES_DIR: folder });
    const admin = await administrator(api);
    const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
    lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
    const lead = { source: '投诉举报', summary: '未明码标价' };
    id = (await as(api, lin).post('/v1/cases/initiation/receive-lead', lead).expect(201)).body.case;
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  const measured = async () => (await as(api, lin).get(`/v1/cases/${id}/compliance`).expect(200)).body;

  it('names every fault of the list with its articles, and the eight points', async () => {
    const { fatal, checklist } = await measured();
    expect(fatal).toHaveLength(22);
    expect(fatal[1]).toMatchObject({
      id: 'too-few-officers',
      state: 'not-applicable',
      cites: ['APL 42(1)'],
      article: ['《行政处罚法》第四十二条第一款'],
    });
    expect(checklist.map(({ point }: { point: string }) => point)).toStrictEqual([
      'body',
      'officers',
      'procedure',
      'facts',
      'law',
      'powers',
      'documents',
      'crime',
    ]);
  });

  it('shows what the data switch off, and what an entry has met', async () => {
    const { provisions } = await measured();
    const of = (name: string) => provisions.find((one: { id: string }) => one.id === name);
    expect(of('crime-transfer/asked-in-three-days')).toMatchObject({
      state: 'switched-off',
      why: '按工作日理解',
    });
    expect(of('initiation/new-case')).toMatchObject({ state: 'met', entries: [0] });
  });

  it('counts the days by which a clock is late, here and among the deadlines', async () => {
    api.clock.moveTo(new Date('2026-03-25T01:00:00Z'));
    const late = { id: 'lead-check', due: '2026-03-20', daysLate: 5 };
    expect((await measured()).missed).toMatchObject([late]);
    const { deadlines } = (await as(api, lin).get(`/v1/cases/${id}/deadlines`).expect(200)).body;
    expect(deadlines).toMatchObject([{ ...late, state: 'missed' }]);
  });
});
