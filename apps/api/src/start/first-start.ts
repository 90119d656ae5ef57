import { AccountRefused } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import { firstStartKey as key, type Recorder } from '@anjuan/registry';
import { attemptOf } from '../parts/identity.js';
import { ConfigurationRefused } from '../parts/config.js';
import type { Parts } from '../parts/parts.module.js';
import { firstPasswordKept, keepFirstPassword, type Administrator } from './first-password.js';

/**
 * Makes the administrator on the first start: an account of the built-in issuer, or the one that ADMIN_SUBJECT names
 * at another. Gives back the administrator whose password was made up here, at every start until its file is deleted.
 * Programs that start at once do it in turn.
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
  if (await store.find(command('account').id)) return firstPasswordKept(config.DATA_DIR);
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
  const { ADMIN_LOGIN: login } = config;
  const madeUp = issuer && config.ADMIN_PASSWORD === undefined;
  const kept = madeUp ? await keepFirstPassword(config.DATA_DIR, login) : undefined;
  const password = config.ADMIN_PASSWORD ?? kept?.password ?? '';
  await registry.openAccount(
    person,
    async (opening) => ({
      issuer: issuerName,
      subject: issuer
        ? await issuer.accounts
            .open(login, password, { ...attemptOf(opening, issuerName), own: !madeUp })
            .catch(namingTheVariables)
        : (subject ?? ''),
    }),
    by('account'),
  );
  return kept;
};

/** What is wrong with the login or the password is the operator's to mend. */
const namingTheVariables = (error: unknown): never => {
  if (!(error instanceof AccountRefused)) throw error;
  throw new ConfigurationRefused(`ADMIN_LOGIN, ADMIN_PASSWORD：${error.message}`);
};
