import { randomBytes } from 'node:crypto';
import { dayOf } from '@anjuan/law';
import type { Recorder } from '@anjuan/registry';
import { ConfigurationRefused } from './config.js';
import type { Parts } from './parts.module.js';

const key = 'first-start';

/**
 * Makes the administrator on the first start: an account of the built-in issuer, or the one that ADMIN_SUBJECT names
 * at another. The password is given back only when it was made up here.
 */
export const firstStart = async ({
  config,
  clock,
  registry,
  identity,
  store,
}: Parts): Promise<{ login: string; password: string } | undefined> => {
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
    subject: issuer ? await issuer.accounts.open(config.ADMIN_LOGIN, password) : (subject ?? ''),
  });
  await registry.openAccount(person, account, by('account'));
  const madeUp = issuer && config.ADMIN_PASSWORD === undefined;
  return madeUp ? { login: config.ADMIN_LOGIN, password } : undefined;
};
