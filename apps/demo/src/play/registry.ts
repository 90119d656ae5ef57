/** The administrators enter agencies, lists and people, as on the first day of a new system. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Capacity, PersonId } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import { accepted, named, refusalOf } from './answers.js';
import type { Account, Answer, Client } from './client.js';
import type { Person } from './people-form.js';
import type { AgencyRoll } from './roll.js';

/** A person of an agency with an account of their own. */
export type Member = Readonly<{
  key: string;
  person: PersonId;
  name: string;
  roles: readonly Capacity[];
  account: Account;
}>;

/** Members by agency (credit code) and key. */
export type Members = Readonly<{
  of: (uscc: string, key: string) => Member | undefined;
  all: readonly Readonly<{ agency: string; member: Member }>[];
}>;

export type Administrators = readonly [Account, Account];

const usualLevel = 'district';

const asking = (client: Client, administrator: Account) => {
  return async (path: string, body: object): Promise<Answer> => {
    const answer = await client.ask(administrator, {
      method: 'POST',
      path: `/v1/${path}`,
      capacity: 'administrator',
      key: randomUUID(),
      body,
    });
    if (!accepted(answer)) throw refusalOf(answer);
    return answer;
  };
};

/** Entered by the first; what waits for another's approval is approved by the second. */
const entering = (client: Client, [first, second]: Administrators) => {
  const [enter, approve] = [asking(client, first), asking(client, second)];
  return async (path: string, body: object): Promise<Answer> => {
    const answer = await enter(path, body);
    if (answer.status === 202) {
      const [kind, id] = path.split('/');
      const { proposal } = answer.body as { proposal: number };
      await approve(`${String(kind)}/${String(id)}/proposals/approve`, { proposals: [proposal] });
    }
    return answer;
  };
};
type Enter = ReturnType<typeof entering>;

/** Now and then one that is drawn holds the login or the staff number, and is not taken. */
const madeUp = (...without: readonly string[]): string => {
  const drawn = randomBytes(16).toString('base64url');
  const holdsOne = without.some((word) => drawn.toLowerCase().includes(word.toLowerCase()));
  return holdsOne ? madeUp(...without) : drawn;
};

const enterPerson = async (
  { client, enter, confirm }: Readonly<{ client: Client; enter: Enter; confirm: Enter }>,
  agency: string,
  who: Person,
  terms: Readonly<{ from: LocalDate; login: string }>,
): Promise<Member> => {
  const { key, name, roles, credential, legalQualification, reviewerSince } = who;
  const person = named(await enter('people', { agency, staffNumber: key, name }), 'person');
  const path = `people/${person}`;
  for (const capacity of roles) await enter(`${path}/capacities`, { capacity, from: terms.from });
  if (credential) await enter(`${path}/credentials`, credential);
  if (legalQualification !== undefined || reviewerSince !== undefined)
    await enter(`${path}/qualification`, {
      ...(legalQualification !== undefined && { legalQualification }),
      ...(reviewerSince !== undefined && { reviewerSince }),
    });
  const first = { login: terms.login, password: madeUp(terms.login, key) };
  await enter(`${path}/account`, first);
  const account = await client.activate(first, madeUp(terms.login, key));
  await confirm(`${path}/account/confirm`, {});
  return { key, person, name, roles, account };
};

/** One login for each person, also where agencies use the same key. */
const loginFor = (taken: Set<string>, key: string, uscc: string): string => {
  const login = taken.has(key) ? `${key}@${uscc}` : key;
  taken.add(login);
  return login;
};

/**
 * Enters everything and opens an account for everybody. Capacities hold from `from`.
 * Throws ActRefused when the registry does not take something down.
 */
export const enterRegistry = async (
  client: Client,
  administrators: Administrators,
  roll: readonly AgencyRoll[],
  from: LocalDate,
): Promise<Members> => {
  const enter = entering(client, administrators);
  // The opener of an account may not confirm that its owner has it.
  const confirm = asking(client, administrators[1]);
  const taken = new Set(administrators.map(({ login }) => login));
  const members = new Map<string, Readonly<{ agency: string; member: Member }>>();
  for (const { agency, lists, people } of roll) {
    const id = named(await enter('agencies', { level: usualLevel, ...agency }), 'agency');
    if (lists) await enter(`agencies/${id}/lists`, lists);
    for (const who of people) {
      const terms = { from, login: loginFor(taken, who.key, agency.uscc) };
      members.set(`${agency.uscc}/${who.key}`, {
        agency: agency.name,
        member: await enterPerson({ client, enter, confirm }, id, who, terms),
      });
    }
  }
  return { of: (uscc, key) => members.get(`${uscc}/${key}`)?.member, all: [...members.values()] };
};
