/** Which passwords are refused when they are set, each for all its reasons; one that was set before still signs in. */
import { AccountRefused } from '@anjuan/identity';
import { issuerDatabase, own, password, runIssuer, type RunningIssuer } from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
let logins = 0;
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool);
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});

const length = '密码须为 12 至 200 个字符';
const common = '该密码过于常见';
const few = '至少 5 个不同的字符';
const row = '连续的字母、数字或键盘上相邻的键';
const known = '不得包含账号或工号';

const said = async (candidate: string, login: string, staffNumbers: readonly string[] = []) => {
  const opened = issuer.accounts.open(login, candidate, { ...own, known: staffNumbers });
  const error: unknown = await opened.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return [];
  if (!(error instanceof AccountRefused)) throw new Error('something else went wrong', { cause: error });
  // Each reason in both languages.
  const reasons = [length, common, few, row, known].filter((reason) => error.message.includes(reason));
  expect(error.message.match(/The password must|The password is/g)).toHaveLength(reasons.length);
  return reasons;
};
const login = () => `reader-${String((logins += 1))}`;

it.each<[string, readonly string[]]>([
  ['aaaaaaaaaaaa', [few, row]],
  ['ababababababab', [few]],
  ['abcabcabcabc', [few]],
  ['aaaaaaaaaaab', [few, row]],
  ['abcdefghijklm', [row]],
  ['zyxwvutsrqpon', [row]],
  ['一二三四五六七八九十一二', [row]],
  ['qwertyuiop[]', [common, row]],
  ['][poiuytrewq', [row]],
  ['1234567890-=', [row]],
  ['012345678901', [row]],
  ['abcdef123456', [row]],
  ['1qaz2wsx3edc', [common, row]],
  ['ＱＷＥＲＴＹｕｉｏｐ１２３', [common, row]],
  ['password1234', [common]],
  ['PassWord 1234', [common]],
  ['passwordpassword', [common]],
  ['  password!!!!', [common]],
  ['woaini1314520', [common]],
  ['iloveyou20261129', [common]],
  ['111111', [length, common, few, row]],
  ['short', [length, common]],
  ['heron-9 at', [length]],
  ['', [length, few, row]],
])('%j is refused for %j', async (candidate, reasons) => {
  expect(await said(candidate, login())).toEqual(reasons);
});

it.each([
  ['linlan2026', 'linlan2026', []],
  ['linlan', 'my LinLan and I', []],
  ['ｌｉｎｌａｎ', 'my linlan and I', []],
  ['somebody-else', 'office 京0117 on floor three', ['京0117']],
  ['somebody-else', 'office 京０１１７ on floor three', ['京0117']],
  ['四个汉字', '我叫四个汉字，住在朝阳区', []],
])('login or staff number in it: %s, %s', async (name, candidate, numbers) => {
  expect(await said(candidate, name, numbers)).toContain(known);
});

it.each([
  'correct horse battery',
  '东苇路的那家花店在下雨了',
  'Xk4-r0pe-lantern',
  'three old rivers',
  '2026年11月29日的雪很大呀',
  password,
  // A short login or staff number stands in many a password by chance.
  'a lin-den in blossom 17',
])('%j is taken', async (candidate) => {
  expect(await said(candidate, login(), ['17', 'lin'])).toEqual([]);
});

it('all reasons come at once, in Chinese and then in English', async () => {
  const refused = issuer.accounts.open('admin1', 'admin1', own);
  await expect(refused).rejects.toThrow(
    /^密码须为 12 至 200 个字符。.*密码不得包含账号或工号。The password must have 12 to 200 characters\..*staff number\.$/,
  );
});

it('one that was set before there was such a rule still signs in', async () => {
  const id = await issuer.accounts.open('older', password, own);
  // "correct horse battery" under m=64, t=2, p=1
  const kept =
    '$argon2id$v=19$m=64,t=2,p=1$0MPyM09CzL1a3+q1e7xb2A$oE3wwL2nl2hEoZpO2KjqQQHrsmO36YpcDFSIH8Aegl0';
  await database.pool.query('update issuer.accounts set password = $1, login = $2 where id = $3', [
    kept,
    'horse',
    id,
  ]);
  const verified = await issuer.accounts.verify('horse', 'correct horse battery', { address: '10.0.0.1' });
  expect(verified).toMatchObject({ outcome: 'accepted', accountId: id });
});
