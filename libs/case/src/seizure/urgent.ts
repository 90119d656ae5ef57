/** Sealed or seized at once, approved within twenty-four hours: ACL 19; SAMR-P 36. */
import { addDays, dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { late, signed } from '../evidence/recorded.js';
import { basisOf } from '../initiation/filing-terms.js';
import { caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors } from '../kernel/officers.js';
import { happenedAt, outsideAct } from '../kernel/outside.js';
import { checklist, recordedOnTheSpot } from './checklist.js';
import {
  basisInLaw,
  seizureApprovedByLeader,
  thingsNamed,
  thirtyDaysAtMost,
  whileSeizable,
} from './provisions.js';
import type { OnTheSpot, SeizureTerms } from './seizure.js';
import {
  disagreementReasoned,
  seizureMadeUpByAnother,
  seizureWaitsForApproval,
  urgencyStated,
} from './urgency.js';

/** seizure/seize-urgently: `urgency` why it could not wait for an approval. */
export type SeizeUrgently = OnTheSpot & SeizureTerms & Readonly<{ urgency: string }>;
export type ItemsSeizedUrgently = Event<
  'ItemsSeizedUrgently',
  Omit<SeizeUrgently, 'occurredAt'> & { until: LocalDate }
>;
/** seizure/make-up-approval: a leader who disagrees has it lifted at once. */
export type MakeUpSeizure = Readonly<{ seizure: EntryNumber; agreed: boolean; reason?: string }>;
export type SeizureMadeUp = Event<'SeizureMadeUp', MakeUpSeizure>;

export const urgentActs = {
  'seizure/seize-urgently': act<SeizeUrgently, Recorded<'ItemsSeizedUrgently'>>({
    title: { zh: '当场查封、扣押', en: 'Seal or seize at once' },
    by: ['officer'],
    requires: whileSeizable,
    demands: [
      ...byOfficers,
      ...outsideAct,
      thingsNamed,
      basisInLaw,
      thirtyDaysAtMost,
      urgencyStated,
      ...checklist,
    ],
    names: ({ officers }) => officers,
    record: (entry, _, context) => {
      const occurredAt = happenedAt(entry, context);
      const data = {
        ...signed(entry),
        ...recordedOnTheSpot(entry),
        items: entry.items,
        basis: basisOf(entry.basis),
        days: entry.days,
        reason: entry.reason,
        urgency: entry.urgency,
        until: addDays(dayOf(occurredAt), entry.days),
        ...late(entry),
      };
      const actors = officersAsActors(entry, context);
      return [{ type: 'ItemsSeizedUrgently', v: 1, occurredAt, actors, data }];
    },
  }),
  'seizure/make-up-approval': act<MakeUpSeizure, Recorded<'SeizureMadeUp'>>({
    title: { zh: '补办查封、扣押批准', en: 'Approve a seizure afterwards' },
    by: ['leader', 'principal'],
    requires: [seizureApprovedByLeader, caseOpen],
    demands: [seizureWaitsForApproval, seizureMadeUpByAnother, disagreementReasoned],
    record: ({ seizure, agreed, reason }, _, { now, actor }) => [
      {
        type: 'SeizureMadeUp',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { seizure, agreed, ...(reason !== undefined && { reason }) },
      },
    ],
  }),
};

export const urgentFolds: Folds<'ItemsSeizedUrgently' | 'SeizureMadeUp'> = {
  ItemsSeizedUrgently: ({ seizures }, { data, revision, occurredAt }) => ({
    seizures: [
      ...seizures,
      {
        entry: revision,
        items: data.items,
        takenOn: dayOf(occurredAt),
        until: data.until,
        extended: false,
        urgent: { takenAt: occurredAt, officers: data.officers },
      },
    ],
  }),
  SeizureMadeUp: ({ seizures }, { data, revision, occurredAt }) => ({
    seizures: seizures.map((one) =>
      one.entry === data.seizure && one.urgent !== undefined
        ? {
            ...one,
            urgent: { ...one.urgent, madeUp: { entry: revision, at: occurredAt, agreed: data.agreed } },
          }
        : one,
    ),
  }),
};
