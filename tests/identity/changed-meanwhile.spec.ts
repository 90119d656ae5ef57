/** A change of one's own password that meets another statement on the account waits for it, and is made. */
import { signIn } from '@anjuan/identity';
import { hashPassword } from '../../libs/identity/src/password.js';
import {
  holders,
  issuerDatabase,
  own,
  password,
  runIssuer,
  type RunningIssuer,
} from './issuer-under-test.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
let recorded = 0;
beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool, 0, {
    ...holders,
    passwordSet: () => {
      recorded += 1;
      return Promise.resolve('recorded');
    },
  });
});
afterAll(async () => {
  expect(issuer.errors).toEqual([]);
  await issuer.close();
  await database.close();
});
beforeEach(() => {
  recorded = 0;
});

const newPassword = 'quite another one now';
/** Changed while that statement on its account is not committed yet. */
const changedDuring = async (login: string, statement: string, values: readonly string[] = []) => {
  const id = await issuer.accounts.open(login, password, own);
  const held = await database.pool.connect();
  await held.query('begin');
  await held.query(statement, [id, ...values]);
  const changed = signIn({ baseUrl: issuer.baseUrl, login, password, newPassword });
  await database.waiting();
  await held.query('commit');
  held.release();
  return changed;
};

it('in the moment in which another token is handed out', async () => {
  // What `isStill` and every row that refers to an account do.
  const changed = await changedDuring('desk-1', 'select from issuer.accounts where id = $1 for key share');
  expect(changed.accessToken).toBeTruthy();
  expect(recorded).toBe(1);
});

it('while another sign-in keeps the same password at higher costs: it is no wrong password', async () => {
  const changed = await changedDuring('desk-2', 'update issuer.accounts set password = $2 where id = $1', [
    await hashPassword(password),
  ]);
  expect(changed.accessToken).toBeTruthy();
  expect(recorded).toBe(1);
});
