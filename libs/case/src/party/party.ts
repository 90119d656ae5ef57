/** The party in the course of the case: renamed, corrected, succeeded, deregistered, restored. SAMR-P 47–48. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Entry } from '@anjuan/entry';
import type { EntryNumber, EntryProvision, Event, Paper } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import { giveApprovalSchema } from '../approval/entries.js';
import { onRequestedTerms, requestedTerms } from '../approval/requested-terms.js';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PartsOf } from '../of-party.js';
import { postedDaysKept } from '../decision-period/due.js';
import { correctedToNoneOfThose } from '../joined-parties/provisions.js';
import { hearingKept } from '../hearing/events.js';
import { byHandler, caseOpen, type Filing, type Party, type PartyKind } from '../initiation/initiation.js';
import { citizenIdChecked, partyIdentified, partyOf, usccChecked } from '../initiation/party.js';
import type { CaseFile } from '../steps.js';
import { notTerminated } from '../suspension/provisions.js';
import { identifyingActs, identifyingEvents, partyKnown, type PartyIdentified } from './identifying.js';
import * as law from './provisions.js';
import {
  recordDeregistrationSchema,
  recordRestorationSchema,
  renamePartySchema,
  requestPartyChangeSchema,
} from './entries.js';
import type { Deregistration, IdentityChange } from './words.js';

export { identityChanges, deregistrations, type IdentityChange, type Deregistration } from './words.js';

/** party/rename */
export type RenameParty = Entry<typeof renamePartySchema>;
export type PartyRenamed = Event<'PartyRenamed', { party: Party; on: LocalDate; paper: Paper }>;
/** party/request-change */
export type PartyChangeTerms = Entry<typeof requestPartyChangeSchema>;
/** party/approve-change */
export type ApprovePartyChange = Entry<typeof giveApprovalSchema>;
export type PartyChanged = Event<
  'PartyChanged',
  { approval: EntryNumber; change: IdentityChange; party: Party; reason: string; paper: Paper }
>;
/** party/record-deregistration */
export type RecordDeregistration = Entry<typeof recordDeregistrationSchema>;
export type PartyDeregistered = Event<'PartyDeregistered', RecordDeregistration>;
/** party/record-restoration */
export type RecordRestoration = Entry<typeof recordRestorationSchema>;
export type PartyRestored = Event<'PartyRestored', RecordRestoration>;

/** What this step adds to the file. The party itself is the one of the filing. */
export type Slice = Readonly<{
  party: Readonly<{
    /** Entry that last said who the party is or what it is called; absent: the filing. */
    since?: EntryNumber;
    /** Entry by which another party answers in a case not decided yet: it is notified, heard and reviewed anew. */
    anotherSince?: EntryNumber;
    /** Deregistered, with nobody in its place. */
    ended?: Readonly<{ entry: EntryNumber; on: LocalDate; manner: Deregistration }>;
    /** Of what kind the party was, for the entries up to that one, where it was of another kind before. */
    kinds?: readonly Readonly<{ kind: PartyKind; until: EntryNumber }>[];
    /** The party as that decision names it, where it has changed since. */
    punished?: Readonly<{ decision: EntryNumber; party: Party }>;
  }>;
}>;
export const empty: Slice = { party: {} };
export const ofParty = { party: true } as const satisfies PartsOf<Slice>;

const identified = [partyIdentified, usccChecked, citizenIdChecked] as const;
const changeDemands: readonly EntryProvision<CaseFile, PartyChangeTerms>[] = [
  law.anotherParty,
  law.changeFitsParty,
  law.beforeTheDecision,
  law.changeReasoned,
  correctedToNoneOfThose,
  ...identified,
];

