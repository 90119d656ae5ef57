/** Every read and every entry in the registry, asked by each capacity, as the table of rights has it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Json } from '@anjuan/event-store';
import { capacities, relations, type Relation } from '@anjuan/procedure';
import { holdsOneOf, rightTo } from '@anjuan/rights';
import {
  administrator,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';
import { onTheSpot } from '../support/on-the-spot.js';

type Described = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Readonly<{ operationId: string }>>>>>;
}>;
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Described;
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]) => ({ method, path, operationId })),
);
/** An act is refused by its own provisions: tests/law/acts-by-capacity.spec.ts. */
const guarded = routes.filter(({ operationId }) => rightTo(operationId).refusedBy === undefined);
const byWho = (open: boolean) =>
  guarded.filter(({ operationId }) => (typeof rightTo(operationId).who === 'string') === open);

let api: Api;
let agency: string;
let elsewhere: Person;
const people = new Map<string, Person>();
let officers: readonly [Person, Person];
/** Whom the registry is asked to change. */
let somebody: Person;
let opened: string;
let file: string;

const party = {
  kind: 'natural-person',
  person: { name: '王树林', idType: '居民身份证', idNumber: '110105197609221044' },
  address: '朝阳区姚家园路甲6号',
};
const secret = /王树林|110105197609221044|姚家园路/;

const decidedOnTheSpot = async (sha256: string): Promise<string> => {
  const decision = { ...onTheSpot(officers, sha256), party };
  const { body } = await as(api, officers[0])
    .post('/v1/cases/summary-procedure/decide', decision)
    .expect(201);
  return body.case;
};

beforeAll(async () => {
  api = await startApi();
  const admin = await administrator(api);
  agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  for (const capacity of capacities)
    people.set(capacity, await register(api, admin, agency, { login: `one-${capacity}`, capacity }));
  officers = [
    await register(api, admin, agency, { login: 'lin', capacity: 'officer' }),
    await register(api, admin, agency, { login: 'gao', capacity: 'officer' }),
  ];
  somebody = await register(api, admin, agency, { login: 'somebody', capacity: 'officer' });
  const other = await registerAgency(api, admin, '海淀区市场监督管理局');
  elsewhere = await register(api, admin, other, { login: 'elsewhere', capacity: 'auditor' });
  file = (await as(api, officers[0]).upload('决定书.txt', '当场处罚决定书').expect(201)).body.sha256;
  opened = await decidedOnTheSpot(file);
});
afterAll(() => api.close());

const holder = (capacity: string): Person => people.get(capacity)!;

describe('a route that is not for everybody', () => {
  const placed = (path: string): string =>
    path
      .replace('{caseId}', opened)
      .replace('{agency}', agency)
      .replace('{person}', somebody.person)
      .replace('{sha256}', file)
      .replace(/\{\w+\}/g, randomUUID());
  /** What a route asks for in its query, so that it looks for the record at all. */
  const queries: Readonly<Record<string, string>> = { 'audit/readers': '?on=2026-03-01' };
  const queryOf = ({ operationId }: (typeof routes)[number]): string => queries[operationId] ?? '';
  const request = (person: Person, route: (typeof routes)[number]) =>
    route.method === 'get'
      ? as(api, person).get(`${placed(route.path)}${queryOf(route)}`)
      : // Nothing is entered: who is let in is told what is missing.
        as(api, person).post(placed(route.path), {});

  it.each(byWho(false))('$operationId lets in whom its row names, and nobody else', async (route) => {
    const right = rightTo(route.operationId);
    for (const capacity of capacities) {
      const { status, body } = await request(holder(capacity), route);
      // The administrator here is one of the agency.
      const may = holdsOneOf([capacity], right) && right.whose !== 'system';
      const refused = status === 403 && /^限以下身份|系统管理员/.test(body.detail);
      expect({ capacity, refused }).toEqual({ capacity, refused: !may });
    }
  });

  it.each(byWho(false))('$operationId answers nobody without a token', async ({ method, path }) => {
    const answer = await fetch(`${api.url}${placed(path)}`, { method: method.toUpperCase() });
    expect(answer.status).toBe(401);
  });

  it.each(guarded.filter(({ path }) => /\{(caseId|sha256)\}/.test(path)))(
    '$operationId does not tell another agency that there is something',
    async (route) => {
      const there = await request(elsewhere, route);
      const nowhere = await as(api, elsewhere).get(
        `${route.path.replace('{caseId}', randomUUID()).replace('{sha256}', 'a'.repeat(64))}${queryOf(route)}`,
      );
      expect(there.status).toBe(404);
      const reported = ({ body }: { body: Record<string, unknown> }) => ({
        ...body,
        instance: '',
        requestId: '',
      });
      expect(reported(there)).toEqual(reported(nowhere));
    },
  );
});

it.each(byWho(true))('$operationId answers as its row says', async ({ operationId, method, path }) => {
  const { who } = rightTo(operationId);
  const answer = await fetch(`${api.url}${path.replace('{type}', 'not-found')}`, {
    method: method.toUpperCase(),
  });
  expect(answer.status).toBe(who === 'anybody' ? 200 : 401);
});

