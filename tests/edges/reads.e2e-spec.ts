/** A capacity that nobody has is refused wherever it is sent, also where none is needed; so is a body of a read. */
import { openGround, type Ground } from './ground.js';
import { address, routes } from './routes.js';
import { each, faultOfProblem, send, type Sent } from './sending.js';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const reads = routes.filter(({ method }) => method === 'GET');
const unknown = [
  'emperor',
  '',
  ' ',
  'Officer',
  'officer,leader',
  'constructor',
  '__proto__',
  'ÿ',
  '执法',
].map((value) => Buffer.from(value).toString('latin1'));

it('refuses an unknown one, and a second one, on every route that is read, with and without a token', async () => {
  const { url, headersOf } = ground;
  const faults: string[] = [];
  const tried = reads.flatMap((route) => {
    const signedIn = headersOf(route).filter(([name]) => name === 'Authorization');
    const values: readonly (readonly string[])[] = [...unknown.map((one) => [one]), ['officer', 'officer']];
    return values.flatMap((value) =>
      [signedIn, []].map((headers): Readonly<{ of: string; sent: Sent; twice: boolean }> => ({
        of: `${route.route} ${JSON.stringify(value)}`,
        sent: { method: 'GET', path: address(route), headers: [...headers, ['Acting-Capacity', value]] },
        twice: value.length > 1,
      })),
    );
  });
  await each(tried, async ({ of, sent, twice }) => {
    const answer = await send(url, sent);
    const reported = answer.text.includes(twice ? 'must be given once' : '"header":"Acting-Capacity"');
    const wrong =
      answer.status === 400 && reported ? faultOfProblem(answer) : `${String(answer.status)} ${answer.text}`;
    if (wrong !== undefined) faults.push(`${of}: ${wrong}`);
  });
  expect(reads.length).toBeGreaterThan(20);
  expect(faults.slice(0, 20)).toEqual([]);
});

it('refuses a body, which nobody would read, on every route that is read', async () => {
  const { url, headersOf } = ground;
  const faults: string[] = [];
  await each(reads, async (route) => {
    const sent = { method: 'GET', path: address(route), headers: headersOf(route), body: '{}' };
    const answer = await send(url, sent);
    const reported = answer.status === 400 && answer.text.includes('without a body');
    const wrong = reported ? faultOfProblem(answer) : `${String(answer.status)} ${answer.text}`;
    if (wrong !== undefined) faults.push(`${route.route}: ${wrong}`);
  });
  expect(faults).toEqual([]);
});

it('answers the same routes under a capacity that there is, and under none', async () => {
  const { url, headersOf } = ground;
  const faults: string[] = [];
  await each(reads, async (route) => {
    const signedIn = headersOf(route).filter(([name]) => name === 'Authorization');
    const statuses: number[] = [];
    for (const stated of [[], [['Acting-Capacity', 'officer'] as const]]) {
      const { status, text } = await send(url, {
        method: 'GET',
        path: address(route),
        headers: [...signedIn, ...stated],
      });
      statuses.push(status);
      if (status >= 500 || (stated.length > 0 && text.includes('"header":"Acting-Capacity"')))
        faults.push(`${route.route}: ${String(status)} ${text}`);
    }
  });
  expect(faults).toEqual([]);
});
