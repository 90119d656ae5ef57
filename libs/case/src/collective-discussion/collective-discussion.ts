/** Collective discussion by the leaders (负责人集体讨论): APL 57(2), SAMR-P 60(2). */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { PersonId } from '../kernel/people.js';
import type { Outcome } from '../penalty/penalty.js';

/** collective-discussion/open: by the chair, who is one of the attending. */
export type OpenDiscussion = Readonly<{
  attending: readonly PersonId[];
  /** Handlers who report; they do not vote. */
  handlersReport: readonly PersonId[];
}>;
export type DiscussionOpened = Event<'DiscussionOpened', OpenDiscussion & { chair: PersonId }>;
/** collective-discussion/give-opinion: each attending leader, as themselves. */
export type GiveDiscussionOpinion = Readonly<{ agrees: boolean; opinion: string }>;
export type DiscussionOpinionGiven = Event<'DiscussionOpinionGiven', GiveDiscussionOpinion & { discussion: EntryNumber }>;
/** collective-discussion/conclude: by the chair, when everybody attending has spoken. */
export type ConcludeDiscussion = Readonly<{ outcome: Outcome; conclusion: string }>;
export type DiscussionConcluded = Event<'DiscussionConcluded', ConcludeDiscussion & { discussion: EntryNumber }>;

export type Discussion = Readonly<{
  entry: EntryNumber;
  chair: PersonId;
  attending: readonly PersonId[];
  opinions: readonly Readonly<{ person: PersonId; agrees: boolean }>[];
  concluded?: Readonly<{ entry: EntryNumber; on: LocalDate; outcome: Outcome }>;
}>;
