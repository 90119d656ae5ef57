import type { Appended } from '@anjuan/event-store';
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Entered, Entries, Recorder, StoredEntry } from './entries.js';
import { streamOfPerson } from './folds.js';
import { handsOf, ofOneHand, openersOf } from './openers.js';
import { onDay, personOf, type PersonEvent } from './person.js';
import { approvedByAnother, notTooOld, openOnes, type Proposal, type ProposalEvent } from './proposals.js';
import { RegistryRefusal } from './registry-refusal.js';

/** What may be changed of a person or an agency, and which changes take two people. */
export type Changeable<Known, Change extends StoredEntry> = Readonly<{
  streamOf: (id: string) => string;
  fold: (id: string, events: readonly Entered<StoredEntry>[]) => Known | undefined;
  inForce: (known: Known, change: Change, on: LocalDate) => Known;
  takesTwo: (change: Change, today: LocalDate, known: Known) => boolean;
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
    /** What only one may hold, taken before the change that gives it comes into force. @throws RegistryRefusal */
    private readonly take: (known: Known, change: Change, by: Recorder) => Promise<void> = () =>
      Promise.resolve(),
    /** Whether it fits what others have entered elsewhere. @throws RegistryRefusal */
    private readonly fits: (known: Known, change: Change) => Promise<void> = () => Promise.resolve(),
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
    const appended = await this.entries.once(by.command, async () => {
      await this.#takeAlone(id, made, by, takesTwo);
      return this.entries.goOn<StoredEntry>(stream, by, (events, agency) => {
        const known = this.#known(id, events);
        const change = made(events);
        this.of.check(known, change, today);
        const proposed: ProposalEvent<Change> = { type: 'ChangeProposed', data: { change } };
        return { event: takesTwo(change, today, known) ? proposed : change, agency: agency ?? '' };
      });
    });
    const recorded = await this.entries.read(stream);
    return outcomeOf(recorded.slice(0, (appended?.revision ?? -1) + 1));
  }

  async #takeAlone(
    id: string,
    made: (events: readonly Entered<StoredEntry>[]) => Change,
    by: Recorder,
    takesTwo: Changeable<Known, Change>['takesTwo'],
  ): Promise<void> {
    const events = await this.entries.read(this.of.streamOf(id));
    const [known, change, today] = [this.#known(id, events), made(events), dayOf(by.at)];
    this.of.check(known, change, today);
    await this.fits(known, change);
    if (!takesTwo(change, today, known)) await this.take(known, change, by);
  }

  /** @throws RegistryRefusal, where one is not open, is the approver's own, or does not fit any more */
  async approve(id: string, proposals: readonly number[], by: Recorder): Promise<void> {
    await this.entries.once(by.command, async () => {
      const waiting = this.#known(id, await this.entries.read(this.of.streamOf(id)));
      const open = openOnes(waiting.proposals, proposals);
      await this.#proposersKeepTheRegistry(open, by);
      this.#mayApprove(id, proposals, by, waiting);
      for (const { change } of open) {
        await this.fits(waiting, change);
        await this.take(waiting, change, by);
      }
      return this.#decide(id, { type: 'ChangesApproved', data: { proposals } }, by, (known) => {
        this.#mayApprove(id, proposals, by, known);
      });
    });
  }

  #mayApprove(id: string, proposals: readonly number[], by: Recorder, known: Known): void {
    const open = openOnes(known.proposals, proposals);
    approvedByAnother(open, by.person);
    if (by.person === id) throw ofOneself();
    const today = dayOf(by.at);
    notTooOld(open, today);
    open.reduce((so, { change }) => {
      this.of.check(so, change, today);
      return this.of.inForce(so, change, today);
    }, known);
  }

  /** Not by one person under two names, whichever of the two accounts they opened; and who proposed has not left. */
  async #proposersKeepTheRegistry(open: readonly Proposal<Change>[], by: Recorder): Promise<void> {
    const eventsOf = (person: string) => this.entries.read<PersonEvent>(streamOfPerson(person));
    const approver = await eventsOf(by.person);
    for (const proposer of new Set(open.map((one) => one.by))) {
      if (openersOf(by.person, approver).has(proposer)) throw accountOfTheProposer();
      const events = await eventsOf(proposer);
      if (proposer !== by.person && ofOneHand(handsOf(proposer, events), handsOf(by.person, approver)))
        throw accountsOfOne();
      const known = personOf(proposer, events);
      if (known && !onDay(known, dayOf(by.at)).capacities.includes('administrator')) throw proposerLeft();
    }
  }

  /** The proposer of a change may withdraw it; anyone who may approve it may decline it. */
  async decline(
    id: string,
    { proposals, reason }: Readonly<{ proposals: readonly number[]; reason: string }>,
    by: Recorder,
  ): Promise<void> {
    const event = { type: 'ChangesDeclined', data: { proposals, reason } } as const;
    await this.entries.once(by.command, () =>
      this.#decide(id, event, by, (known) => {
        const open = openOnes(known.proposals, proposals);
        if (by.person === id && open.some((one) => one.by !== by.person)) throw ofOneself();
      }),
    );
  }

  #decide(
    id: string,
    event: ProposalEvent<Change>,
    by: Recorder,
    check: (known: Known) => void,
  ): Promise<Appended | undefined> {
    return this.entries.goOn<StoredEntry>(this.of.streamOf(id), by, (events, agency) => {
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

const accountsOfOne = (): RegistryRefusal =>
  new RegistryRefusal(
    'own-proposal',
    '提出人的账号由您开通，或者与您的账号由同一人开通，且均未经他人确认：由另一名管理员批准，或者先由他人确认账号（POST /v1/people/{person}/account/confirm）。You opened the proposer’s account, or one person opened both, and nobody else has confirmed it: let another administrator approve, or have the account confirmed first (POST /v1/people/{person}/account/confirm).',
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
