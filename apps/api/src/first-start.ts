import { randomBytes } from 'node:crypto';
import type { Accounts } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import type { Recorder } from '@anjuan/registry';
import { ConfigurationRefused } from './config.js';
import type { Parts } from './parts.module.js';

const key = 'first-start';
type Administrator = Readonly<{ login: string; password: string }>;

/**
 * Makes the administrator on the first start: an account of the built-in issuer, or the one that ADMIN_SUBJECT names
 * at another. The password is given back only when it was made up here. Programs that start at once do it in turn.
 */
export const firstStart = async (parts: Parts): Promise<Administrator | undefined> => {
  const turn = await parts.pool.connect();
  try {
    await turn.query("SELECT pg_advisory_lock(hashtext('anjuan: first start'))");
    return await makeAdministrator(parts);
  } finally {
    // The lock ends with the connection.
    turn.release(true);
  }
};

const makeAdministrator = async ({
  config,
  clock,
  registry,
  identity,
  store,
}: Parts): Promise<Administrator | undefined> => {
  const command = (step: string) => ({ id: `${key}/${step}`, digest: key });
  if (await store.find(command('account').id)) return undefined;
  const { issuer, issuerName } = identity;
  const subject = config.ADMIN_SUBJECT;
  if (!issuer && subject === undefined)
    throw new ConfigurationRefused(
      'ADMIN_SUBJECT：外部登录服务首次启动时须指明管理员的 sub；The first start with another issuer needs the `sub` of the administrator',
    );
  const at = clock.now().toISOString();
  const by = (step: string): Recorder => ({
    person: 'system',
    capacity: 'administrator',
    at,
    command: command(step),
  });
  const person = await registry.registerPerson(
    { staffNumber: config.ADMIN_LOGIN, name: '系统管理员' },
    by('person'),
  );
  await registry.grantCapacity(person, { capacity: 'administrator', from: dayOf(at) }, by('capacity'));
  const password = config.ADMIN_PASSWORD ?? randomBytes(12).toString('base64url');
  const account = async () => ({
    issuer: issuerName,
    subject: issuer ? await accountOf(issuer.accounts, config.ADMIN_LOGIN, password) : (subject ?? ''),
  });
  await registry.openAccount(person, account, by('account'));
  const madeUp = issuer && config.ADMIN_PASSWORD === undefined;
  return madeUp ? { login: config.ADMIN_LOGIN, password } : undefined;
};

/** An account without its entry in the registry is what a first start left that was cut short. */
const accountOf = async (accounts: Accounts, login: string, password: string): Promise<string> => {
  const left = await accounts.find(login);
  if (left === undefined) return accounts.open(login, password);
  await accounts.changePassword(left, password);
  return left;
};
