import type { Entered, Entries, Recorder } from './entries.js';
import { streamOfPerson } from './folds.js';
import { isHeldAccountEvent, isSame, stateOf, type Account } from './held-accounts.js';
import { personOf, type PersonEvent } from './person.js';
import { unknownPerson } from './registry-refusal.js';

type Due = Account & Readonly<{ proposal: number }>;
/** `over`: it is not to be done any more, whether it was done or not. */
type Approved = Due & Readonly<{ over: boolean }>;

/** What follows when two people have taken back the second factors of somebody who has lost them. */
export class FactorsEnded {
  constructor(private readonly entries: Entries) {}

  /**
   * Of which accounts there the second factors end, as each of these approved proposals has it: of none opened later. For
   * one that has others since it is over.
   * @throws RegistryRefusal
   */
  async approved(
    person: string,
    { proposals, issuer }: Readonly<{ proposals: readonly number[]; issuer: string }>,
  ): Promise<readonly Approved[]> {
    const events = await this.entries.read<PersonEvent>(streamOfPerson(person));
    const known = personOf(person, events);
    if (!known) throw unknownPerson(person);
    const approved = known.proposals.filter(
      ({ number, outcome, change }) =>
        proposals.includes(number) && outcome === 'approved' && change.type === 'SecondFactorsReset',
    );
    return approved.flatMap(({ number: proposal }) =>
      accountsOf(person, { proposal, issuer }, events).map((of) => ({ ...of, proposal })),
    );
  }

  /** Before it takes effect, once, however often it is sent. @throws RegistryRefusal */
  async enter(person: string, data: Due & Readonly<{ at: string }>, by: Recorder): Promise<void> {
    const command = { ...by.command, id: `${by.command.id}/${data.subject}/${String(data.proposal)}` };
    if (await this.entries.before(command)) return;
    await this.entries.goOn<PersonEvent>(streamOfPerson(person), { ...by, command }, (events, of) => {
      const done = events.some(
        (event) =>
          event.type === 'SecondFactorsEnded' &&
          isSame(event.data, data) &&
          event.data.proposal === data.proposal,
      );
      return done || of === undefined
        ? undefined
        : { event: { type: 'SecondFactorsEnded', data }, agency: of };
    });
  }
}

/** With any of these the account, its password or its factors are others than those that the approval was for. */
const begunAnew: readonly PersonEvent['type'][] = ['AccountOpened', 'AccountClosed', 'AccountReset'];

/** As they were open when it was approved, and are: who was meant lost the factors of those. */
const accountsOf = (
  person: string,
  { proposal, issuer }: Readonly<{ proposal: number; issuer: string }>,
  events: readonly Entered<PersonEvent>[],
): readonly (Account & Readonly<{ over: boolean }>)[] => {
  const approval = events.findIndex(
    ({ type, data }) => type === 'ChangesApproved' && data.proposals.includes(proposal),
  );
  const then = personOf(person, events.slice(0, approval + 1));
  const since = events.slice(approval + 1);
  const now = personOf(person, events);
  return (then?.accounts ?? [])
    .filter((held) => held.issuer === issuer && !held.closed && now && stateOf(now, held) === 'open')
    .map((held) => ({ issuer, subject: held.subject, over: isOver(held, proposal, since) }));
};

/** Done already, and followed by other factors; or there is nothing left of what it was for. */
const isOver = (account: Account, proposal: number, since: readonly Entered<PersonEvent>[]): boolean => {
  const its = since.filter((event) => isHeldAccountEvent(event)).filter(({ data }) => isSame(data, account));
  const done = its.findIndex(
    (event) => event.type === 'SecondFactorsEnded' && event.data.proposal === proposal,
  );
  return its.some(
    ({ type }, at) =>
      begunAnew.includes(type) ||
      (done >= 0 && at > done && (type === 'SecondFactorEnrolled' || type === 'SecondFactorsEnded')),
  );
};
