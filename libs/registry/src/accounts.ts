import { RevisionConflict, type Appended } from '@anjuan/event-store';
import { AccountEntries, openOf, type Which } from './account-entries.js';
import { derivedId } from './derived-id.js';
import type { Entered, Recorder } from './entries.js';
import { isSame, openAt, stateOf, type Account } from './held-accounts.js';
import { handsOf, isConfirmedIn, machine, ofOneHand } from './openers.js';
import { personOf, type Person, type PersonEvent } from './person.js';
import {
  accountExists,
  closedByYourself,
  notActivated,
  openedByYourself,
  RegistryRefusal,
  unknownPerson,
} from './registry-refusal.js';

/**
 * Whose an account is: `nobody`'s, and never anybody's again, when the attempt that made it was cut short, or when it
 * was closed; `own`, when an attempt for the same person was; else somebody else's.
 */
export type Owner = 'nobody' | 'own' | 'another';
/**
 * Under which subject the issuer is to open the account, and what happens to an existing one. To be called before the
 * issuer opens anything: `mayOpenAt` throws RegistryRefusal where the person has an account there.
 */
export type Opening = Readonly<{
  subject: string;
  ownerOf: (account: Account) => Promise<Owner>;
  mayOpenAt: (issuer: string) => void;
}>;

type AccountEvent =
  | Readonly<{ type: 'AccountLinked'; data: { person: string } }>
  /** Its attempt was cut short and gave way to another: it can be linked to nobody any more. */
  | Readonly<{ type: 'AccountGivenUp'; data: Readonly<Record<string, never>> }>;

/** `activates`: its person is to have replaced the first password before. */
type ToBeConfirmed = Which & Readonly<{ activates: boolean }>;

const streamOf = ({ issuer, subject }: Account): string => `account-${derivedId(issuer, subject)}`;
/** Streams of the whole system, whatever the agency. */
const agency = 'system';

/**
 * Links accounts to people. The first entry of an account's stream says whose it is; the entry in the person's own
 * stream opens it, and opens no second one: of concurrent attempts one wins, and the other's account cannot sign in.
 */
export class AccountLinks extends AccountEntries {
  /** @throws RegistryRefusal; what `open` throws */
  async open(person: string, open: (of: Opening) => Promise<Account>, by: Recorder): Promise<void> {
    await this.entries.once(by.command, () => this.#opened(person, open, by));
  }

  async #opened(
    person: string,
    open: (of: Opening) => Promise<Account>,
    by: Recorder,
  ): Promise<Appended | undefined> {
    const { id, digest } = by.command;
    const subject = derivedId(id, digest, 'account');
    const events = await this.entries.read<PersonEvent>(`person-${person}`);
    const known = personOf(person, events);
    if (!known) throw unknownPerson(person);
    // Carried to its end by another attempt for the same person.
    if (known.accounts.some((held) => held.subject === subject)) return undefined;
    byAnotherThanClosed(events, by);
    const account = await open({
      subject,
      ownerOf: (of) => this.#ownerOf(of, person, by),
      mayOpenAt: (issuer) => {
        if (openAt(known, issuer)) throw accountExists();
      },
    });
    await this.#link(account, person, by);
    return this.entries.goOn<PersonEvent>(`person-${person}`, by, (now, of) => {
      const held = openAt(personOf(person, now) ?? known, account.issuer);
      if (held && isSame(held, account)) return undefined;
      if (held) throw accountExists();
      byAnotherThanClosed(now, by);
      const event = { type: 'AccountOpened', data: account } as const;
      // An account opened on the machine needs no confirmation: nobody exists yet, or is left, to give it.
      return { event: by.person === machine ? event : { ...event, v: 2 }, agency: of ?? agency };
    });
  }

  /**
   * That the account is in its person's own hands, said by another than opened it. `activates`: at an issuer where its
   * person replaces a first password before they are seen. @throws RegistryRefusal
   */
  async confirm(person: string, which: ToBeConfirmed, by: Recorder): Promise<void> {
    if (await this.entries.before(by.command)) return;
    const own = await this.#handsOf(by.person);
    const openers = await this.#openersOf(person);
    await this.entries.goOn<PersonEvent>(`person-${person}`, by, (events, of) => {
      const known = personOf(person, events);
      if (!known || of === undefined) throw unknownPerson(person);
      const account = toBeConfirmed(known, which);
      if (isConfirmedIn(events, account)) return undefined;
      const opener = openerIn(events, account);
      const hands = openers.get(opener) ?? new Set([opener]);
      if (by.person === person || ofOneHand(hands, own)) throw openedByYourself();
      return { event: { type: 'AccountConfirmed', data: account }, agency: of };
    });
  }

  async #handsOf(person: string): Promise<ReadonlySet<string>> {
    return handsOf(person, await this.entries.read<PersonEvent>(`person-${person}`));
  }

  /** Of each who opened an account of that person, whose hands it may have been. */
  async #openersOf(person: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const events = await this.entries.read<PersonEvent>(`person-${person}`);
    const openers = new Set(events.flatMap(({ type, by }) => (type === 'AccountOpened' ? [by] : [])));
    return new Map(
      await Promise.all([...openers].map(async (one) => [one, await this.#handsOf(one)] as const)),
    );
  }

  async #link(account: Account, person: string, by: Recorder): Promise<void> {
    const first = await this.#decide(account, { type: 'AccountLinked', data: { person } }, by);
    if (first.type !== 'AccountLinked' || first.data.person !== person)
      throw new RegistryRefusal(
        'account-taken',
        '该账号已属他人，或已由另一请求开通；如需另开，请使用新的幂等键。The account is somebody else’s, or another request has opened it: to open another, send a new key.',
      );
  }

  async #ownerOf(account: Account, person: string, by: Recorder): Promise<Owner> {
    const first = await this.#decide(account, { type: 'AccountGivenUp', data: {} }, by);
    if (first.type === 'AccountGivenUp') return 'nobody';
    const holder = first.data.person;
    const state = stateOf(await this.known(holder), account);
    if (state === 'closed') return 'nobody';
    return state === 'none' && holder === person ? 'own' : 'another';
  }

  /** The first entry of the account's stream: this one, unless there is one already. */
  async #decide(account: Account, event: AccountEvent, by: Recorder): Promise<AccountEvent> {
    const stream = streamOf(account);
    const [standing] = await this.entries.read<AccountEvent>(stream);
    if (standing) return standing;
    const command = { ...by.command, id: `${by.command.id}/${event.type}/${stream}` };
    try {
      await this.entries.begin(stream, { event, agency }, { ...by, command });
      return event;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      const [faster] = await this.entries.read<AccountEvent>(stream);
      return faster ?? event;
    }
  }
}

/** Taking over an account needs two people: the one who ended it may not give the next one's password. */
const byAnotherThanClosed = (events: readonly Entered<PersonEvent>[], { person }: Recorder): void => {
  const closed = events.findLast(({ type }) => type === 'AccountClosed');
  if (closed?.by === person && person !== machine) throw closedByYourself();
};

const toBeConfirmed = (known: Person, { activates, ...which }: ToBeConfirmed): Account => {
  const account = openOf(known, which);
  if (activates && !known.accounts.some((held) => isSame(held, account) && held.activated))
    throw notActivated();
  return account;
};

const openerIn = (events: readonly Entered<PersonEvent>[], account: Account): string =>
  events.findLast(({ type, data }) => type === 'AccountOpened' && isSame(data, account))?.by ?? '';