describe('what is personal in a case', () => {
  const reads = routes.filter(
    ({ operationId, path }) =>
      path.startsWith('/v1/cases/{caseId}') && rightTo(operationId).refusedBy === undefined,
  );
  const read = (person: Person, path: string, query = '') =>
    as(api, person).get(`${path.replace('{caseId}', opened)}${query}`);
  const personal = reads.filter(({ operationId }) => rightTo(operationId).personal !== undefined);

  it('is told in some reads, and not in others', () => {
    expect(reads.map(({ operationId }) => operationId).sort()).toEqual([
      'case/actions',
      'case/compliance',
      'case/deadlines',
      'case/history',
      'case/view',
      'erasure/list',
    ]);
    expect(personal.map(({ operationId }) => operationId).sort()).toEqual(['case/history', 'case/view']);
  });

  it.each(reads)(
    '$operationId tells it to nobody who has no part, nor to a reviewer not asked',
    async ({ path }) => {
      for (const capacity of ['officer', 'legal-reviewer', 'case-reviewer', 'hearing-host']) {
        const { text } = await read(holder(capacity), path).expect(200);
        expect(text).not.toMatch(secret);
        // The case itself is there to be read.
        expect(JSON.parse(text)).toMatchObject(
          path.endsWith('erasures') ? { items: [] } : { case: opened, revision: 0 },
        );
      }
    },
  );

  it.each(personal)(
    '$operationId tells it to handlers, leaders of the line and auditors',
    async ({ path }) => {
      for (const one of [...officers, ...['unit-head', 'leader', 'principal', 'auditor'].map(holder)]) {
        const { text, body } = await read(one, path).expect(200);
        expect(text).toMatch(secret);
        expect(body.personal).toBe('shown');
      }
    },
  );

  it.each(personal)('$operationId tells it to an officer for a stated purpose', async ({ path }) => {
    const stranger = holder('officer');
    expect((await read(stranger, path).expect(200)).body.personal).toBe('withheld');
    const stated = await read(
      stranger,
      path,
      `?purpose=${encodeURIComponent('核对同一当事人的另案')}`,
    ).expect(200);
    expect(stated.text).toMatch(secret);
    expect(stated.body.personal).toBe('shown');
    for (const purpose of [
      ...['', '%20%20', 'x', '%E2%80%8B%E2%80%8B', 'x'.repeat(201)],
      ...['查阅', '123456', '哈哈哈哈', 'abcabc', '查阅  ', '....'].map((one) => encodeURI(one)),
    ]) {
      const { status, text } = await read(stranger, path, `?purpose=${purpose}`);
      expect({ purpose, refused: status === 400 || status === 422 }).toEqual({ purpose, refused: true });
      expect(text).not.toMatch(secret);
    }
  });

  it('is not told as the case stood before either', async () => {
    for (const query of ['?at=0', '?asOf=2026-03-01']) {
      const { text, body } = await read(holder('officer'), '/v1/cases/{caseId}', query).expect(200);
      expect(text).not.toMatch(secret);
      expect(body).toMatchObject({ personal: 'withheld', file: { summary: { cause: '未公示信息' } } });
    }
  });
});

describe('the relation to a case', () => {
  let id: string;
  let paper: string;
  const related: Record<Relation, () => Person> = {
    recused: () => officers[1],
    handler: () => officers[0],
    reviewer: () => holder('legal-reviewer'),
    host: () => holder('hearing-host'),
    'took-part': () => somebody,
    line: () => holder('leader'),
    auditor: () => holder('auditor'),
    none: () => holder('case-reviewer'),
  };
  /** As the record has them; that each comes about lawfully is the matter of other specs. */
  const recorded = async (...events: readonly Readonly<{ type: string; data: Json }>[]): Promise<void> => {
    const [first] = await api.parts.store.read(`case-${id}`);
    const { agency: of, recordedBy, occurredAt, actors } = first!;
    const entries = events.map((event) => ({
      ...{ v: 1, occurredAt, actors, recordedBy, agency: of, rules: {}, disclosures: [] },
      ...event,
    }));
    await api.parts.store.append(`case-${id}`, 0, entries, { id: randomUUID(), digest: 'related' });
  };
  beforeAll(async () => {
    somebody = await register(api, await administrator(api), agency, {
      login: 'attends',
      capacity: 'officer',
    });
    paper = (await as(api, officers[0]).upload('决定书.txt', '另一份决定书').expect(201)).body.sha256;
    id = await decidedOnTheSpot(paper);
    const { person } = officers[1];
    await recorded(
      { type: 'RecusalRequested', data: { person, askedBy: 'self', ground: '与当事人有亲属关系' } },
      { type: 'RecusalDecided', data: { request: 1, person, granted: true, reason: '属实' } },
      { type: 'SentForLegalReview', data: { digest: 'd', dueOn: '2026-03-16' } },
      { type: 'HearingHostNamed', data: { host: holder('hearing-host').person } },
      {
        type: 'DiscussionOpened',
        data: { attending: [somebody.person], chair: somebody.person, handlersReport: [] },
      },
    );
  });

  const purpose = `?purpose=${encodeURIComponent('核对同一当事人的另案')}`;

  it.each(relations)('%s is shown personal data, and the files, as the table has it', async (relation) => {
    const given = rightTo('case/view').personal?.[relation];
    const by = as(api, related[relation]());
    for (const query of ['', purpose]) {
      const shown = given === 'shown' || (given === 'for-a-purpose' && query !== '');
      for (const path of [`/v1/cases/${id}`, `/v1/cases/${id}/history`]) {
        const { text, body } = await by.get(`${path}${query}`).expect(200);
        expect(body.personal).toBe(shown ? 'shown' : 'withheld');
        expect(secret.test(text)).toBe(shown);
      }
      await by.get(`/v1/files/${paper}${query}`).expect(shown ? 200 : 403);
    }
  });
});
