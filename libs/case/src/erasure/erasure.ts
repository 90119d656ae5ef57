/**
 * Erasure of personal data (个人信息删除): PIPL 47. It is decided on the case but recorded in a side stream: no decision
 * of the case depends on it, and no review is void because of it (ADR 14).
 */
import type { Instant } from '@anjuan/law';
import type { Entry } from '@anjuan/entry';
import type { Context, EntryNumber, Event, NewEvent, PersonalValue, PersonId } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { askErasureSchema, orderErasureSchema } from './entries.js';
import { act, perform, type Act } from '../case-act.js';
import { atHead } from '../head.js';
import {
  entriesWithdrawn,
  erasureRequested,
  requestedByOfficerOrAuditor,
  groundStated,
  nothingPending,
  nothingPendingStill,
  orderedByAnother,
  orderedByLeader,
  purposeAchieved,
  purposeStillAchieved,
  retentionEnded,
  retentionEndedStill,
} from './provisions.js';

/** erasure/ask */
export type AskErasure = Entry<typeof askErasureSchema>;
/** erasure/order; `asked`: the number of the request */
export type OrderErasure = Entry<typeof orderErasureSchema>;

/** `digests`: of the commitments whose values go; they themselves stay in the record. */
type Ordered = OrderErasure & Readonly<{ digests: readonly string[] }>;
export type ErasureAsked = Event<'ErasureAsked', AskErasure>;
export type ErasureOrdered = Event<'ErasureOrdered', Ordered>;
export type ErasureEvent = ErasureAsked | ErasureOrdered;
/** As `eventVersions`: a reader rejects any other version. */
export const erasureVersions: Readonly<Record<ErasureEvent['type'], number>> = {
  ErasureAsked: 1,
  ErasureOrdered: 1,
};
type NewErasureAsked = NewEvent<'ErasureAsked', AskErasure>;
type NewErasureOrdered = NewEvent<'ErasureOrdered', Ordered>;
export type NewErasureEvent = NewErasureAsked | NewErasureOrdered;

/** The digests of the values whose erasure an event has ordered; none of any other event. */
export const erasureOrdered = ({
  type,
  data,
}: Readonly<{ type: string; data: unknown }>): readonly string[] =>
  type === 'ErasureOrdered' ? (data as Ordered).digests : [];

/** One request; `entry`: its number in the record of erasures, from 0. */
export type Erasure = AskErasure &
  Readonly<{
    entry: EntryNumber;
    askedBy: PersonId;
    askedAt: Instant;
    order?: Readonly<{ by: PersonId; at: Instant; digests: readonly string[] }>;
  }>;

/** What an erasure is decided on. */
export type ErasureFile = CaseFile &
  Readonly<{ personal: readonly PersonalValue[]; erasures: readonly Erasure[] }>;

const digestsOf = (
  { personal, entries }: ErasureFile,
  { kinds, withdrawn = [] }: AskErasure,
): readonly string[] =>
  personal
    .filter(({ kind }) => kinds.some((one) => one === kind))
    .filter(({ entry }) => {
      // What a correction put into an entry is of that entry.
      const of = entries.find((note) => note.entry === entry)?.filedWith ?? entry;
      return withdrawn.length === 0 || withdrawn.includes(of);
    })
    .map(({ digest }) => digest);

const steps = {
  'erasure/ask': act<AskErasure, NewErasureAsked, ErasureFile>({
    title: { zh: '申请删除个人信息', en: 'Ask for an erasure' },
    entry: askErasureSchema,
    by: ['officer', 'auditor'],
    requires: [requestedByOfficerOrAuditor],
    demands: [groundStated, entriesWithdrawn, purposeAchieved, nothingPending, retentionEnded],
    records: 'ErasureAsked',
  }),
  'erasure/order': act<OrderErasure, NewErasureOrdered, ErasureFile>({
    title: { zh: '批准并执行删除', en: 'Order an erasure, which is then carried out' },
    entry: orderErasureSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [orderedByLeader],
    demands: [
      erasureRequested,
      orderedByAnother,
      purposeStillAchieved,
      nothingPendingStill,
      retentionEndedStill,
    ],
    records: 'ErasureOrdered',
    record: ({ asked: request }, file, { now, actor }) =>
      file.erasures
        .filter(({ entry, order }) => entry === request && order === undefined)
        .map((erasure) => ({
          type: 'ErasureOrdered',
          v: 1,
          occurredAt: now,
          actors: [actor],
          data: { asked: request, digests: digestsOf(file, erasure) },
        })),
  }),
};

export type ErasureActName = keyof typeof steps;
/** What is entered for an act of that name. */
export type ErasureEntryOf<Name extends ErasureActName> =
  (typeof steps)[Name] extends Act<infer Data, infer _Recorded, ErasureFile> ? Data : never;

/** The acts of the side stream, by name. */
export const erasureActs: {
  readonly [Name in ErasureActName]: Act<ErasureEntryOf<Name>, NewErasureEvent, ErasureFile>;
} = steps;

/**
 * Pure: the events of an act of `context.actor`; throws one `Refusal` with every reason. No event where the erasure was
 * ordered before: that order is in force, and is to be carried out.
 */
export const decideErasure = <Name extends ErasureActName>(
  name: Name,
  entry: ErasureEntryOf<Name>,
  file: ErasureFile,
  context: Context,
): readonly NewErasureEvent[] =>
  perform<ErasureEntryOf<Name>, NewErasureEvent, ErasureFile>(
    erasureActs[name],
    entry,
    file,
    atHead(file, context),
  );

/** The requests of a case in their order, each with the order that was given on it. */
export const erasuresOf = (history: readonly ErasureEvent[]): readonly Erasure[] =>
  history.reduce<readonly Erasure[]>((erasures, event) => {
    const { recordedBy: by, recordedAt: at } = event;
    if (event.type === 'ErasureAsked') {
      return [...erasures, { ...event.data, entry: event.revision, askedBy: by, askedAt: at }];
    }
    const { asked: request, digests } = event.data;
    return erasures.map((one) => (one.entry === request ? { ...one, order: { by, at, digests } } : one));
  }, []);
