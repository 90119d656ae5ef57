import 'reflect-metadata';
import { acts, type ActName } from '@anjuan/case';
import { Global, Module, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { CaseRecords } from '../../apps/api/src/cases/case-records.js';
import type { ChangeCase } from '../../apps/api/src/cases/change-case.js';
import { Problem } from '../../apps/api/src/http/problems.js';
import { NothingUnread } from '../../apps/api/src/http/route-form.js';
import { validation } from '../../apps/api/src/http/validation.js';
import { StepsModule } from '../../apps/api/src/steps/steps.module.js';
import { entries, isOptional, names } from './step-entries.js';
import { leftOut, wrongEntries } from './wrong-entries.js';

const caseId = '0198c1c2-5c1e-7a53-9a53-0f1c2b7a9e11';
const pathOf = (name: ActName, id: string): string =>
  acts[name].opens ? `/v1/cases/${name}` : `/v1/cases/${id}/${name}`;

const heard: ChangeCase[] = [];
const changed = { case: caseId, revision: 1, position: '1', recorded: [] };
const bus = {
  execute: (command: ChangeCase) => {
    heard.push(command);
    return Promise.resolve({ changed, repeated: false });
  },
};
const reporter = { name: '郑晓岚' };
const letter = { entry: 1, sha256: 'a'.repeat(64), name: '再次举报.pdf' };
const records = {
  reporter: (id: string) => Promise.resolve(id === caseId ? reporter : undefined),
  letters: (id: string) => Promise.resolve(id === caseId ? [letter] : []),
};
@Global()
@Module({
  providers: [
    { provide: CommandBus, useValue: bus },
    { provide: CaseRecords, useValue: records },
  ],
  exports: [CommandBus, CaseRecords],
})
class HeardModule {}

/** The program's own check of bodies, which notes for which form it was asked. */
class NotingPipe implements PipeTransform {
  readonly check = validation();
  form: ArgumentMetadata['metatype'];

  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') this.form = metadata.metatype;
    return this.check.transform(value, metadata);
  }
}

const pipe = new NotingPipe();
const routes: string[] = [];
const forms = new Map<ActName, ArgumentMetadata['metatype']>();
let app: NestFastifyApplication;
let description: OpenAPIObject;

const post = (name: ActName, payload: object) =>
  app.inject({
    method: 'POST',
    url: pathOf(name, caseId),
    headers: { 'idempotency-key': 'key-12345678', 'if-match': '"7"', 'acting-capacity': 'officer' },
    payload,
  });

beforeAll(async () => {
  const module = await Test.createTestingModule({ imports: [HeardModule, StepsModule] }).compile();
  app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', ({ method, url }) => {
    routes.push(`${String(method)} ${url}`);
  });
  server.addHook('onRequest', (request, _, done) => {
    Object.assign(request, { signedIn: { person: 'lin', staffNumber: '1', capacities: ['officer'] } });
    done();
  });
  app.useGlobalPipes(pipe);
  app.useGlobalGuards(new NothingUnread());
  await app.init();
  await server.ready();
  description = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  for (const name of names) {
    await post(name, entries[name]);
    forms.set(name, pipe.form);
  }
});
afterAll(() => app.close());

/** `undefined` when the entry is taken; anything but a problem of the request is a fault of ours. */
const refusal = async (name: ActName, entry: unknown): Promise<Problem | undefined> => {
  try {
    await pipe.check.transform(entry, { type: 'body', metatype: forms.get(name) });
    return undefined;
  } catch (error) {
    if (error instanceof Problem && error.type === 'invalid-request') return error;
    throw error;
  }
};
const takenOf = async (name: ActName, tried: readonly { at: string; entry: unknown }[]) => {
  const taken: string[] = [];
  for (const { at, entry } of tried) if (!(await refusal(name, entry))) taken.push(at);
  return taken;
};

describe('routes', () => {
  it('has exactly one command for every act, and none without an act', () => {
    const commands = names.map((name) => `POST ${pathOf(name, ':caseId')}`);
    expect([...routes].sort()).toStrictEqual(commands.sort());
  });

  it('is described by the title of the act', () => {
    const described = names.map((name) => {
      const { operationId, summary } = description.paths[pathOf(name, '{caseId}')]?.post ?? {};
      return { operationId, summary };
    });
    expect(described).toStrictEqual(
      names.map((name) => ({
        operationId: name,
        summary: `${acts[name].title.zh}；${acts[name].title.en}`,
      })),
    );
  });
});

