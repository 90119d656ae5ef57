/** Sealed or seized at once, approved within twenty-four hours: ACL 19; SAMR-P 36. */
import { addDays, dayOf, type LocalDate } from '@anjuan/law';
import { happenedAt, late, officersAsActors, outsideAct, signed } from '@anjuan/procedure';
import type { Event } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { listed } from '../goods/ledger.js';
import { basisOf } from '../initiation/filing-terms.js';
import { byOfficersThere } from '../initiation/in-charge.js';
import { leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { papersOwed } from './absent.js';
import { checklist, recordedOnTheSpot } from './checklist.js';
import {
  basisInLaw,
  seizureApprovedByLeader,
  thingsNamed,
  thirtyDaysAtMost,
  whileSeizable,
} from './provisions.js';
import {
  disagreementReasoned,
  seizureMadeUpByAnother,
  seizureWaitsForApproval,
  urgencyStated,
} from './urgency.js';
import { seizeUrgentlySchema, makeUpSeizureSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** seizure/seize-urgently: `urgency` why it could not wait for an approval. */
export type SeizeUrgently = Entry<typeof seizeUrgentlySchema>;
export type ItemsSeizedUrgently = Event<
  'ItemsSeizedUrgently',
  Omit<SeizeUrgently, 'occurredAt'> & { until: LocalDate }
>;
/** seizure/make-up-approval: a leader who disagrees has it lifted at once. */
export type MakeUpSeizure = Entry<typeof makeUpSeizureSchema>;
export type SeizureMadeUp = Event<'SeizureMadeUp', MakeUpSeizure>;

export const urgentActs = {
  'seizure/seize-urgently': act<SeizeUrgently, Recorded<'ItemsSeizedUrgently'>>({
    title: { zh: '当场查封、扣押', en: 'Seal or seize at once' },
    entry: seizeUrgentlySchema,
    by: ['officer'],
    of: 'any-party',
    requires: whileSeizable,
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      thingsNamed,
      basisInLaw,
      thirtyDaysAtMost,
      urgencyStated,
      ...checklist,
    ],
    records: 'ItemsSeizedUrgently',
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
    entry: makeUpSeizureSchema,
    by: ['leader', 'principal'],
    of: 'any-party',
    opensGate: true,
    requires: [seizureApprovedByLeader, leadOrCaseOpen],
    demands: [seizureWaitsForApproval, seizureMadeUpByAnother, disagreementReasoned],
    records: 'SeizureMadeUp',
  }),
};

export const urgentEvents: Events<ItemsSeizedUrgently | SeizureMadeUp> = {
  ItemsSeizedUrgently: eventKind(
    {
      v: 1,
      volume: 'to-party',
      personal: { '/witness': 'witness' },
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    ({ seizures, goods }, { data, revision, occurredAt }) => ({
      goods: [...goods, ...listed(revision, data.items, data.lines)],
      seizures: [
        ...seizures,
        {
          entry: revision,
          items: data.items,
          takenOn: dayOf(occurredAt),
          until: data.until,
          extended: false,
          ...papersOwed(data),
          urgent: { takenAt: occurredAt, officers: data.officers },
        },
      ],
    }),
  ),
  SeizureMadeUp: eventKind(
    { v: 1, volume: 'other-sub', personal: {}, refersTo: ['seizure'] },
    ({ seizures }, { data, revision, occurredAt }) => ({
      seizures: seizures.map((one) =>
        one.entry === data.seizure && one.urgent !== undefined
          ? {
              ...one,
              urgent: { ...one.urgent, madeUp: { entry: revision, at: occurredAt, agreed: data.agreed } },
            }
          : one,
      ),
    }),
  ),
};
