/** Several parties of one breach (共同当事人、双罚): joined and separated; ADR 36. APL 57(1); SAMR-P 48, 60(1). */
import type { Entry } from '@anjuan/entry';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import { eventKind, type Events } from '../event-kind.js';
import { basisOf } from '../initiation/filing-terms.js';
import { byHandler, caseOpen, type Basis, type Party } from '../initiation/initiation.js';
import { citizenIdChecked, partyIdentified, partyOf, usccChecked } from '../initiation/party.js';
import { beforeDecision } from '../review/provisions.js';
import { notTerminated } from '../suspension/provisions.js';
import { approveJoiningSchema, joinPartySchema, separatePartySchema } from './entries.js';
import {
  anotherThanThose,
  groundStated,
  joiningApprovedByLeader,
  joiningWaits,
  joinedStill,
  leavesUnreported,
  separatedBeforeItsDecision,
  separatedByLeader,
  separationReasoned,
} from './provisions.js';
import type { PartInBreach, Separation } from './words.js';

/** joined-parties/join */
export type JoinParty = Entry<typeof joinPartySchema>;
export type PartyJoined = Event<'PartyJoined', JoinParty>;
/** joined-parties/approve: as a leader approves whom a case is filed against. */
export type ApproveJoining = Entry<typeof approveJoiningSchema>;
export type PartyJoiningApproved = Event<'PartyJoiningApproved', ApproveJoining>;
/** joined-parties/separate */
export type SeparateParty = Entry<typeof separatePartySchema>;
export type PartySeparated = Event<'PartySeparated', SeparateParty>;

export type JoinedParty = Readonly<{
  entry: EntryNumber;
  party: Party;
  part: PartInBreach;
  /** The law that punishes it beside the other. */
  basis?: readonly Basis[];
  approved?: EntryNumber;
  left?: Readonly<{ entry: EntryNumber; way: Separation; number?: string }>;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** Besides the party of the filing, in the order they were joined; absent where there is none. */
  joinedParties?: readonly JoinedParty[];
}>;
export const empty: Slice = {};

export const acts = {
  'joined-parties/join': act<JoinParty, Recorded<'PartyJoined'>>({
    title: { zh: '追加共同当事人', en: 'Join another party of the breach' },
    entry: joinPartySchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, beforeDecision, notTerminated],
    demands: [anotherThanThose, groundStated, partyIdentified, usccChecked, citizenIdChecked],
    records: 'PartyJoined',
    data: ({ party, part, basis, reason }) => ({
      party: partyOf(party),
      part,
      basis: basis.map(basisOf),
      reason,
    }),
  }),
  'joined-parties/approve': act<ApproveJoining, Recorded<'PartyJoiningApproved'>>({
    title: { zh: '批准追加共同当事人', en: 'Approve that another party is joined' },
    entry: approveJoiningSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [joiningApprovedByLeader, caseOpen],
    demands: [joinedStill, joiningWaits],
    records: 'PartyJoiningApproved',
  }),
  'joined-parties/separate': act<SeparateParty, Recorded<'PartySeparated'>>({
    title: { zh: '共同当事人分案、退出', en: 'Separate a party that was joined' },
    entry: separatePartySchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [separatedByLeader, caseOpen],
    demands: [joinedStill, separatedBeforeItsDecision, leavesUnreported, separationReasoned],
    records: 'PartySeparated',
    data: ({ joined, way, number, reason, paper }) => ({
      joined,
      way,
      ...(number !== undefined && { number }),
      reason,
      paper,
    }),
  }),
};

export const events: Events<PartyJoined | PartyJoiningApproved | PartySeparated> = {
  // Not to be withdrawn: it leaves by a leader's act.
  PartyJoined: eventKind(
    {
      v: 1,
      volume: 'other-main',
      personal: { '/party/person': 'party', '/party/address': 'party' },
      investigates: true,
      inDossier: true,
    },
    ({ joinedParties = [] }, { data: { party, part, basis }, revision }) => ({
      joinedParties: [...joinedParties, { entry: revision, party, part, ...(basis.length > 0 && { basis }) }],
    }),
  ),
  PartyJoiningApproved: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['joined'] },
    ({ joinedParties = [] }, { data: { joined }, revision }) => ({
      joinedParties: joinedParties.map((one) =>
        one.entry === joined ? { ...one, approved: revision } : one,
      ),
    }),
  ),
  PartySeparated: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['joined'], inDossier: true },
    ({ joinedParties = [] }, { data: { joined, way, number }, revision }) => ({
      joinedParties: joinedParties.map((one) =>
        one.entry === joined
          ? { ...one, left: { entry: revision, way, ...(number !== undefined && { number }) } }
          : one,
      ),
    }),
  ),
};