it('names no form in its description that is not described', () => {
  const named = JSON.stringify(description).matchAll(/#\/components\/schemas\/(\w*)/g);
  const missing = [...named].filter(
    ([, form]) => description.components?.schemas?.[form ?? ''] === undefined,
  );
  expect(missing).toStrictEqual([]);
});

describe.each(names)('%s', (name) => {
  it('hands what was entered to the act, and nothing else', async () => {
    heard.length = 0;
    const answer = await post(name, entries[name]);
    const reported =
      name === 'reporter-identity/look' ? { ...changed, reporter, letters: [letter] } : changed;
    expect([answer.statusCode, answer.json()]).toStrictEqual([acts[name].opens ? 201 : 200, reported]);
    expect(heard.map(({ act, entry, request }) => ({ act, entry, at: request.recordId }))).toEqual([
      { act: name, entry: entries[name], at: acts[name].opens ? undefined : caseId },
    ]);
  });

  it('refuses null, another type, what is out of bounds and a field it does not know', async () => {
    expect(await takenOf(name, wrongEntries(entries[name]))).toStrictEqual([]);
  });

  it('may leave out what the law leaves out, and nothing else', async () => {
    const tried = leftOut(entries[name]);
    const optional = tried.map(({ at }) => at).filter((at) => isOptional(name, at));
    expect(await takenOf(name, tried)).toStrictEqual(optional);
  });

  it('describes every field', () => {
    const form = forms.get(name)?.name ?? '';
    const schema = description.components?.schemas?.[form];
    const fields = schema && 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
    expect(fields.sort()).toStrictEqual(Object.keys(entries[name]).sort());
  });
});

describe('what a penalty or an outcome may hold follows from its kind', () => {
  it.each<[string, ActName, object]>([
    ['a warning with an amount', 'notice/serve', { penalties: [{ kind: 'warning', fen: 1 }] }],
    ['a fine without one', 'notice/serve', { penalties: [{ kind: 'fine' }] }],
    ['a fine of goods', 'notice/serve', { penalties: [{ kind: 'fine', fen: 1, what: '原料' }] }],
    ['a closure with a length', 'notice/serve', { penalties: [{ kind: 'closure', days: 3 }] }],
    ['detention', 'notice/serve', { penalties: [{ kind: 'detention' }] }],
    ['a kind out of the prototype', 'notice/serve', { penalties: [{ kind: 'toString' }] }],
    ['no kind', 'notice/serve', { penalties: [{}] }],
    ['a kind that is no word', 'notice/serve', { penalties: [{ kind: ['fine'], fen: 1 }] }],
    ['no penalty at all', 'notice/serve', { penalties: [] }],
    ['an unknown outcome', 'decision/make', { outcome: { kind: 'mercy', reason: '无' } }],
    [
      'penalties where there are none',
      'decision/make',
      {
        outcome: { kind: 'no-penalty', ground: 'minor', reason: '轻微', penalties: [{ kind: 'warning' }] },
      },
    ],
    [
      'a penalty with a reason',
      'decision/make',
      {
        outcome: { kind: 'penalty', penalties: [{ kind: 'warning' }], reason: '无' },
      },
    ],
    [
      'a wrong penalty in an outcome',
      'decision/make',
      {
        outcome: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 0.5 }] },
      },
    ],
    ['null among penalties', 'decision/make', { outcome: { kind: 'penalty', penalties: [null] } }],
  ])('refuses %s', async (_, name, change) => {
    expect(await refusal(name, { ...entries[name], ...change })).toBeInstanceOf(Problem);
  });
});

describe('a word the law does not know', () => {
  it.each<[ActName, string]>([
    ['evidence/record-scene', 'kind'],
    ['evidence/record-inquiry', 'kind'],
    ['evidence/add', 'kind'],
    ['evidence/record-test-result', 'kind'],
    ['legal-review/give-opinion', 'opinion'],
    ['case-review/give-opinion', 'opinion'],
    ['notice/serve', 'method'],
    ['statement/re-check', 'result'],
    ['hearing/serve-notice', 'method'],
    ['hearing/end', 'ground'],
    ['service/serve-decision', 'method'],
    ['service/serve-decision', 'receivedBy'],
    ['service/serve-decision', 'notReceived'],
    ['service/record-failure', 'method'],
    ['execution/record-payment', 'for'],
    ['execution/record-payment', 'channel'],
    ['execution/apply-for-instalments', 'kind'],
    ['execution/dispose-of-goods', 'manner'],
    ['closure/request', 'ground'],
  ])('is refused: %s %s', async (name, word) => {
    expect(await refusal(name, { ...entries[name], [word]: '书面' })).toBeInstanceOf(Problem);
  });
});

describe('what a provision answers is no fault of form', () => {
  it.each<[string, ActName, object]>([
    ['one officer twice', 'evidence/add', { officers: ['lin', 'lin'] }],
    ['no officer', 'evidence/add', { officers: [] }],
    ['a look without a purpose', 'reporter-identity/look', { purpose: '' }],
    ['nothing said, no remedy told', 'summary-procedure/decide', { statement: '', remedyTold: ' ' }],
    ['a late entry without its reason', 'execution/record-payment', { lateReason: '' }],
    ['a return without its reason', 'approval/return', { reason: '' }],
  ])('takes %s', async (_, name, change) => {
    expect(await refusal(name, { ...entries[name], ...change })).toBeUndefined();
  });
});

describe('a moment with its zone', () => {
  it.each([
    ['2026-03-11T10:00:00+08:00', '2026-03-11T02:00:00.000Z'],
    ['2026-03-11T02:00Z', '2026-03-11T02:00:00.000Z'],
    ['2026-03-10T21:30:00.5-04:30', '2026-03-11T02:00:00.500Z'],
    ['2024-02-29T00:00:00.000+08:00', '2024-02-28T16:00:00.000Z'],
  ])('%s is taken down in UTC', async (sent, taken) => {
    heard.length = 0;
    await post('statement/waive', { ...entries['statement/waive'], occurredAt: sent });
    expect(heard.map(({ entry }) => entry)).toEqual([{ ...entries['statement/waive'], occurredAt: taken }]);
  });
});

describe('a body that is no entry', () => {
  it.each<[string, unknown]>([
    ['a list', []],
    ['a list of entries', [entries['archive/archive']]],
    ['a text', 'archive'],
    ['a number', 5],
    ['yes', true],
  ])('is refused: %s', async (_, body) => {
    expect(await refusal('archive/archive', body)).toBeInstanceOf(Problem);
  });

  it('is told by its pointers', async () => {
    const problem = await refusal('hearing/name-host', { host: '', guest: 'x' });
    expect(problem?.extensions).toMatchObject({ errors: [{ pointer: '#/guest' }, { pointer: '#/host' }] });
  });
});