export const acts = {
  ...identifyingActs,
  'party/rename': act<RenameParty, Recorded<'PartyRenamed'>>({
    title: { zh: '记录当事人变更登记事项', en: 'Record that the party was renamed' },
    entry: renamePartySchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, partyKnown],
    demands: [law.sameParty, law.dayNotToCome, ...identified],
    records: 'PartyRenamed',
    data: ({ party, on, paper }) => ({ party: partyOf(party), on, paper }),
  }),
  'party/request-change': act<PartyChangeTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请变更当事人', en: 'Ask that another party answers' },
    entry: requestPartyChangeSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, notTerminated, partyKnown, law.oneChangeRequest],
    demands: changeDemands,
    records: 'ApprovalRequested',
    matter: 'party-change',
    data: ({ change, party, reason, paper }) => ({
      matter: 'party-change',
      terms: { change, party: partyOf(party), reason, paper },
    }),
  }),
  'party/approve-change': act<ApprovePartyChange, Recorded<'ApprovalGiven'> | Recorded<'PartyChanged'>>({
    title: { zh: '批准变更当事人', en: 'Approve that another party answers' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.changedByLeader, caseOpen, notTerminated],
    demands: [...givesApproval('party-change'), ...changeDemands.map(onRequestedTerms('party-change'))],
    records: 'PartyChanged',
    record: ({ approval }, file, { now, actor }) => {
      const terms = requestedTerms('party-change')(file, approval);
      // Without a request `approval/open` has refused.
      if (terms === undefined) return [];
      const stamp = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...stamp, data: { approval, matter: 'party-change' } },
        { type: 'PartyChanged', ...stamp, data: { approval, ...terms } },
      ];
    },
  }),
  'party/record-deregistration': act<RecordDeregistration, Recorded<'PartyDeregistered'>>({
    title: { zh: '记录当事人注销登记', en: 'Record that the party was deregistered' },
    entry: recordDeregistrationSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, partyKnown, law.inTheRegister, law.notEndedYet],
    demands: [law.dayNotToCome],
    records: 'PartyDeregistered',
  }),
  'party/record-restoration': act<RecordRestoration, Recorded<'PartyRestored'>>({
    title: { zh: '记录当事人恢复登记', en: 'Record that the registry restored the party' },
    entry: recordRestorationSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, law.ended],
    demands: [law.dayNotToCome, law.restoredAfterwards],
    records: 'PartyRestored',
  }),
};

/** What was reported of one kind of party is measured as such for ever: amounts differ by kind. */
const kindsAfter = (
  { kinds = [] }: Slice['party'],
  { filing, party, until }: Readonly<{ filing: Filing; party: Party; until: EntryNumber }>,
): Pick<Slice['party'], 'kinds'> =>
  filing.party.kind === party.kind ? {} : { kinds: [...kinds, { kind: filing.party.kind, until }] };

type Named = Pick<CaseFile, 'filing' | 'decision' | 'party'>;

/** The party of the filing from that entry on; what a decision said of it stays known. */
const named = ({ filing, decision, party: before }: Named, party: Party, since: EntryNumber) => {
  if (filing === undefined) return {};
  const known = before.punished?.decision === decision?.entry ? before.punished : undefined;
  const punished = decision && (known ?? { decision: decision.entry, party: filing.party });
  return {
    filing: { ...filing, party },
    party: {
      ...before,
      ...kindsAfter(before, { filing, party, until: since }),
      since,
      ...(punished !== undefined && { punished }),
    },
  };
};

type Heard = Pick<CaseFile, 'hearing' | 'statements' | 'notices' | 'decisionPeriod'>;

/** Reported, notified and discussed was another one: it begins again with a report on this party. */
const heardAnew = (file: Heard, on: LocalDate): Partial<CaseFile> => ({
  ...postedDaysKept(file, on),
  investigation: undefined,
  proposal: undefined,
  education: undefined,
  notices: [],
  discussions: [],
  statements: { made: file.statements.made, rechecks: file.statements.rechecks },
  hearing: hearingKept(file.hearing),
});

const withoutEnd = ({ ended: _, ...party }: Slice['party']): Slice['party'] => party;

export const events: Events<
  PartyIdentified | PartyRenamed | PartyChanged | PartyDeregistered | PartyRestored
> = {
  ...identifyingEvents,
  PartyRenamed: eventKind(
    {
      v: 1,
      volume: 'filing',
      personal: { '/party/person': 'party', '/party/address': 'party' },
      withdrawableBy: 'handler',
    },
    (file, { data, revision }) => named(file, data.party, revision),
  ),
  PartyChanged: eventKind(
    {
      v: 1,
      volume: 'filing',
      personal: { '/party/person': 'party', '/party/address': 'party' },
      refersTo: ['approval'],
      inDossier: true,
    },
    (file, { data, revision, occurredAt }) => {
      const { party = file.party, ...changed } = named(file, data.party, revision);
      return file.decision === undefined
        ? {
            ...heardAnew(file, dayOf(occurredAt)),
            ...changed,
            party: { ...withoutEnd(party), anotherSince: revision },
          }
        : { ...changed, party: withoutEnd(party) };
    },
  ),
  PartyDeregistered: eventKind(
    { v: 1, volume: 'other-main', personal: {}, withdrawableBy: 'handler' },
    ({ party }, { data, revision }) => ({
      party: { ...party, ended: { entry: revision, on: data.on, manner: data.manner } },
    }),
  ),
  PartyRestored: eventKind(
    { v: 1, volume: 'other-main', personal: {}, withdrawableBy: 'handler' },
    ({ party }) => ({ party: withoutEnd(party) }),
  ),
};
