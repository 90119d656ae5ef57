import { randomUUID } from 'node:crypto';
import { AccountRefused } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import type { WhichAdministrator } from '@anjuan/program';
import { firstStartKey, RegistryRefusal, type Recorder } from '@anjuan/registry';
import { attemptOf } from '../parts/identity.js';
import { Config, ConfigurationRefused } from '../parts/config.js';
import type { Parts } from '../parts/parts.module.js';
import { firstPasswordKept, keepFirstPassword, type Administrator } from './first-password.js';

/**
 * Makes the two administrators on the first start: accounts of the built-in issuer, or those that ADMIN_SUBJECT and
 * SECOND_ADMIN_SUBJECT name at another. Gives back those whose password was made up here, at every start until its file
 * is deleted. Programs that start at once do it in turn.
 */
export const firstStart = async (parts: Parts): Promise<readonly Administrator[]> => {
  const turn = await parts.pool.connect();
  try {
    await turn.query("SELECT pg_advisory_lock(hashtext('anjuan: first start'))");
    const made = [await makeAdministrator(parts, first(parts.config)), await makeSecond(parts)];
    await enterSecondFactorDefault(parts);
    return made.filter((one) => one !== undefined);
  } finally {
    // The lock ends with the connection.
    turn.release(true);
  }
};

/** So that auditors see when it was not demanded. */
const enterSecondFactorDefault = async ({ config, clock, registry }: Parts): Promise<void> => {
  const command = { id: `installation/${randomUUID()}`, digest: 'installation' };
  const by: Recorder = { person: 'system', at: clock.now().toISOString(), command };
  await registry.installation.secondFactorDefault(config.SECOND_FACTOR === 'required-for-gates', by);
};

const usualLogin = new Config().SECOND_ADMIN_LOGIN;
const chooseAnother = ({ message }: Error): string =>
  `SECOND_ADMIN_LOGIN：请改用其他账号，否则须由两人办理的登记无人可批；choose another login for the second administrator, or what takes two people cannot be approved. ${message}`;

type Wanted = Readonly<{
  which: WhichAdministrator;
  name: string;
  login: string;
  password: string | undefined;
  subject: string | undefined;
}>;

const first = (config: Config): Wanted => ({
  which: 'first',
  name: '系统管理员',
  login: config.ADMIN_LOGIN,
  password: config.ADMIN_PASSWORD,
  subject: config.ADMIN_SUBJECT,
});

const second = (config: Config): Wanted => ({
  which: 'second',
  name: '安全管理员',
  login: config.SECOND_ADMIN_LOGIN,
  password: config.SECOND_ADMIN_PASSWORD,
  subject: config.SECOND_ADMIN_SUBJECT,
});

/** Also in a system that had one administrator only: without a second nothing could be approved there. */
const makeSecond = async (parts: Parts): Promise<Administrator | undefined> => {
  const { identity, config, log } = parts;
  if (!identity.issuer && config.SECOND_ADMIN_SUBJECT === undefined) {
    log.warn(
      { from: 'registry' },
      'SECOND_ADMIN_SUBJECT：未设置第二名管理员的 sub，须由另一人批准的登记无人可批；no second administrator is named: what takes two people cannot be approved by one',
    );
    return undefined;
  }
  try {
    return await makeAdministrator(parts, second(config));
  } catch (error) {
    const refused = error instanceof RegistryRefusal || error instanceof ConfigurationRefused;
    // Somebody of an older system may have the name that nobody chose here: no agency stops the others with it.
    if (!refused || config.SECOND_ADMIN_LOGIN !== usualLogin || config.SECOND_ADMIN_PASSWORD !== undefined)
      throw error instanceof RegistryRefusal ? new ConfigurationRefused(chooseAnother(error)) : error;
    log.warn({ from: 'registry' }, chooseAnother(error));
    return undefined;
  }
};

const makeAdministrator = async (
  { config, clock, registry, identity, store }: Parts,
  { which, name, login, password, subject }: Wanted,
): Promise<Administrator | undefined> => {
  const key = firstStartKey(which);
  const command = (step: string) => ({ id: `${key}/${step}`, digest: key });
  if (await store.find(command('account').id)) return firstPasswordKept(config.DATA_DIR, which);
  const { issuer, issuerName } = identity;
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
  const person = await registry.registerPerson({ staffNumber: login, name }, by('person'));
  await registry.makeAdministrator(person, dayOf(at), by('capacity'));
  const madeUp = issuer && password === undefined;
  const kept = madeUp ? await keepFirstPassword(config.DATA_DIR, login, which) : undefined;
  const given = password ?? kept?.password ?? '';
  await registry.openAccount(
    person,
    async (opening) => ({
      issuer: issuerName,
      subject: issuer
        ? await issuer.accounts
            .open(login, given, { ...attemptOf(opening, issuerName), own: !madeUp })
            .catch(namingTheVariables(which))
        : (subject ?? ''),
    }),
    by('account'),
  );
  return kept;
};

/** What is wrong with the login or the password is the operator's to mend. */
const namingTheVariables =
  (which: WhichAdministrator) =>
  (error: unknown): never => {
    if (!(error instanceof AccountRefused)) throw error;
    const prefix = which === 'first' ? 'ADMIN' : 'SECOND_ADMIN';
    throw new ConfigurationRefused(`${prefix}_LOGIN, ${prefix}_PASSWORD：${error.message}`);
  };
