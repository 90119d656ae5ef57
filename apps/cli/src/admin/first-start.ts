/** The two administrators of the first start: which of them can act, and who is let in where neither can. */
import { randomBytes } from 'node:crypto';
import { AccountRefused, builtInIssuer, type Accounts } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import { both, type WhichAdministrator } from '@anjuan/program';
import { onDay, RegistryRefusal, type Recorder, type Registry } from '@anjuan/registry';
import { resetting } from '../messages.js';
import { ResetRefused } from './reset-refused.js';

export type Named = Readonly<{ which: WhichAdministrator; login: string }>;
/** `other`: of the other one. */
type Place = Readonly<{ person: string; other: Named; issuer: string }>;
type By = (step: string) => Recorder;

export const loginsOf = (env: NodeJS.ProcessEnv): Readonly<Record<WhichAdministrator, string>> => ({
  first: env['ADMIN_LOGIN'] ?? 'admin',
  second: env['SECOND_ADMIN_LOGIN'] ?? 'admin2',
});

export const otherThan = (which: WhichAdministrator, env: NodeJS.ProcessEnv): Named => {
  const other = which === 'first' ? 'second' : 'first';
  return { which: other, login: loginsOf(env)[other] };
};

const isAdministrator = async (registry: Registry, person: string): Promise<boolean> => {
  const known = await registry.standing(person);
  return (
    known !== undefined && onDay(known, dayOf(new Date().toISOString())).capacities.includes('administrator')
  );
};

const hasAccount = async (registry: Registry, person: string, issuer: string): Promise<boolean> =>
  (await registry.accounts.of(person)).some((one) => one.issuer === issuer && one.closedAt === undefined);

/** With the capacity today, and an account. */
const canAct = async (registry: Registry, which: WhichAdministrator, issuer: string): Promise<boolean> => {
  const person = await registry.administratorOfFirstStart(which);
  return (
    person !== undefined &&
    (await isAdministrator(registry, person)) &&
    (await hasAccount(registry, person, issuer))
  );
};

/** What the registry or the issuer cannot take down, said as why there is no reset. */
export const explained = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RegistryRefusal || error instanceof AccountRefused)
      throw new ResetRefused(both(resetting.taken(error.message)));
    throw error;
  }
};

/** The capacity that has ended is granted from today on, where the other administrator cannot see to it. @throws ResetRefused */
export const administratorAgain = async (
  registry: Registry,
  { person, other, issuer }: Place,
  by: By,
): Promise<void> => {
  if (await isAdministrator(registry, person)) return;
  if (await canAct(registry, other.which, issuer))
    throw new ResetRefused(both(resetting.capacityEnded(other.login)));
  const recorder = by('capacity');
  await explained(registry.makeAdministrator(person, dayOf(recorder.at), recorder));
};

/** The account that was closed is followed by another, where the other administrator cannot open it. @throws ResetRefused */
const accountAgain = async (
  { registry, accounts }: Readonly<{ registry: Registry; accounts: Accounts }>,
  { person, other, issuer, login }: Place & Readonly<{ login: string }>,
  by: By,
): Promise<void> => {
  if (await hasAccount(registry, person, issuer)) return;
  if (await canAct(registry, other.which, issuer))
    throw new ResetRefused(both(resetting.closed(other.login)));
  await explained(
    registry.openAccount(
      person,
      async ({ subject, ownerOf, mayOpenAt }) => {
        mayOpenAt(issuer);
        const holder = (account: string) => ownerOf({ issuer, subject: account });
        const unknown = randomBytes(16).toString('base64url');
        return { issuer, subject: await accounts.open(login, unknown, { id: subject, holder }) };
      },
      by('account'),
    ),
  );
};

/** At the built-in issuer: account and capacity are there again. @throws ResetRefused, where the other one can see to it */
export const inPlaceAgain = async (
  parts: Readonly<{ registry: Registry; accounts: Accounts; env: NodeJS.ProcessEnv }>,
  { which, login }: Named,
  by: By,
): Promise<void> => {
  const person = await parts.registry.administratorOfFirstStart(which);
  if (person === undefined) return;
  // An account that the first start did not come to open is opened by its next attempt.
  if ((await parts.registry.accounts.of(person)).length === 0) return;
  const place = { person, login, other: otherThan(which, parts.env), issuer: builtInIssuer };
  await accountAgain(parts, place, by);
  await administratorAgain(parts.registry, place, by);
};
