/** What happens to a lead while it is checked, and after it ended: SAMR-P 18(2), 20; SAMR-C 35(2). */
import type { Entry } from '@anjuan/entry';
import { dayOf, type Interval, type LocalDate } from '@anjuan/law';
import { happenedAt, outsideAct, late } from '@anjuan/procedure';
import type { Event } from '@anjuan/procedure';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import { eventKind, type Events } from '../event-kind.js';
import type { FormerCheck, Lead } from './lead.js';
import { byHandler } from './in-charge.js';
import * as law from './lead-course-provisions.js';
import {
  leaveOutIdentificationSchema,
  mergeLeadSchema,
  nameCheckersSchema,
  reopenLeadSchema,
  supplementLeadSchema,
} from './lead-entries.js';
import { filedByLeader, leadByOfficer, leadReceived, leadUnderCheck, notFiledYet } from './provisions.js';
import { checkersOfTheUnit } from './units.js';

/** initiation/name-checkers: who checks the lead, in place of those named before. */
export type NameCheckers = Entry<typeof nameCheckersSchema>;
export type LeadCheckersNamed = Event<'LeadCheckersNamed', NameCheckers>;
/** initiation/leave-out: both days are left out. */
export type LeaveOutIdentification = Entry<typeof leaveOutIdentificationSchema>;
export type LeadDaysLeftOut = Event<'LeadDaysLeftOut', LeaveOutIdentification>;
/** initiation/supplement-lead: the same reporter brings new facts; the check is counted anew. */
export type SupplementLead = Entry<typeof supplementLeadSchema>;
export type LeadSupplemented = Event<
  'LeadSupplemented',
  Omit<SupplementLead, 'occurredAt'> & { receivedOn: LocalDate }
>;
/** initiation/merge-lead */
export type MergeLead = Entry<typeof mergeLeadSchema>;
export type LeadMerged = Event<'LeadMerged', MergeLead>;
/** initiation/reopen-lead */
export type ReopenLead = Entry<typeof reopenLeadSchema>;
export type LeadReopened = Event<'LeadReopened', ReopenLead>;

export const leadCourseActs = {
  'initiation/name-checkers': act<NameCheckers, Recorded<'LeadCheckersNamed'>>({
    title: { zh: '指定核查人员', en: 'Name who checks the lead' },
    entry: nameCheckersSchema,
    by: ['unit-head'],
    requires: [law.checkersNamedByUnitHead, ...leadUnderCheck],
    demands: [law.checkersQualified, checkersOfTheUnit],
    records: 'LeadCheckersNamed',
    data: ({ checkers, order }) => ({ checkers: [...checkers], ...(order !== undefined && { order }) }),
  }),
  'initiation/leave-out': act<LeaveOutIdentification, Recorded<'LeadDaysLeftOut'>>({
    title: { zh: '登记权利人辨认、鉴别的时间', en: 'Record the days of an identification' },
    entry: leaveOutIdentificationSchema,
    by: ['officer'],
    requires: [...leadUnderCheck, byHandler],
    demands: [law.daysOfTheCheck],
    records: 'LeadDaysLeftOut',
  }),
  'initiation/supplement-lead': act<SupplementLead, Recorded<'LeadSupplemented'>>({
    title: { zh: '登记补充新事实的再次举报', en: 'Record that the reporter brings new facts' },
    entry: supplementLeadSchema,
    by: ['officer'],
    requires: [leadByOfficer, ...leadUnderCheck, law.reporterKnown],
    demands: [...outsideAct, law.supplementedAfterReceived],
    records: 'LeadSupplemented',
    data: (entry, _, context) => ({
      newFacts: entry.newFacts,
      report: entry.report,
      receivedOn: dayOf(happenedAt(entry, context)),
      ...late(entry),
    }),
  }),
  'initiation/merge-lead': act<MergeLead, Recorded<'LeadMerged'>>({
    title: { zh: '合并处理或者不再另行处理', en: 'Deal with the lead together with another' },
    entry: mergeLeadSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [filedByLeader, ...leadUnderCheck, ...law.nothingHeld],
    demands: [law.mergedOfKnownReporter],
    records: 'LeadMerged',
  }),
  'initiation/reopen-lead': act<ReopenLead, Recorded<'LeadReopened'>>({
    title: { zh: '重新核查', en: 'Check the lead anew' },
    entry: reopenLeadSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [filedByLeader, leadReceived, notFiledYet, law.decidedAgainst],
    demands: [],
    records: 'LeadReopened',
  }),
};

/** The period anew: what was used up with the one before, its extension, is there again; how that ended stays known. */
const begunAnew = (
  { extended, notFiled, merged, ...lead }: Lead,
  since: number,
  receivedOn: LocalDate,
): Lead => ({
  ...lead,
  since,
  receivedOn,
  formerChecks: [
    ...(lead.formerChecks ?? []),
    {
      entry: lead.since ?? lead.entry,
      receivedOn: lead.receivedOn,
      extended: extended !== undefined,
      ...endedBy(notFiled ?? merged, { entry: since, on: receivedOn }),
    },
  ],
});

type Ended = NonNullable<FormerCheck['ended']>;
const endedBy = (
  ended: Ended | undefined,
  supplemented: Ended,
): Pick<FormerCheck, 'ended' | 'supplemented'> =>
  ended === undefined ? { supplemented } : { ended: { entry: ended.entry, on: ended.on } };

const changed = ({ lead }: Readonly<{ lead?: Lead }>, change: (lead: Lead) => Lead) =>
  lead === undefined ? {} : { lead: change(lead) };

const leftOut = (lead: Lead, { from, to }: Interval): Lead => ({
  ...lead,
  leftOut: [...(lead.leftOut ?? []), { from, to }],
});

export const leadCourseEvents: Events<
  LeadCheckersNamed | LeadDaysLeftOut | LeadSupplemented | LeadMerged | LeadReopened
> = {
  LeadCheckersNamed: eventKind(
    { v: 1, volume: 'source', personal: {} },
    (file, { data: { checkers }, occurredAt }) =>
      changed(file, (lead) => ({
        ...lead,
        checkers,
        namings: [...(lead.namings ?? []), { at: occurredAt, checkers }],
      })),
  ),
  LeadDaysLeftOut: eventKind(
    { v: 1, volume: 'source', personal: {}, withdrawableBy: 'handler' },
    (file, { data }) => changed(file, (lead) => leftOut(lead, data)),
  ),
  // The letter is in the reporter's hand: it goes by a look, and is erased with who wrote it (SAMR-C 37).
  LeadSupplemented: eventKind(
    { v: 1, volume: 'source', personal: { '/report': 'reporter' } },
    (file, { revision, data }) => changed(file, (lead) => begunAnew(lead, revision, data.receivedOn)),
  ),
  LeadMerged: eventKind(
    { v: 1, volume: 'source', personal: {} },
    (file, { revision, occurredAt, data: { into } }) =>
      changed(file, (lead) => ({ ...lead, merged: { entry: revision, on: dayOf(occurredAt), into } })),
  ),
  LeadReopened: eventKind({ v: 1, volume: 'source', personal: {} }, (file, { revision, occurredAt }) =>
    changed(file, (lead) => begunAnew(lead, revision, dayOf(occurredAt))),
  ),
};
