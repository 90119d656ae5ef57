import { openGround, type Ground } from './ground.js';
import { address, example, routes } from './routes.js';
import { each, faultOfProblem, send } from './sending.js';

const types = [
  'text/plain',
  'text/plain; charset=utf-8',
  'application/octet-stream',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=gbk',
  'application/problem+json',
  'no type at all',
  undefined,
];

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it('answers every route under every media type, and the same process still answers', async () => {
  const { url, headersOf, program, head } = ground;
  const before = await head();
  const faults: string[] = [];
  const requests = routes.flatMap((route) => types.map((type) => ({ route, type })));
  await each(requests, async ({ route, type }) => {
    const body = route.form ? JSON.stringify(example(route.form)) : 'x';
    const headers = headersOf(route);
    const sent = { method: route.method, path: address(route), body };
    const typed = type === undefined ? headers : [...headers, ['Content-Type', type] as const];
    try {
      const answer = await send(url, { ...sent, headers: typed });
      const wrongType = route.method === 'POST' && !route.takesFile && answer.status !== 415;
      const found = answer.status >= 400 ? faultOfProblem(answer) : undefined;
      if (answer.status >= 500 || wrongType || found !== undefined)
        faults.push(`${route.route} ${String(type)}: ${found ?? String(answer.status)}`);
    } catch (error) {
      faults.push(`${route.route} ${String(type)}: ${String(error)}`);
    }
  });
  expect(faults.slice(0, 20)).toEqual([]);
  expect(program.process.exitCode).toBeNull();
  expect((await fetch(`${url}/health`)).status).toBe(200);
  expect(await head()).toBe(before);
});
