import { readFileSync } from 'node:fs';

type Security = readonly Readonly<Record<string, readonly string[]>>[];
type Operation = Readonly<{
  security?: Security;
  parameters?: readonly Readonly<{ name: string; in: string; required?: boolean }>[];
}>;
type Described = Readonly<{
  security?: Security;
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}>;

// `npm run check` sees to it that this is what the program describes.
const { paths, security } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Described;
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, path, operation })),
);

it('describes routes with a place for a value in the path, and some without', () => {
  const withPlace = routes.filter(({ path }) => path.includes('{'));
  expect(withPlace.length).toBeGreaterThan(100);
  expect(withPlace.length).toBeLessThan(routes.length);
});

it('describes every route as one that needs a token, but those that anybody may read', () => {
  expect(security).toStrictEqual([{ bearer: [] }]);
  const own = routes.filter(({ operation }) => operation.security !== undefined);
  expect(own.map(({ route, operation }) => [route, operation.security])).toStrictEqual([
    ['get /v1/published-decisions', [{}]],
    ['get /problems/{type}', [{}]],
    ['get /health/live', [{}]],
    ['get /health/ready', [{}]],
    ['get /health', [{}]],
  ]);
});

it.each(routes)(
  '$route describes every place in its path as a required parameter, once',
  ({ path, operation }) => {
    const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const described = (operation.parameters ?? []).filter((one) => one.in === 'path');
    expect(described.map(({ name }) => name).sort()).toStrictEqual(places);
    expect(described.every(({ required }) => required)).toBe(true);
  },
);
