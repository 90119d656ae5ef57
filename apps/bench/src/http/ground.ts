/** The data for the load: an agency with its lists, two officers and a leader who sign in, and cases on file. */
import { randomBytes } from 'node:crypto';
import { signIn } from '@anjuan/identity';
import { addDays, dayOf } from '@anjuan/law';
import { administrator, approver } from './api-process.js';
import type { Plan } from './plan.js';
import { filing, lead, lists, piece } from './entries.js';

export const casesOnFile = 200;
/** As many cases are filed at a time. */
const atOnce = 16;

type Person = Readonly<{ person: string; capacity: string; token: string }>;
type Answer = Readonly<Record<string, unknown>>;

export async function prepareGround(url: string): Promise<Plan> {
  const post = poster(url);
  const admin = await signedIn(url, administrator);
  const second = await signedIn(url, approver);
  const enterBy = entering(post, second);
  const agency = await registered(enterBy, admin);
  const enter = (login: string, capacity: string) =>
    enrolled({ url, post: enterBy, admin, agency }, login, capacity);
  const lin = await enter('lin', 'officer');
  const gao = await enter('gao', 'officer');
  const tang = await enter('tang', 'leader');
  const sha256 = await uploaded(url, lin);
  const today = dayOf(new Date().toISOString());
  const filingRequest = filing([lin.person, gao.person], addDays(today, -30), addDays(today, -10));
  const ledger = piece([lin.person, gao.person], sha256);
  const onFile = async () => {
    const opened = String((await post(lin, '/v1/cases/initiation/receive-lead', lead)).case);
    await post(lin, `/v1/cases/${opened}/evidence/add`, ledger, 0);
    await post(lin, `/v1/cases/${opened}/initiation/request-filing`, filingRequest, 1);
    const { revision } = await post(
      tang,
      `/v1/cases/${opened}/initiation/approve-filing`,
      { approval: 2 },
      2,
    );
    return { case: opened, revision: Number(revision) };
  };
  const cases: Plan['cases'][number][] = [];
  while (cases.length < casesOnFile)
    cases.push(...(await Promise.all(Array.from({ length: atOnce }, () => onFile()))));
  const { token, capacity } = lin;
  return { url, token, capacity, lead, piece: ledger, cases };
}

const signedIn = async (url: string, account: typeof administrator | typeof approver): Promise<Person> => {
  const { accessToken } = await signIn({ baseUrl: url, ...account });
  return { person: '', capacity: 'administrator', token: accessToken };
};

/** What waits for another's approval is approved by the second administrator. */
const entering =
  (post: Post, second: Person): Post =>
  async (by, path, body, revision) => {
    const answer = await post(by, path, body, revision);
    const of = /^\/v1\/\w+\/[^/]+/.exec(path)?.[0] ?? '';
    if (answer['proposal'] !== undefined)
      await post(second, `${of}/proposals/approve`, { proposals: [answer['proposal']] });
    return answer;
  };

type Post = (by: Person, path: string, body: object, revision?: number) => Promise<Answer>;

const poster =
  (url: string): Post =>
  async ({ token, capacity }, path, body, revision) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'acting-capacity': capacity,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(revision !== undefined && { 'if-match': `"${String(revision)}"` }),
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text}`);
    return text === '' ? {} : decodeAnswer(text);
  };

const decodeAnswer = (text: string): Answer => JSON.parse(text) as Answer;

async function registered(post: Post, admin: Person): Promise<string> {
  const facts = {
    name: '样例区市场监督管理局',
    uscc: '11110105000067897H',
    level: 'district',
    domain: 'market-supervision',
    region: '110105',
    shortName: '样市监',
  };
  const agency = String((await post(admin, '/v1/agencies', facts)).agency);
  await post(admin, `/v1/agencies/${agency}/lists`, lists);
  return agency;
}

async function enrolled(
  { url, post, admin, agency }: Readonly<{ url: string; post: Post; admin: Person; agency: string }>,
  login: string,
  capacity: string,
): Promise<Person> {
  const facts = { agency, staffNumber: login, name: `人员${login}` };
  const person = String((await post(admin, '/v1/people', facts)).person);
  const of = `/v1/people/${person}`;
  await post(admin, `${of}/capacities`, { capacity, from: '2024-01-01' });
  const credential = { number: `执-${login}`, validFrom: '2024-01-01', validTo: '2099-12-31' };
  if (capacity === 'officer') await post(admin, `${of}/credentials`, credential);
  const first = { login, password: randomBytes(16).toString('base64url') };
  await post(admin, `${of}/account`, first);
  const newPassword = randomBytes(16).toString('base64url');
  const { accessToken } = await signIn({ baseUrl: url, ...first, newPassword });
  return { person, capacity, token: accessToken };
}

async function uploaded(url: string, { token }: Person): Promise<string> {
  const response = await fetch(`${url}/v1/files?name=${encodeURIComponent('进货台账.txt')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain; charset=utf-8' },
    body: '进货台账第1页',
  });
  if (!response.ok) throw new Error(`/v1/files: ${String(response.status)} ${await response.text()}`);
  return String(decodeAnswer(await response.text()).sha256);
}
