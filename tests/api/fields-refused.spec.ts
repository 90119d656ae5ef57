/** A refusal says in which fields of the entry the provision looked, and the API description says so (FORM-09). */
import { readFileSync } from 'node:fs';
import { acts, decide, type ActName, type EntryOf } from '@anjuan/case';
import { Refusal } from '@anjuan/procedure';
import { toProblem } from '../../apps/api/src/http/to-problem.js';
import { filed, inspected, termsOn } from '../../libs/case/src/histories.testing.js';
import { contextOn, fileOf, happened, paper, type Happened } from '../../libs/case/src/testing.js';

type Shown = Readonly<{ id: string; fields?: readonly string[] }>;
const reported = <Name extends ActName>(history: readonly Happened[], act: Name, entry: EntryOf<Name>) => {
  const file = fileOf(...history);
  try {
    decide(act, entry, file, contextOn('2026-03-20', 'lin', file));
  } catch (error) {
    const { provisions } = toProblem(error).extensions as Readonly<{ provisions: readonly Shown[] }>;
    return provisions.map(({ id, fields }) => [id, fields]);
  }
  return [];
};

describe('a refusal', () => {
  it('points at each field that the provision looked at, with the place of an item in its list', () => {
    const terms = termsOn();
    const conditions = { ...terms.conditions, 'penalty-due': { affirmed: false, evidence: [] } };
    const entry = { ...terms, handlers: ['lin', 'lin'], conditions };
    expect(reported(inspected, 'initiation/request-filing', entry)).toStrictEqual([
      ['initiation/penalty-due', ['#/conditions/penalty-due/affirmed', '#/conditions/penalty-due/evidence']],
      ['initiation/two-handlers', ['#/handlers']],
    ]);
  });

  it('points at where somebody is named who must not act', () => {
    const recused = happened('RecusalRequested', '2026-03-16', 'gao', {
      person: 'gao',
      askedBy: 'self',
      ground: '近亲属',
    });
    const granted = happened('RecusalDecided', '2026-03-17', 'tang', {
      request: filed.length,
      person: 'gao',
      granted: true,
      reason: '属实',
      replacement: 'shen',
    });
    const entry = {
      officers: ['lin', 'gao'],
      kind: '书证',
      what: '进货票据',
      provider: '当事人',
      papers: [paper('ticket')],
    } as const;
    expect(reported([...filed, recused, granted], 'evidence/add', entry)).toStrictEqual([
      ['recusal/not-recused', ['#/officers/1']],
    ]);
  });

  it('points nowhere where the file alone is looked at', () => {
    expect(reported(inspected, 'legal-review/send', {}).map(([, fields]) => fields)).not.toContainEqual(
      expect.anything(),
    );
    expect(reported(inspected, 'legal-review/send', {})).not.toHaveLength(0);
  });

  it('is told with nothing where nothing was said', () => {
    const [first] = acts['legal-review/send'].requires;
    expect(first).toBeDefined();
    const { provisions } = toProblem(new Refusal(first ? [first] : [])).extensions as { provisions: Shown[] };
    expect(provisions.map((one) => 'fields' in one)).toStrictEqual([false]);
  });
});

type Response = Readonly<{ content?: Readonly<Record<string, { schema: { $ref?: string } }>> }>;
type Operation = Readonly<{ operationId: string; responses: Readonly<Record<string, Response>> }>;
const { paths, components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Readonly<Record<string, { post?: Operation }>>;
  components: { schemas: Readonly<Record<string, { properties: Readonly<Record<string, unknown>> }>> };
};
const commands = Object.values(paths).flatMap(({ post }) => (post && post.operationId in acts ? [post] : []));

it('is described of every act', () => {
  expect(commands).toHaveLength(Object.keys(acts).length);
  for (const { operationId, responses } of commands)
    expect([
      operationId,
      ...['409', '422'].map(
        (status) => responses[status]?.content?.['application/problem+json']?.schema.$ref,
      ),
    ]).toStrictEqual([
      operationId,
      '#/components/schemas/NotLawfulDto',
      '#/components/schemas/InvalidRequestDto',
    ]);
});

it('is described with all that it says of a provision', () => {
  const provisions = Object.values(acts).flatMap(({ requires, demands }) => [...requires, ...demands]);
  const { provisions: said } = toProblem(
    new Refusal(provisions.map((one) => ({ ...one, ended: { on: '2026-03-31' }, fields: ['/officers'] }))),
  ).extensions as Readonly<{ provisions: readonly object[] }>;
  const keys = new Set(said.flatMap((one) => Object.keys(one)));
  expect([...keys].sort()).toStrictEqual(
    Object.keys(components.schemas['UnmetDto']?.properties ?? {}).sort(),
  );
});
