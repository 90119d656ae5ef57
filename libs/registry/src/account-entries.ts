/** What becomes of an account that a person has: its password, its sessions, its second factors, its end. */
import { dayOf } from '@anjuan/law';
import { withCourse, type AccountCourse } from './account-courses.js';
import type { Entered, Entries, Recorder } from './entries.js';
import { isSame, openAt, stateOf, type Account } from './held-accounts.js';
import { machine } from './openers.js';
import { onDay, personOf, type Person, type PersonEvent } from './person.js';
import { administratorInOffice, noAccountOpen, tooOftenToday, unknownPerson } from './registry-refusal.js';

/** `not-theirs`: the account is not open any more; `too-many`: its password was changed too often of late. */
type PasswordEntered = 'recorded' | 'not-theirs' | 'too-many';

type AccountNote = 'SessionsEnded' | 'LoginUnlocked' | 'SecondFactorEnrolled' | 'SecondFactorRemoved';

/** Without `subject` the oldest that is open there: older programs left a person several. */
export type Which = Readonly<{ issuer: string; subject?: string }>;

/** Limits entries that any account holder can make: each is stored for ever. */
const mostADay = 10;
const day = 24 * 60 * 60 * 1_000;

export class AccountEntries {
  constructor(protected readonly entries: Entries) {}

  /** The same command gives the same account again. */
  async close(person: string, which: Which, at: string, by: Recorder): Promise<Account> {
    const stream = `person-${person}`;
    const appended = await this.entries.once(by.command, () =>
      this.entries.goOn<PersonEvent>(stream, by, (events, of) => {
        const known = personOf(person, events);
        if (!known || of === undefined) throw unknownPerson(person);
        const account = openOf(known, which);
        inOfficeNoMore(known, by);
        return { event: { type: 'AccountClosed', data: { ...account, at } }, agency: of };
      }),
    );
    const entered = (await this.entries.read<PersonEvent>(stream))[appended?.revision ?? -1];
    if (entered?.type !== 'AccountClosed') throw noAccountOpen();
    return { issuer: entered.data.issuer, subject: entered.data.subject };
  }

  /**
   * Records, before it takes effect, that an administrator ends the sessions or a lock of the person’s account, or that
   * the person enrols or removes its second factor. Each has a daily limit, so that no administrator can lock somebody
   * out with it, or go on trying passwords.
   * @throws RegistryRefusal
   */
  async note(
    person: string,
    { type, at, passkey, ...which }: Readonly<{ type: AccountNote; at: string; passkey?: string }> & Which,
    by: Recorder,
  ): Promise<Account> {
    const stream = `person-${person}`;
    const appended = await this.entries.once(by.command, () =>
      this.entries.goOn<PersonEvent>(stream, by, (events, of) => {
        const known = personOf(person, events);
        if (!known || of === undefined) throw unknownPerson(person);
        const account = openOf(known, which);
        if (ofLate(type, events, account, at) >= mostADay) throw tooOftenToday();
        const data = { ...account, at, ...(passkey !== undefined && { passkey }) };
        return { event: { type, data }, agency: of };
      }),
    );
    const entered = (await this.entries.read<PersonEvent>(stream))[appended?.revision ?? -1];
    if (entered?.type !== type) throw noAccountOpen();
    return { issuer: entered.data.issuer, subject: entered.data.subject };
  }

  /**
   * As `note`, of every account that is open there; `then` follows for each that was recorded. One that cannot be
   * recorded today does not keep the others from it.
   * @throws RegistryRefusal, what `then` throws
   */
  async noteOfAll(
    person: string,
    of: Readonly<{ type: AccountNote; at: string; issuer: string }>,
    { by, then }: Readonly<{ by: Recorder; then: (account: Account) => Promise<unknown> }>,
  ): Promise<void> {
    const { accounts } = await this.known(person);
    const open = accounts.filter(({ issuer, closed }) => issuer === of.issuer && !closed);
    if (open.length === 0) throw noAccountOpen();
    const one = async ({ subject }: Account): Promise<void> => {
      const command = { ...by.command, id: `${by.command.id}/${subject}` };
      await then(await this.note(person, { ...of, subject }, { ...by, command }));
    };
    const noted = await Promise.allSettled(open.map(one));
    for (const each of noted) if (each.status === 'rejected') throw each.reason;
  }

  /**
   * A person gave the account a password of their own: entered before it takes effect. One that replaces a `first`
   * password is entered once, also where the attempt before was cut short.
   */
  async enterPassword(
    account: Account,
    { first, at }: Readonly<{ first: boolean; at: string }>,
    by: Recorder,
  ): Promise<PasswordEntered> {
    let entered: PasswordEntered = 'recorded';
    await this.entries.goOn<PersonEvent>(`person-${by.person}`, by, (events, of) => {
      const held = personOf(by.person, events)?.accounts.find((one) => isSame(one, account));
      const tooMany = !first && ofLate('PasswordChanged', events, account, at) >= mostADay;
      entered = tooMany ? 'too-many' : 'recorded';
      if (held === undefined || held.closed) entered = 'not-theirs';
      if (entered !== 'recorded' || of === undefined || (first && held?.activated)) return undefined;
      const type = first ? 'AccountActivated' : 'PasswordChanged';
      return { event: { type, data: { ...account, at } }, agency: of };
    });
    return entered;
  }

  /** Every account that was ever opened for the person, oldest first. */
  async of(person: string): Promise<readonly AccountCourse[]> {
    return (await this.entries.read<PersonEvent>(`person-${person}`)).reduce(withCourse, []);
  }

  protected async known(person: string): Promise<Person> {
    const known = personOf(person, await this.entries.read<PersonEvent>(`person-${person}`));
    if (!known) throw unknownPerson(person);
    return known;
  }
}

/** One administrator does not put out the other: the end of the capacity takes two, and comes first. */
const inOfficeNoMore = (known: Person, { person, at }: Recorder): void => {
  const closesAdministrator = onDay(known, dayOf(at)).capacities.includes('administrator');
  if (closesAdministrator && person !== machine) throw administratorInOffice();
};

/** @throws RegistryRefusal */
export const openOf = (known: Person, { issuer, subject }: Which): Account => {
  const account = { issuer, subject: subject ?? openAt(known, issuer)?.subject ?? '' };
  if (stateOf(known, account) !== 'open') throw noAccountOpen();
  return account;
};

/** In the day before that instant, by the real clock. */
const ofLate = (
  wanted: AccountNote | 'PasswordChanged',
  events: readonly Entered<PersonEvent>[],
  account: Account,
  at: string,
): number =>
  events.filter(
    (event) =>
      event.type === wanted &&
      isSame(event.data, account) &&
      Date.parse(event.data.at) > Date.parse(at) - day,
  ).length;
