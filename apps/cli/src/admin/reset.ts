/** `anjuan admin reset`: on the machine itself, with the database in hand, the administrator is let in again. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { builtInIssuer, createAccounts, firstPasswordDays, type Accounts } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import { both, firstPasswordFile, type WhichAdministrator } from '@anjuan/program';
import { onDay, Registry, type AccountCourse, type Recorder } from '@anjuan/registry';
import { resetting } from '../messages.js';
import {
  administratorAgain,
  explained,
  inPlaceAgain,
  loginsOf,
  otherThan,
  type Named,
} from './first-start.js';
import { ResetRefused } from './reset-refused.js';
import { openDatabase } from '../views/open-store.js';

export type ResetCommand = Readonly<{
  command: 'admin reset';
  login: string | undefined;
  /** of the administrator at another issuer */
  subject: string | undefined;
  /** The subject is that of the second of the two; else of the first. */
  second: boolean;
  json: boolean;
}>;

/**
 * Prints a first password, with which the administrator sets one of their own; resolves with the exit status.
 * @throws ResetRefused, NoStore, StoreUnavailable
 */
export async function resetAdministrator(options: ResetCommand, env: NodeJS.ProcessEnv): Promise<number> {
  const issuer = env['OIDC_ISSUER'];
  if (issuer && options.subject === undefined) throw new ResetRefused(both(resetting.subjectMissing));
  if (!issuer && options.subject !== undefined) throw new ResetRefused(both(resetting.subjectUseless));
  const { pool, store, close } = await openDatabase(env);
  try {
    const registry = new Registry(store);
    if (issuer) return await linked(registry, { issuer, subject: options.subject ?? '' }, options, env);
    const accounts = createAccounts(pool);
    const named = lostLogin(options.login, env);
    if (Object.values(loginsOf(env)).includes(named.login))
      await inPlaceAgain({ registry, accounts, env }, named, by);
    const { login, account } =
      (await openedAgain(named, accounts, registry)) ?? (await accountFor(options.login, accounts, registry));
    const done = { login, password: await newPassword(account, accounts, registry) };
    // It held the password that is no longer valid.
    for (const which of ['first', 'second'] as const)
      await forgotten(firstPasswordFile(env['DATA_DIR'] ?? './data', which), login);
    console.log(
      options.json
        ? JSON.stringify(done, null, 2)
        : resetting.done(done.login, done.password, firstPasswordDays),
    );
    return 0;
  } finally {
    await close();
  }
}

const forgotten = async (file: string, login: string): Promise<void> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.includes(`\nlogin: ${login}\n`)) await rm(file, { force: true });
};

const by = (step: string): Recorder => ({
  person: 'system',
  capacity: 'administrator',
  at: new Date().toISOString(),
  command: { id: `admin-reset/${randomUUID()}/${step}`, digest: 'admin-reset' },
});

const accountFor = async (wanted: string | undefined, accounts: Accounts, registry: Registry) => {
  const account = wanted === undefined ? await firstAccount(registry) : await accounts.find(wanted);
  const login = wanted ?? (account === undefined ? undefined : await accounts.login(account));
  if (account === undefined || login === undefined) {
    const known = await accounts.logins();
    const missing =
      wanted === undefined || known.length === 0 ? resetting.notStarted : resetting.noLogin(wanted, known);
    throw new ResetRefused(both(missing));
  }
  return { login, account };
};

/** Which of the two it is whose account the database may have lost: it cannot say whose a login was. */
const lostLogin = (wanted: string | undefined, env: NodeJS.ProcessEnv): Named => {
  const { first, second } = loginsOf(env);
  return wanted === second ? { which: 'second', login: second } : { which: 'first', login: wanted ?? first };
};

/** The administrator whose account the database has lost has it again, under the same id, which the registry knows. */
const openedAgain = async ({ which, login }: Named, accounts: Accounts, registry: Registry) => {
  const account = await firstAccount(registry, which);
  if (account === undefined || (await accounts.exists(account))) return undefined;
  const attempt = { id: account, holder: () => Promise.resolve('another' as const) };
  await accounts.open(login, randomBytes(16).toString('base64url'), attempt);
  return { login, account };
};

/** Of the built-in issuer, closed ones too. */
const firstAccounts = async (
  registry: Registry,
  which: WhichAdministrator = 'first',
): Promise<readonly AccountCourse[]> => {
  const person = await registry.administratorOfFirstStart(which);
  const accounts = person === undefined ? [] : await registry.accounts.of(person);
  return accounts.filter(({ issuer }) => issuer === builtInIssuer);
};

const firstAccount = async (
  registry: Registry,
  which: WhichAdministrator = 'first',
): Promise<string | undefined> =>
  (await firstAccounts(registry, which)).findLast(({ closedAt }) => closedAt === undefined)?.subject;

const newPassword = async (subject: string, accounts: Accounts, registry: Registry): Promise<string> => {
  const account = { issuer: builtInIssuer, subject };
  const person = await registry.personBehind(account.issuer, subject);
  if (person === undefined) throw new ResetRefused(both(resetting.notStarted));
  if (!onDay(person, dayOf(new Date().toISOString())).capacities.includes('administrator'))
    throw new ResetRefused(both(resetting.notAdministrator((await accounts.login(subject)) ?? subject)));
  const password = randomBytes(16).toString('base64url');
  // Recorded first, so that no unrecorded reset takes effect.
  await accounts.reset(subject, password, (at) =>
    registry.recordReset(person.person, account, { ...by('reset'), at: at.toISOString() }),
  );
  return password;
};

/** A person has one account at an issuer: the one that the administrator can no longer use is closed. */
const giveWay = async (
  registry: Registry,
  person: string,
  { issuer, subject }: Readonly<{ issuer: string; subject: string }>,
): Promise<void> => {
  const open = (await registry.accounts.of(person)).filter(
    (one) => one.issuer === issuer && one.closedAt === undefined && one.subject !== subject,
  );
  for (const lost of open) {
    const recorder = by('close');
    await registry.accounts.close(person, { issuer, subject: lost.subject }, recorder.at, recorder);
  }
};

const linked = async (
  registry: Registry,
  account: Readonly<{ issuer: string; subject: string }>,
  { second, json }: ResetCommand,
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  const which = second ? 'second' : 'first';
  const person = await registry.administratorOfFirstStart(which);
  if (person === undefined)
    throw new ResetRefused(both(second ? resetting.secondNotStarted : resetting.notStarted));
  // Checked before anything is closed, so that a typing error closes no account.
  const holder = await registry.personBehind(account.issuer, account.subject);
  if (holder !== undefined && holder.person !== person)
    throw new ResetRefused(both(resetting.anothers(account.subject)));
  await administratorAgain(registry, { person, other: otherThan(which, env), issuer: account.issuer }, by);
  await giveWay(registry, person, account);
  await explained(registry.openAccount(person, () => Promise.resolve(account), by('account')));
  console.log(json ? JSON.stringify(account, null, 2) : resetting.linked(account.subject));
  return 0;
};
