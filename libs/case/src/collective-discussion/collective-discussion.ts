/** Collective discussion by the leaders (负责人集体讨论): APL 57(2), SAMR-P 60(2). */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, PersonId } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { outcomeOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { reviewPassed } from '../proposal/provisions.js';
import { beforeDecision } from '../review/provisions.js';
import {
  allHaveSpoken,
  breachesAccountedFor,
  attendedByLeaders,
  byLeaders,
  chairAttends,
  concludedByChair,
  concludesWhatWasDiscussed,
  discussionOpen,
  handlersDoNotVote,
  handlersReport,
  hearingDoneFirst,
  majorityAgrees,
  openedAnewForReason,
  opinionOfAttending,
  opinionOnce,
  partyHeardFirst,
  quorumAttends,
  reviewersDoNotVote,
} from './provisions.js';
import { latestDiscussion } from './required.js';
import { openDiscussionSchema, giveDiscussionOpinionSchema, concludeDiscussionSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { PartsOf } from '../of-party.js';

/** collective-discussion/open: by the chair, who is one of the attending. */
export type OpenDiscussion = Entry<typeof openDiscussionSchema>;
export type DiscussionOpened = Event<'DiscussionOpened', OpenDiscussion & { chair: PersonId }>;
/** collective-discussion/give-opinion: each attending leader, as themselves. */
export type GiveDiscussionOpinion = Entry<typeof giveDiscussionOpinionSchema>;
export type DiscussionOpinionGiven = Event<
  'DiscussionOpinionGiven',
  GiveDiscussionOpinion & { discussion: EntryNumber }
>;
/** collective-discussion/conclude: by the chair, when everybody attending has spoken. */
export type ConcludeDiscussion = Entry<typeof concludeDiscussionSchema>;
export type DiscussionConcluded = Event<
  'DiscussionConcluded',
  ConcludeDiscussion & { discussion: EntryNumber }
>;

export type Discussion = Readonly<{
  entry: EntryNumber;
  chair: PersonId;
  attending: readonly PersonId[];
  /** What is put to the vote: what the report proposed then, where nothing else was entered. */
  outcome?: Outcome | undefined;
  opinions: readonly Readonly<{ person: PersonId; agrees: boolean }>[];
  concluded?: Readonly<{ entry: EntryNumber; on: LocalDate; outcome: Outcome }>;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  discussions: readonly Discussion[];
}>;
export const empty: Slice = { discussions: [] };
export const ofParty = { discussions: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'collective-discussion/open': act<OpenDiscussion, Recorded<'DiscussionOpened'>>({
    title: { zh: '召开负责人集体讨论', en: 'Open the discussion of the leaders' },
    entry: openDiscussionSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [caseOpen, byLeaders, beforeDecision, reviewPassed, partyHeardFirst, hearingDoneFirst],
    demands: [
      chairAttends,
      quorumAttends,
      attendedByLeaders,
      handlersDoNotVote,
      reviewersDoNotVote,
      handlersReport,
      openedAnewForReason,
      breachesAccountedFor,
    ],
    records: 'DiscussionOpened',
    data: ({ attending, handlersReport: reporting, outcome, reason }, _, { actor }) => ({
      attending: [...attending],
      handlersReport: [...reporting],
      chair: actor.person,
      ...(outcome !== undefined && { outcome: outcomeOf(outcome) }),
      ...(reason !== undefined && { reason }),
    }),
  }),
  'collective-discussion/give-opinion': act<GiveDiscussionOpinion, Recorded<'DiscussionOpinionGiven'>>({
    title: { zh: '发表讨论意见', en: 'Give an opinion in the discussion' },
    entry: giveDiscussionOpinionSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [caseOpen, byLeaders, beforeDecision, discussionOpen, opinionOfAttending, opinionOnce],
    demands: [],
    records: 'DiscussionOpinionGiven',
    record: ({ agrees, opinion }, file, { now, actor }) => {
      const discussion = latestDiscussion(file);
      // `collective-discussion/open` has refused an opinion without a discussion.
      if (discussion === undefined) return [];
      const data = { agrees, opinion, discussion: discussion.entry };
      return [{ type: 'DiscussionOpinionGiven', v: 1, occurredAt: now, actors: [actor], data }];
    },
  }),
  'collective-discussion/conclude': act<ConcludeDiscussion, Recorded<'DiscussionConcluded'>>({
    title: { zh: '形成讨论结论', en: 'Conclude the discussion' },
    entry: concludeDiscussionSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [
      caseOpen,
      byLeaders,
      beforeDecision,
      discussionOpen,
      concludedByChair,
      allHaveSpoken,
      majorityAgrees,
    ],
    demands: [concludesWhatWasDiscussed],
    records: 'DiscussionConcluded',
    record: ({ outcome, conclusion }, file, { now, actor }) => {
      const discussion = latestDiscussion(file);
      if (discussion === undefined) return [];
      const data = { outcome: outcomeOf(outcome), conclusion, discussion: discussion.entry };
      return [{ type: 'DiscussionConcluded', v: 1, occurredAt: now, actors: [actor], data }];
    },
  }),
};

export const events: Events<DiscussionOpened | DiscussionOpinionGiven | DiscussionConcluded> = {
  DiscussionOpened: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    ({ discussions, investigation }, { data, revision }) => ({
      discussions: [
        ...discussions,
        {
          entry: revision,
          chair: data.chair,
          attending: data.attending,
          outcome: data.outcome ?? investigation?.proposal,
          opinions: [],
        },
      ],
    }),
  ),
  DiscussionOpinionGiven: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['discussion'] },
    ({ discussions }, { data, recordedBy }) => ({
      discussions: discussions.map((one) =>
        one.entry === data.discussion
          ? { ...one, opinions: [...one.opinions, { person: recordedBy, agrees: data.agrees }] }
          : one,
      ),
    }),
  ),
  DiscussionConcluded: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['discussion'] },
    ({ discussions }, { data, revision, occurredAt }) => ({
      discussions: discussions.map((one) =>
        one.entry === data.discussion
          ? { ...one, concluded: { entry: revision, on: dayOf(occurredAt), outcome: data.outcome } }
          : one,
      ),
    }),
  ),
};
