/** A leader approves that a seizure is lifted: SAMR-P 36; ACL 28. */
import {
  type EntryNumber,
  type EntryProvision,
  actsAs,
  forSomebodyElse,
  happenedAt,
} from '@anjuan/procedure';
import { acl, policy, samrP } from '@anjuan/law';
import { givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { heldFreely, type Decided } from '../goods/confiscated.js';
import { goodsAt, ofMeasure, partOf, within, type Part } from '../goods/ledger.js';
import { partsFree } from '../goods/provisions.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { atParts, partsOfSeizure } from './parts.js';
import { liftedForReason, seizureOf, stillSeized } from './provisions.js';
import type { ApproveSeizure, LiftSeizure } from './seizure.js';
import { requestLiftingSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import { giveApprovalSchema } from '../approval/entries.js';

/** seizure/request-lifting */
export type LiftingTerms = Entry<typeof requestLiftingSchema>;

type Lifting = Pick<CaseFile, 'seizures' | 'approvals' | 'goods'> & Decided;

export const liftingApprovedByLeader = actsAs({
  id: 'seizure/lifting-approved-by-a-leader',
  cites: samrP(36),
  says: '采取或者解除行政强制措施，应当经市场监督管理部门负责人批准',
  en: 'A leader of the agency approves that the seizure is lifted',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

const asksFor = (file: Lifting, seizure: EntryNumber) =>
  file.approvals.flatMap((request) =>
    request.matter === 'seizure-lifting' && request.terms.seizure === seizure ? [request] : [],
  );

/** Given back otherwise, handed over, or confiscated since: nothing of what was approved can be lifted any more. */
const nothingFree = (file: Lifting, seizure: EntryNumber, parts: readonly Part[] = []): boolean =>
  ofMeasure(seizure, parts).every((part) => {
    const goods = goodsAt(file, part);
    return goods === undefined || heldFreely(file, goods) === 0;
  });

/** An approval carries one lifting: what was given back since has used it, and so has what left nothing of its parts. */
const unused = (file: Lifting, seizure: EntryNumber) => {
  const liftings = seizureOf(file, seizure)?.liftings ?? [];
  return asksFor(file, seizure).filter(
    ({ entry, state, terms }) =>
      !liftings.some((lifting) => lifting > entry) &&
      !(state === 'given' && terms.parts !== undefined && nothingFree(file, seizure, terms.parts)),
  );
};

/** The parts of the seizure that a leader approved; undefined for the whole of it, or where none did. */
export const approvedParts = (file: Lifting, seizure: EntryNumber): readonly Part[] | undefined =>
  unused(file, seizure).find(({ state }) => state === 'given')?.terms.parts;

const covers = (approved: readonly Part[] | undefined, parts: readonly Part[] = []): boolean =>
  approved === undefined || within(ofMeasure(0, parts), ofMeasure(0, approved));

/** A leader who refuses to approve a measure taken at once thereby orders it lifted (ACL 19). */
const orderedByLeader = (file: Lifting, seizure: EntryNumber): boolean =>
  seizureOf(file, seizure)?.urgent?.madeUp?.agreed === false;

export const liftingApproved: EntryProvision<Lifting, LiftSeizure> = {
  id: 'seizure/lifting-approved',
  cites: samrP(36),
  also: [acl(19)],
  says: '采取或者解除行政强制措施，应当经市场监督管理部门负责人批准',
  en: 'A leader has approved the lifting of these goods, or has refused to approve a measure taken at once',
  cure: { zh: '申请解除并经负责人批准', en: 'Ask for the lifting and have a leader approve it' },
  curedBy: ['seizure/request-lifting', 'seizure/approve-lifting'],
  fields: ['/occurredAt', '/parts', '/seizure'],
  holds: (entry, file, context) =>
    seizureOf(file, entry.seizure) === undefined ||
    orderedByLeader(file, entry.seizure) ||
    unused(file, entry.seizure).some(
      ({ state, answeredAt = '', terms }) =>
        state === 'given' && answeredAt <= happenedAt(entry, context) && covers(terms.parts, entry.parts),
    ),
};

export const oneLiftingRequest: EntryProvision<Lifting, LiftingTerms> = {
  id: 'seizure/one-lifting-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '解除申请待批或者已经批准的，不再重复申请',
  en: 'No lifting of this seizure waits for approval or has been approved already',
  curedBy: ['approval/withdraw', 'seizure/lift'],
  fields: ['/seizure'],
  holds: ({ seizure }, file) =>
    !unused(file, seizure).some(({ state }) => state === 'open' || state === 'given'),
};

export const liftingActs = {
  'seizure/request-lifting': act<LiftingTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请解除查封、扣押', en: 'Ask for the lifting of a seizure' },
    entry: requestLiftingSchema,
    by: ['officer'],
    // It only lets go: nobody waits for a leader who took no part.
    exemptFrom: ['review/leader-stands-apart'],
    requires: [leadOrCaseOpen, byHandler],
    demands: [
      stillSeized,
      ...partsFree<LiftingTerms>('parts', atParts, partsOfSeizure),
      oneLiftingRequest,
      liftedForReason,
    ],
    records: 'ApprovalRequested',
    matter: 'seizure-lifting',
    data: ({ seizure, parts, reason }) => ({
      matter: 'seizure-lifting',
      terms: { seizure, ...(parts !== undefined && { parts: parts.map(partOf) }), reason },
    }),
  }),
  'seizure/approve-lifting': act<ApproveSeizure, Recorded<'ApprovalGiven'>>({
    title: { zh: '批准解除查封、扣押', en: 'Approve the lifting of a seizure' },
    entry: giveApprovalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [liftingApprovedByLeader, leadOrCaseOpen],
    demands: givesApproval('seizure-lifting'),
    records: 'ApprovalGiven',
    matter: 'seizure-lifting',
    data: ({ approval }) => ({ approval, matter: 'seizure-lifting' }),
  }),
};
