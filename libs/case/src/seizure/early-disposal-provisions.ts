/** When seized goods are disposed of before the decision, and what becomes of the money: SAMR-P 41(3), 42(2). */
import {
  type EntryProvision,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
  happenedAt,
} from '@anjuan/procedure';
import { policy, samrP } from '@anjuan/law';
import { approvalOf } from '../approval/approval.js';
import { approvedTerms } from '../approval/requested-terms.js';
import { goodsAt, goodsOf, kept, type OfGoods } from '../goods/ledger.js';
import type { Decided } from '../goods/confiscated.js';
import { notConfiscated, partsHere, stillHere } from '../goods/provisions.js';
import type { CaseFile } from '../steps.js';
import type { DisposeEarly, EarlyDisposalTerms } from './early-disposal.js';
import { atParts, disposedParts, notSold } from './parts.js';
import { seizureOf, stillSeized } from './provisions.js';

type Disposals = Pick<CaseFile, 'seizures' | 'approvals' | 'goods' | 'decision' | 'summary'>;

const mayBeDisposed =
  '容易损毁、灭失、变质、保管困难或者保管费用过高、季节性商品等不宜长期保存的物品，在确定为罚没财物前，经权利人同意或者申请，并经市场监督管理部门负责人批准，在采取相关措施留存证据后，可以依法先行处置';

export const beforeConfiscation: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'seizure/disposed-of-before-the-decision',
  cites: samrP(41, 3),
  says: mayBeDisposed,
  en: 'Early means before the decision: afterwards goods are confiscated and disposed of, or given back',
  cure: { zh: '决定之后按没收物品处置或者退还', en: 'Dispose of confiscated goods, or give them back' },
  curedBy: ['execution/dispose-of-goods', 'seizure/request-lifting'],
  instead: true,
  holds: ({ decision }) => decision === undefined,
};

export const goodsNamed: EntryProvision<unknown, EarlyDisposalTerms> = {
  id: 'seizure/early-disposal-names-the-goods',
  cites: samrP(41, 3),
  says: mayBeDisposed,
  en: 'What of the seized goods cannot be kept is named',
  cure: { zh: '写明先行处置的物品', en: 'Name the goods' },
  fields: ['/what'],
  holds: ({ what }) => filled(what),
};

/** A notice that was over when the goods were taken was not of these goods. */
export const consentOrNotice: EntryProvision<Pick<CaseFile, 'seizures'>, EarlyDisposalTerms> = {
  id: 'seizure/consent-or-public-notice',
  cites: samrP(41, 3),
  says: '权利人不明确的，可以依法公告，公告期满后仍没有权利人同意或者申请的，可以依法先行处置',
  en: 'Whoever holds the right to the goods consents or applies; where nobody is known, a public notice has run out',
  cure: {
    zh: '上传权利人的书面同意或者申请；权利人不明确的，先公告并待期满',
    en: 'Add the written consent or application; where nobody is known, give public notice and wait',
  },
  fields: ['/announced', '/consent', '/seizure'],
  holds: ({ seizure, consent, announced }, file, { today }) => {
    if (consent !== undefined) return true;
    const from = seizureOf(file, seizure)?.takenOn;
    return (
      announced !== undefined && announced.until < today && (from === undefined || announced.until > from)
    );
  },
};

export const evidenceKept: EntryProvision<unknown, EarlyDisposalTerms> = {
  id: 'seizure/evidence-kept-before-disposal',
  cites: samrP(41, 3),
  says: '在采取相关措施留存证据后，可以依法先行处置',
  en: 'Pictures, samples or records of the goods are kept before they go',
  cure: { zh: '上传留存的照片、样品或者记录', en: 'Add what is kept of them' },
  fields: ['/evidence'],
  holds: ({ evidence }) => evidence.length > 0,
};

/** Where no parts are named all that is left is: not the price of what was sold already. */
const leftToBeSold: EntryProvision<OfGoods, EarlyDisposalTerms> = {
  ...stillHere,
  fields: ['/parts', '/seizure'],
  holds: ({ seizure, parts }, file) => {
    const left = goodsOf(file, seizure).filter((goods) => kept(goods) > 0);
    return parts !== undefined || left.length === 0 || left.some((goods) => notSold(goods) > 0);
  },
};

