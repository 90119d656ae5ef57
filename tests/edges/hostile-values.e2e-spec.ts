import {
  queryValues,
  unheardKeys,
  unreadableQueries,
  wrongBodies,
  wrongHeaders,
  wrongJson,
  wrongSegments,
} from './corpus.js';
import { openGround, type Ground } from './ground.js';
import {
  address,
  example,
  placesOf,
  resolved,
  routes,
  type Place,
  type Route,
  type Schema,
} from './routes.js';
import { each, fault, send, type Answer, type Sent } from './sending.js';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

type Tried = Readonly<{ of: string; sent: Sent; faultOf?: (answer: Answer) => string | undefined }>;
const json = ['Content-Type', 'application/json'] as const;
const isPublic = ({ path }: Route) => /^\/(problems|health|v1\/published-decisions)/.test(path);
/** Probes add keys of their own. */
const passesOver = ({ path }: Route) => path.startsWith('/health');
const bodyOf = ({ form, method }: Route): Pick<Sent, 'body'> =>
  method === 'POST' ? { body: JSON.stringify(form ? example(form) : {}) } : {};

/** Sends them all; what was answered otherwise than by a refusal of the right shape, and that nothing was written. */
const refusesAll = async (tried: readonly Tried[]): Promise<void> => {
  const faults: string[] = [];
  const before = await ground.head();
  await each(tried, async ({ of, sent, faultOf = fault }) => {
    try {
      const found = faultOf(await send(ground.url, sent));
      if (found !== undefined) faults.push(`${of}: ${found}`);
    } catch (error) {
      faults.push(`${of}: ${String(error)}`);
    }
  });
  expect(tried.length).toBeGreaterThan(0);
  expect(`${String(faults.length)} of ${String(tried.length)} ${faults.slice(0, 25).join('\n')}`).toBe(
    `0 of ${String(tried.length)} `,
  );
  expect(ground.program.process.exitCode).toBeNull();
  expect(await ground.head()).toBe(before);
};

/** Places that are checked alike: how long a text may be and which words there are makes no difference here. */
const kindOf = (schema: Schema): string => {
  const { type, format, pattern, enum: words, minLength = 0, items, oneOf, properties } = schema;
  const fields = Object.keys(properties ?? {});
  return JSON.stringify([
    type,
    format,
    pattern,
    !words,
    minLength > 0,
    items && kindOf(resolved(items)),
    !oneOf,
    fields.length > 0,
  ]);
};

/** The whole corpus for the first place of each kind, and in turn some of it for every other one. */
const sampled = (): readonly Readonly<{ route: Route; place: Place; value: string }>[] => {
  const seen = new Map<string, number>();
  return routes.flatMap((route) =>
    (route.form ? placesOf(route.form) : []).flatMap((place) => {
      const corpus = wrongJson(place.schema);
      const kind = kindOf(place.schema);
      const nth = seen.get(kind) ?? 0;
      seen.set(kind, nth + 1);
      const some = [0, 1].map((more) => corpus[(nth * 2 + more) % corpus.length] ?? 'null');
      return (nth === 0 ? corpus : some).map((value) => ({ route, place, value }));
    }),
  );
};

/** A fault of form is told at the place or inside it; what cannot be read at all, at the place at most. */
const faultAt =
  (pointer: string) =>
  (answer: Answer): string | undefined => {
    const { status, text } = answer;
    if (![400, 413, 422].includes(status)) return `answered ${String(status)} ${text.slice(0, 200)}`;
    const found = fault(answer);
    if (found !== undefined || status !== 422) return found;
    const { errors } = JSON.parse(text) as { errors: { pointer: string; detail: string }[] };
    // A wrong `kind` is told of what has it, and an item without a form of its own of its list.
    const holder = pointer.replace(/\/kind$/, '');
    const places = [pointer, holder, holder.replace(/\/\d+$/, '')];
    return errors.some((one) => places.some((place) => one.pointer.startsWith(place)))
      ? undefined
      : `not told at ${pointer}: ${text.slice(0, 300)}`;
  };

it('knows a body of the right form for every route that takes one', async () => {
  const faults: string[] = [];
  await each(
    routes.filter(({ form }) => form),
    async (route) => {
      const headers = [...ground.headersOf(route), json];
      const sent = { method: 'POST', path: address(route), headers, ...bodyOf(route) };
      const { status, text } = await send(ground.url, sent);
      if (status >= 500 || /\/problems\/(invalid-request|malformed-body|header-missing)/.test(text))
        faults.push(`${route.route}: ${text}`);
    },
  );
  expect(faults).toEqual([]);
});

it('refuses every hostile value in every place of every form', async () => {
  await refusesAll(
    sampled().map(({ route, place, value }) => ({
      of: `${route.route} ${place.pointer} = ${value.slice(0, 60)}`,
      sent: {
        method: route.method,
        path: address(route),
        headers: [...ground.headersOf(route), json],
        body: place.bodyWith(value),
      },
      faultOf: faultAt(place.pointer),
    })),
  );
}, 180_000);

