/** Seized goods that cannot be kept are disposed of before the decision (先行处置): SAMR-P 41(3), 42(2). */
import { dayOf, type Fen, type LocalDate } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { late, signed } from '../evidence/recorded.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import * as law from './early-disposal-provisions.js';
import { stillSeized } from './provisions.js';
import type { ApproveSeizure } from './seizure.js';

/** What may be disposed of early: SAMR-P 41(3). */
export const earlyDisposalGrounds = [
  'perishable', // 容易损毁、灭失、变质
  'hard-to-keep', // 保管困难或者保管费用过高
  'seasonal', // 季节性商品
  'other', // 其他不宜长期保存的物品
] as const;
export type EarlyDisposalGround = (typeof earlyDisposalGrounds)[number];
/** Who holds the right to it is not known: the notice to come forward, and the last day of it. */
export type Announcement = Readonly<{ notice: Paper; until: LocalDate }>;
/**
 * seizure/request-early-disposal. `consent`: of whoever holds the right to the goods, or their application; without
 * it `announced`. `evidence`: what is kept of the goods, pictures, samples, records.
 */
export type EarlyDisposalTerms = Readonly<{
  seizure: EntryNumber;
  what: string;
  ground: EarlyDisposalGround;
  consent?: Paper;
  announced?: Announcement;
  evidence: readonly Paper[];
}>;
export const earlyDisposalManners = ['auctioned', 'sold', 'destroyed'] as const; // 拍卖、变卖、销毁
export type EarlyDisposalManner = (typeof earlyDisposalManners)[number];
/** seizure/dispose-early. `fen`: what it brought in, kept as money of the case; 0 for what was destroyed. */
export type DisposeEarly = Outside &
  ByOfficers &
  Readonly<{ approval: EntryNumber; manner: EarlyDisposalManner; fen: Fen; record: Paper }>;
export type GoodsDisposedOfEarly = Event<
  'GoodsDisposedOfEarly',
  Omit<DisposeEarly, 'occurredAt'> & Pick<EarlyDisposalTerms, 'seizure' | 'what' | 'ground'>
>;
export type EarlyDisposal = Readonly<{
  entry: EntryNumber;
  approval: EntryNumber;
  on: LocalDate;
  what: string;
  fen: Fen;
}>;

const termsOf = ({ seizure, what, ground, consent, announced, evidence }: EarlyDisposalTerms) => ({
  seizure,
  what,
  ground,
  ...(consent !== undefined && { consent }),
  ...(announced !== undefined && { announced: { notice: announced.notice, until: announced.until } }),
  evidence: [...evidence],
});

export const earlyDisposalActs = {
  'seizure/request-early-disposal': act<EarlyDisposalTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请先行处置', en: 'Ask for goods to be disposed of early' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.beforeConfiscation],
    demands: [stillSeized, law.goodsNamed, law.consentOrNotice, law.evidenceKept],
    record: (entry, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'early-disposal', terms: termsOf(entry) },
      },
    ],
  }),
  'seizure/approve-early-disposal': act<ApproveSeizure, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准先行处置', en: 'Approve the early disposal' },
    by: ['leader', 'principal'],
    requires: [law.disposalByLeader, caseOpen, law.beforeConfiscation],
    demands: givesApproval('early-disposal'),
    record: ({ approval }, _, { now, actor }) => [
      {
        type: 'ApprovalGiven',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { approval, matter: 'early-disposal' },
      },
    ],
  }),
  'seizure/dispose-early': act<DisposeEarly, Recorded<'GoodsDisposedOfEarly'>>({
    title: { zh: '先行处置物品', en: 'Dispose of goods early' },
    by: ['officer'],
    requires: [caseOpen, byHandler, law.beforeConfiscation],
    demands: [
      ...byOfficers,
      ...outsideAct,
      law.disposalApproved,
      law.disposedOnce,
      law.stillSeizedThen,
      law.proceedsEntered,
    ],
    names: ({ officers }) => officers,
    record: (entry, file, context) => {
      const terms = law.disposalTerms(file, entry.approval);
      // `seizure/early-disposal-approved` has refused what was not approved.
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

export const earlyDisposalFolds: Folds<'GoodsDisposedOfEarly'> = {
  GoodsDisposedOfEarly: ({ seizures }, { data, revision, occurredAt }) => ({
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
};