export const goodsOfTheList = [
  ...partsHere<EarlyDisposalTerms>(
    'parts',
    [...atParts, '/what'],
    (entry, file) => disposedParts(file, entry),
    (_, goods) => notSold(goods),
  ),
  leftToBeSold,
];

/** What a decision on another party has confiscated is disposed of as confiscated. */
export const goodsOfNobodyElse = notConfiscated<EarlyDisposalTerms, OfGoods & Decided>(
  [...atParts, '/what'],
  (entry, file) => disposedParts(file, entry),
);

export const disposalByLeader = actsAs({
  id: 'seizure/early-disposal-approved-by-a-leader',
  cites: samrP(41, 3),
  says: '经权利人同意或者申请，并经市场监督管理部门负责人批准',
  en: 'A leader of the agency approves the early disposal',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const disposalTerms = approvedTerms('early-disposal');

/** Decided on between the request and the disposal. */
export const disposedOfNobodyElse = notConfiscated<DisposeEarly, Disposals & Decided>(
  ['/approval'],
  ({ approval }, file) => {
    const terms = disposalTerms(file, approval);
    return terms === undefined ? [] : disposedParts(file, terms);
  },
);

/** Some may have been given back since it was approved; a list that named none, of before that was refused, is of nothing. */
const goodsStillThere = (file: Disposals, terms: EarlyDisposalTerms | undefined): boolean =>
  terms !== undefined &&
  terms.parts?.length !== 0 &&
  disposedParts(file, terms).every((part) => {
    const goods = goodsAt(file, part);
    return goods !== undefined && part.quantity <= notSold(goods);
  });

export const disposalApproved: EntryProvision<Disposals, DisposeEarly> = {
  id: 'seizure/early-disposal-approved',
  cites: samrP(41, 3),
  says: '经权利人同意或者申请，并经市场监督管理部门负责人批准',
  en: 'A leader had approved it before the goods went, of goods that are still here',
  cure: { zh: '先申请并经负责人批准', en: 'Ask for it, and have a leader approve it first' },
  curedBy: ['seizure/request-early-disposal', 'seizure/approve-early-disposal'],
  fields: ['/approval', '/occurredAt'],
  holds: (entry, file, context) =>
    goodsStillThere(file, disposalTerms(file, entry.approval)) &&
    (approvalOf(file, entry.approval)?.answeredAt ?? '') <= happenedAt(entry, context),
};

export const disposedOnce: EntryProvision<Disposals, DisposeEarly> = {
  id: 'seizure/early-disposal-once',
  cites: policy('一次批准只处置一次；One approval carries one disposal'),
  says: '每次先行处置应当各有批准',
  en: 'Every early disposal has an approval of its own',
  cure: { zh: '另行申请批准', en: 'Ask for another approval' },
  curedBy: ['seizure/request-early-disposal', 'seizure/approve-early-disposal'],
  fields: ['/approval'],
  holds: ({ approval }, { seizures }) =>
    !seizures.some(({ disposals = [] }) => disposals.some((one) => one.approval === approval)),
};

/** The goods may have been given back since it was approved. */
export const stillSeizedThen: EntryProvision<Disposals, DisposeEarly> = {
  ...stillSeized,
  fields: ['/approval'],
  holds: ({ approval }, file, context) => {
    const terms = disposalTerms(file, approval);
    return terms === undefined || stillSeized.holds(terms, file, context);
  },
};

export const proceedsEntered: EntryProvision<unknown, DisposeEarly> = {
  id: 'seizure/proceeds-entered',
  cites: samrP(41, 3),
  says: '先行处置所得款项按照涉案现金管理',
  en: 'What a sale brought in is entered in whole fen and kept as money of the case; what is destroyed brings nothing',
  cure: { zh: '填写处置所得款项；销毁的填零', en: 'Enter what it brought in; zero for what is destroyed' },
  fields: ['/fen', '/manner'],
  holds: ({ manner, fen }) => Number.isSafeInteger(fen) && (manner === 'destroyed' ? fen === 0 : fen > 0),
};
