import { dayOf, type LocalDate } from '@anjuan/law';
import { stateOf } from './held-accounts.js';
import { onDay, personOf, type PersonEvent } from './person.js';
import type { Entered, Entries, Recorder, StoredEntry } from './entries.js';
import { approvedByAnother, notTooOld, openOnes, type Proposal, type ProposalEvent } from './proposals.js';
import { RegistryRefusal } from './registry-refusal.js';

/** What may be changed of a person or an agency, and which changes take two people. */
export type Changeable<Known, Change extends StoredEntry> = Readonly<{
  streamOf: (id: string) => string;
  fold: (id: string, events: readonly Entered<StoredEntry>[]) => Known | undefined;
  inForce: (known: Known, change: Change) => Known;
  takesTwo: (change: Change, today: LocalDate) => boolean;
  /** @throws RegistryRefusal, where the change does not fit what is known */
  check: (known: Known, change: Change, today: LocalDate) => void;
  unknown: (id: string) => RegistryRefusal;
}>;

/** A change as it was recorded; `proposal`: its number, where it waits for somebody else. */
export type Outcome<Change> = Readonly<{ change: Change; proposal?: number }>;

type Proposing<Change> = Readonly<{ proposals: readonly Proposal<Change>[] }>;

/** The changes that an administrator enters: alone, or proposed by one and approved by another. */
export class Changes<Known extends Proposing<Change>, Change extends StoredEntry> {
  constructor(
    private readonly entries: Entries,
    private readonly of: Changeable<Known, Change>,
  ) {}

  /** `made`: the change, from all that was recorded before it. */
  async enter(
    id: string,
    made: (events: readonly Entered<StoredEntry>[]) => Change,
    by: Recorder,
    takesTwo = this.of.takesTwo,
  ): Promise<Outcome<Change>> {
    const stream = this.of.streamOf(id);
    const today = dayOf(by.at);
    const appended =
      (await this.entries.before(by.command)) ??
      (await this.entries.goOn<StoredEntry>(stream, by, (events, agency) => {
        const known = this.#known(id, events);
        const change = made(events);
        this.of.check(known, change, today);
        const proposed: ProposalEvent<Change> = { type: 'ChangeProposed', data: { change } };
        return { event: takesTwo(change, today) ? proposed : change, agency: agency ?? '' };
      }));
    const recorded = await this.entries.read(stream);
    return outcomeOf(recorded.slice(0, (appended?.revision ?? -1) + 1));
  }

  /** @throws RegistryRefusal, where one is not open, is the approver's own, or does not fit any more */
  async approve(id: string, proposals: readonly number[], by: Recorder): Promise<void> {
    if (await this.entries.before(by.command)) return;
    const waiting = this.#known(id, await this.entries.read(this.of.streamOf(id)));
    await this.#proposersKeepTheRegistry(openOnes(waiting.proposals, proposals), by);
    await this.#decide(id, { type: 'ChangesApproved', data: { proposals } }, by, (known) => {
      const open = openOnes(known.proposals, proposals);
      approvedByAnother(open, by.person);
      if (by.person === id) throw ofOneself();
      const today = dayOf(by.at);
      notTooOld(open, today);
      open.reduce((so, { change }) => {
        this.of.check(so, change, today);
        return this.of.inForce(so, change);
      }, known);
    });
  }

  /** Not by one person under two names: who proposed has not opened the account that approves, and has not left. */
  async #proposersKeepTheRegistry(open: readonly Proposal<Change>[], by: Recorder): Promise<void> {
    const openedBy = await this.#openersOfAccounts(by.person);
    const today = dayOf(by.at);
    for (const proposer of new Set(open.map((one) => one.by))) {
      if (openedBy.has(proposer)) throw accountOfTheProposer();
      const events = await this.entries.read<PersonEvent>(`person-${proposer}`);
      const known = personOf(proposer, events);
      if (known && !onDay(known, today).capacities.includes('administrator')) throw proposerLeft();
    }
  }

  /** Who opened the accounts that are open: older programs, and a second issuer, leave a person several. */
  async #openersOfAccounts(person: string): Promise<ReadonlySet<string>> {
    const events = await this.entries.read<PersonEvent>(`person-${person}`);
    const known = personOf(person, events);
    return new Set(
      events.flatMap((event) =>
        event.type === 'AccountOpened' && known && stateOf(known, event.data) === 'open' ? [event.by] : [],
      ),
    );
  }

  /** Whoever proposed a change may take it back; whoever may approve it may decline it. */
  async decline(
    id: string,
    { proposals, reason }: Readonly<{ proposals: readonly number[]; reason: string }>,
    by: Recorder,
  ): Promise<void> {
    await this.#decide(id, { type: 'ChangesDeclined', data: { proposals, reason } }, by, (known) => {
      const open = openOnes(known.proposals, proposals);
      if (by.person === id && open.some((one) => one.by !== by.person)) throw ofOneself();
    });
  }

  async #decide(
    id: string,
    event: ProposalEvent<Change>,
    by: Recorder,
    check: (known: Known) => void,
  ): Promise<void> {
    if (await this.entries.before(by.command)) return;
    await this.entries.goOn<StoredEntry>(this.of.streamOf(id), by, (events, agency) => {
      check(this.#known(id, events));
      return { event, agency: agency ?? '' };
    });
  }

  #known(id: string, events: readonly Entered<StoredEntry>[]): Known {
    const known = this.of.fold(id, events);
    if (known === undefined) throw this.of.unknown(id);
    return known;
  }
}

const isProposal = ({ type }: StoredEntry): boolean => type === 'ChangeProposed';

const outcomeOf = <Change>(recorded: readonly Entered<StoredEntry>[]): Outcome<Change> => {
  const last = recorded.at(-1);
  if (last && isProposal(last))
    return { ...(last.data as { change: Change }), proposal: recorded.filter(isProposal).length };
  return { change: last as Change };
};

const accountOfTheProposer = (): RegistryRefusal =>
  new RegistryRefusal(
    'own-proposal',
    '您的账号由提出人开通，不得批准其提出的事项，须由另一名管理员批准。The proposer opened your account: let another administrator approve what they propose.',
  );

const proposerLeft = (): RegistryRefusal =>
  new RegistryRefusal(
    'proposer-left',
    '提出人已不是管理员，请由现任管理员重新提出。The proposer is no administrator any more: let one who is propose it again.',
  );

const ofOneself = (): RegistryRefusal =>
  new RegistryRefusal(
    'own-proposal',
    '不得批准或者否决有关本人的事项，须由另一名管理员或者本机关主要负责人办理。Nobody approves or declines what concerns themselves: let another administrator or the agency’s principal do it.',
  );