it('refuses a field it does not know, by whatever name, in every object of every form', async () => {
  const names = ['unheardOf', 'constructor', '__proto__', 'toString', 'hasOwnProperty'];
  await refusesAll(
    routes.flatMap((route) =>
      (route.form ? placesOf(route.form) : [])
        .filter(({ schema }) => schema.properties)
        .flatMap(({ pointer, schema, bodyWith }, at) => {
          const name = names[at % names.length] ?? '';
          const right = JSON.stringify(example(schema));
          return {
            of: `${route.route} ${pointer}/${name}`,
            sent: {
              method: route.method,
              path: address(route),
              headers: [...ground.headersOf(route), json],
              body: bodyWith(right.replace('{', `{${JSON.stringify(name)}:1,`).replace(',}', '}')),
            },
            faultOf: faultAt(`${pointer}/${name}`),
          };
        }),
    ),
  );
});

it('refuses bodies that are wrong as a whole on every route', async () => {
  const posts = routes.filter(({ method, takesFile }) => method === 'POST' && !takesFile);
  await refusesAll(
    posts.flatMap((route) =>
      wrongBodies(JSON.stringify(route.form ? example(route.form) : { a: 1 })).map(({ of, type, body }) => ({
        of: `${route.route} with ${of}`,
        sent: {
          method: 'POST',
          path: address(route),
          headers: [
            ...ground.headersOf(route),
            ...(type === undefined ? [] : [['Content-Type', type] as const]),
          ],
          body,
        },
      })),
    ),
  );
});

it('refuses what is no id in every place of every address, with and without a token', async () => {
  await refusesAll(
    routes.flatMap((route) =>
      route.parameters
        .filter((one) => one.in === 'path')
        .flatMap(({ name }) =>
          wrongSegments.flatMap((segment, at) => {
            const sent = { method: route.method, path: address(route, name, segment), ...bodyOf(route) };
            const of = `${route.route} {${name}} = ${segment.slice(0, 40)}`;
            const signedIn = { of, sent: { ...sent, headers: [...ground.headersOf(route), json] } };
            return at % 4 === 0
              ? [signedIn, { of: `${of}, no token`, sent: { ...sent, headers: [json] } }]
              : [signedIn];
          }),
        ),
    ),
  );
});

it('refuses what cannot be read in the query of every route, and what it does not know', async () => {
  await refusesAll(
    routes.flatMap((route, nth) => {
      const request = (
        query: string,
        headers: NonNullable<Sent['headers']> = [...ground.headersOf(route), json],
      ) => ({
        of: `${route.route}?${query.slice(0, 60)}`,
        sent: { method: route.method, path: `${address(route)}?${query}`, headers, ...bodyOf(route) },
      });
      const keys = route.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      const unreadable =
        keys.length > 0 ? unreadableQueries : [unreadableQueries[nth % unreadableQueries.length] ?? ''];
      return [
        ...unreadable.map((value) => request(`${keys[0] ?? 'a'}=${value}`)),
        ...unreadable.map((value) => request(`${value}=1`)),
        ...(passesOver(route) ? [] : unheardKeys).map((key) => request(`${key}=1`)),
        ...keys.map((key) => request(`${key}=1&${key}=1`)),
        request('a=1&a=2', [json]),
      ];
    }),
  );
});

it('answers every value of every key of a query by a list or a refusal', async () => {
  await refusesAll(
    routes
      .filter(({ method }) => method === 'GET')
      .flatMap((route) =>
        route.parameters
          .filter((one) => one.in === 'query')
          .flatMap(({ name }) =>
            queryValues.map((value) => ({
              of: `${route.route}?${name}=${value.slice(0, 60)}`,
              sent: {
                method: 'GET',
                path: `${address(route)}?${name}=${value}`,
                headers: ground.headersOf(route),
              },
              faultOf: (answer: Answer) => fault(answer, [200]),
            })),
          ),
      ),
  );
});

it('refuses every wrong header that a route reads', async () => {
  await refusesAll(
    routes.flatMap((route) => {
      const read = route.parameters.filter((one) => one.in === 'header').map(({ name }) => name);
      return [...read, ...(isPublic(route) ? [] : ['Authorization'])].flatMap((name) =>
        (wrongHeaders[name] ?? []).map((value) => ({
          of: `${route.route} ${name}: ${String(value).slice(0, 40)}`,
          sent: {
            method: route.method,
            path: address(route),
            headers: [
              ...ground.headersOf(route).filter(([one]) => one !== name),
              [name, value] as const,
              json,
            ],
            ...bodyOf(route),
          },
        })),
      );
    }),
  );
});

it('tells nobody without a token more than that', async () => {
  await refusesAll(
    routes
      .filter((route) => !isPublic(route))
      .map((route) => ({
        of: route.route,
        sent: { method: route.method, path: address(route), headers: [json], ...bodyOf(route) },
        faultOf: (answer: Answer) =>
          answer.status === 401 ? fault(answer) : `answered ${String(answer.status)}`,
      })),
  );
});
