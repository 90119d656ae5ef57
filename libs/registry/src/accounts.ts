import { RevisionConflict } from '@anjuan/event-store';
import { derivedId } from './derived-id.js';
import type { Entries, Recorder } from './entries.js';
import type { Account, PersonEvent } from './person.js';
import { RegistryRefusal, unknownPerson } from './registry-refusal.js';

/**
 * Whose an account is: `nobody`'s, and never anybody's, when the attempt that made it was cut short; `own`, when an
 * attempt for the same person was; else somebody else's.
 */
export type Owner = 'nobody' | 'own' | 'another';
/** Under which subject the issuer is to open the account, and what becomes of one that stands in its way. */
export type Opening = Readonly<{ subject: string; ownerOf: (account: Account) => Promise<Owner> }>;

export type AccountEvent =
  | Readonly<{ type: 'AccountLinked'; data: { person: string } }>
  /** Its attempt was cut short and gave way to another: it can be linked to nobody any more. */
  | Readonly<{ type: 'AccountGivenUp'; data: Readonly<Record<string, never>> }>;

const streamOf = ({ issuer, subject }: Account): string => `account-${derivedId(issuer, subject)}`;
/** Streams of the whole system, whatever the agency. */
const agency = 'system';

/**
 * Links accounts to people. The first entry of an account's stream says whose it is: until it stands there, the account
 * is nobody's and opens no door; of those who race for it one wins.
 */
export class AccountLinks {
  constructor(private readonly entries: Entries) {}

  /** @throws RegistryRefusal; what `open` throws */
  async open(person: string, open: (of: Opening) => Promise<Account>, by: Recorder): Promise<void> {
    if (await this.entries.before(by.command)) return;
    const { id, digest } = by.command;
    const subject = derivedId(id, digest, 'account');
    const known = await this.entries.read<PersonEvent>(`person-${person}`);
    if (known[0]?.type !== 'PersonRegistered') throw unknownPerson(person);
    // Carried to its end by another attempt for the same person.
    if (known.some((event) => event.type === 'AccountOpened' && event.data.subject === subject)) return;
    const account = await open({ subject, ownerOf: (of) => this.#ownerOf(of, person, by) });
    await this.#link(account, person, by);
    await this.entries.goOn<PersonEvent>(`person-${person}`, by, (events, of) =>
      hasOpened(events, account)
        ? undefined
        : { event: { type: 'AccountOpened', data: account }, agency: of ?? agency },
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
    if (first.data.person !== person) return 'another';
    return hasOpened(await this.entries.read<PersonEvent>(`person-${person}`), account) ? 'another' : 'own';
  }

  /** The first entry of the account's stream: this one, unless another stands there. */
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

const hasOpened = (events: readonly PersonEvent[], { issuer, subject }: Account): boolean =>
  events.some(
    ({ type, data }) => type === 'AccountOpened' && data.issuer === issuer && data.subject === subject,
  );
