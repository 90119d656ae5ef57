/** Seized goods that cannot be kept are disposed of before the decision (先行处置): SAMR-P 41(3), 42(2). */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import { happenedAt, late, officersAsActors, outsideAct, signed } from '@anjuan/procedure';
import type { EntryNumber, Event } from '@anjuan/procedure';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { isSame, partOf, quantityIn, without, type OfGoods, type Part } from '../goods/ledger.js';
import { byHandler, byOfficersThere } from '../initiation/in-charge.js';
import { leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import * as law from './early-disposal-provisions.js';
import { disposedParts } from './parts.js';
import { stillSeized } from './provisions.js';
import type { ApproveSeizure } from './seizure.js';
import { type announcementSchema, requestEarlyDisposalSchema, disposeEarlySchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';

export {
  earlyDisposalGrounds,
  type EarlyDisposalGround,
  earlyDisposalManners,
  type EarlyDisposalManner,
} from './words.js';
/** Who holds the right to it is not known: the notice to come forward, and the last day of it. */
export type Announcement = Entry<typeof announcementSchema>;
/**
 * seizure/request-early-disposal. `consent`: of the holder of the right to the goods, or their application; without
 * it `announced`. `evidence`: what is kept of the goods, pictures, samples, records.
 */
export type EarlyDisposalTerms = Entry<typeof requestEarlyDisposalSchema>;
/** seizure/dispose-early. `fen`: what it brought in, kept as money of the case; 0 for what was destroyed. */
export type DisposeEarly = Entry<typeof disposeEarlySchema>;
export type GoodsDisposedOfEarly = Event<
  'GoodsDisposedOfEarly',
  Omit<DisposeEarly, 'occurredAt'> & Pick<EarlyDisposalTerms, 'seizure' | 'what' | 'parts' | 'ground'>
>;
export type EarlyDisposal = Readonly<{
  entry: EntryNumber;
  approval: EntryNumber;
  on: LocalDate;
  what: string;
  fen: Fen;
}>;

const withParts = (parts: readonly Part[] | undefined) =>
  parts === undefined ? {} : { parts: parts.map(partOf) };

/** All that is left by then, where the approval names no parts. */
const whatGoes = (file: OfGoods, terms: EarlyDisposalTerms) => {
  const parts = disposedParts(file, terms);
  return parts.length > 0 ? withParts(parts) : {};
};

const termsOf = ({ seizure, what, parts, ground, consent, announced, evidence }: EarlyDisposalTerms) => ({
  seizure,
  what,
  ...withParts(parts),
  ground,
  ...(consent !== undefined && { consent }),
  ...(announced !== undefined && { announced: { notice: announced.notice, until: announced.until } }),
  evidence: [...evidence],
});

export const earlyDisposalActs = {
  'seizure/request-early-disposal': act<EarlyDisposalTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请先行处置', en: 'Ask for goods to be disposed of early' },
    entry: requestEarlyDisposalSchema,
    by: ['officer'],
    of: 'any-party',
    requires: [leadOrCaseOpen, byHandler, law.beforeConfiscation],
    demands: [
      stillSeized,
      law.goodsNamed,
      ...law.goodsOfTheList,
      law.goodsOfNobodyElse,
      law.consentOrNotice,
      law.evidenceKept,
    ],
    records: 'ApprovalRequested',
    matter: 'early-disposal',
    data: (entry) => ({ matter: 'early-disposal', terms: termsOf(entry) }),
  }),
  'seizure/approve-early-disposal': act<ApproveSeizure, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准先行处置', en: 'Approve the early disposal' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    of: 'any-party',
    requires: [law.disposalByLeader, leadOrCaseOpen, law.beforeConfiscation],
    demands: givesApproval('early-disposal'),
    records: 'ApprovalGiven',
    matter: 'early-disposal',
    data: ({ approval }) => ({ approval, matter: 'early-disposal' }),
  }),
  'seizure/dispose-early': act<DisposeEarly, Recorded<'GoodsDisposedOfEarly'>>({
    title: { zh: '先行处置物品', en: 'Dispose of goods early' },
    entry: disposeEarlySchema,
    by: ['officer'],
    of: 'any-party',
    requires: [leadOrCaseOpen, law.beforeConfiscation],
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      law.disposalApproved,
      law.disposedOnce,
      law.disposedOfNobodyElse,
      law.stillSeizedThen,
      law.proceedsEntered,
    ],
    records: 'GoodsDisposedOfEarly',
    record: (entry, file, context) => {
      const terms = law.disposalTerms(file, entry.approval);
      // Without an approval `seizure/early-disposal-approved` has refused.
      if (terms === undefined) return [];
      return [
        {
          type: 'GoodsDisposedOfEarly',
          v: 1,
          occurredAt: happenedAt(entry, context),
          actors: officersAsActors(entry, context),
          data: {
            ...signed(entry),
            approval: entry.approval,
            seizure: terms.seizure,
            what: terms.what,
            ...whatGoes(file, terms),
            ground: terms.ground,
            manner: entry.manner,
            fen: entry.fen,
            record: entry.record,
            ...late(entry),
          },
        },
      ];
    },
  }),
};

/** What is destroyed is gone; what is sold is kept as its price, and given back or confiscated in its place. */
const goneEarly = (
  { goods }: OfGoods,
  data: GoodsDisposedOfEarly['data'],
  at: Readonly<{ entry: EntryNumber; on: LocalDate }>,
): OfGoods => {
  const named = disposedParts({ goods }, data);
  if (data.manner === 'destroyed') return without({ goods }, named, { ...at, how: 'destroyed-early' });
  return {
    goods: goods.map((one) =>
      named.some((part) => isSame(part, one))
        ? { ...one, soldEarly: (one.soldEarly ?? 0) + quantityIn(named, one) }
        : one,
    ),
  };
};

export const earlyDisposalEvents: Events<GoodsDisposedOfEarly> = {
  GoodsDisposedOfEarly: eventKind(
    { v: 1, volume: 'property', personal: {}, refersTo: ['approval', 'seizure'] },
    ({ seizures, goods }, { data, revision, occurredAt }) => ({
      ...goneEarly({ goods }, data, { entry: revision, on: dayOf(occurredAt) }),
      seizures: seizures.map((seizure) =>
        seizure.entry === data.seizure
          ? {
              ...seizure,
              disposals: [
                ...(seizure.disposals ?? []),
                {
                  entry: revision,
                  approval: data.approval,
                  on: dayOf(occurredAt),
                  what: data.what,
                  fen: data.fen,
                },
              ],
            }
          : seizure,
      ),
    }),
  ),
};
