/** The table of rights is about every route that the program describes, and about no other. */
import { readFileSync } from 'node:fs';
import { capacities, relations } from '@anjuan/procedure';
import { NoRight, rights, rightTo } from '@anjuan/rights';

type Described = Readonly<{
  paths: Readonly<
    Record<string, Readonly<Record<string, Readonly<{ operationId: string; summary: string }>>>>
  >;
}>;
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Described;
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, summary }]) => ({
    route: `${method} ${path}`,
    operationId,
    summary,
  })),
);

it.each(routes)('has a row for $route', ({ operationId }) => {
  expect(rights.has(operationId)).toBe(true);
});

it.each(routes)('the title of $route is for those who read no TypeScript, Chinese first', ({ summary }) => {
  expect(summary).toMatch(/^\p{Script=Han}.*；\S/u);
});

it('has no row for a route that there is not', () => {
  // The front page is no part of the API, so the API description leaves it out.
  const described = new Set([...routes.map(({ operationId }) => operationId), 'front-page']);
  const left = [...rights.keys()].filter((name) => !described.has(name.split('#')[0] ?? ''));
  expect(left).toEqual([]);
});

it('lets nobody in over a route without a row, and says which', () => {
  expect(() => rightTo('case/everything')).toThrow(NoRight);
  expect(() => rightTo('case/everything')).toThrow(
    /权限表中没有 case\/everything.+no row for case\/everything/,
  );
});

it.each([...rights])('%s names capacities that there are, each once, and somebody', (_, { who }) => {
  if (typeof who === 'string') return;
  expect(who.length).toBeGreaterThan(0);
  expect(new Set(who).size).toBe(who.length);
  expect(capacities).toEqual(expect.arrayContaining([...who]));
});

it('never shows personal data to the recused, nor unasked to who has no part', () => {
  const byRelation = [...rights.values()].flatMap(({ personal }) => (personal ? [personal] : []));
  expect(byRelation.length).toBeGreaterThan(0);
  for (const personal of byRelation) {
    expect(Object.keys(personal).sort()).toEqual([...relations].sort());
    expect(personal.recused).toBe('withheld');
    expect(personal.none).not.toBe('shown');
  }
});
