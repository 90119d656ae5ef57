/** Closure (结案): SAMR-P 77. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { approvalOf, givesApproval } from '../approval/approval.js';
import type { Recorded } from '../case-event.js';
import { changeCarriedOut } from '../decision-change/provisions.js';
import { allConfirmed } from '../entry/provisions.js';
import { nothingPreserved } from '../preservation/provisions.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import {
  approvedByLeader,
  fileHandedIn,
  groundDemands,
  moneyBanked,
  noClosureRequestOpen,
  noOtherApprovalOpen,
  ofTermsAsked,
  seizuresEnded,
  underWay,
} from './provisions.js';

/** SAMR-P 77(1), (一)–(五); a case that was sent to another agency is one of (五). */
export const closureGrounds = [
  'executed', // 行政处罚决定执行完毕
  'court-ended-execution', // 人民法院裁定终结执行
  'execution-terminated', // 行政机关终结执行
  'investigation-ended', // 案件终止调查
  'decision-annulled', // 决定被撤销且不再重新作出
  'transferred', // 案件已经移送其他机关
  'no-penalty', // 作出第六十条第一款第二项至第五项决定
  'other', // 其他应予结案的情形
] as const;
export type ClosureGround = (typeof closureGrounds)[number];
/** closure/request */
export type ClosureTerms = Readonly<{ ground: ClosureGround; note?: string }>;
/** closure/approve */
export type ApproveClosure = Readonly<{ approval: EntryNumber }>;
export type CaseClosed = Event<'CaseClosed', { approval: EntryNumber; ground: ClosureGround }>;
export type Closure = Readonly<{ entry: EntryNumber; ground: ClosureGround; closedOn: LocalDate }>;

const nothingLeft = [
  changeCarriedOut,
  nothingPreserved,
  allConfirmed,
  seizuresEnded,
  moneyBanked,
  fileHandedIn,
];

export const acts = {
  'closure/request': act<ClosureTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请结案', en: 'Ask for closure' },
    by: ['officer'],
    requires: [underWay, byThoseInCharge, noClosureRequestOpen, ...nothingLeft],
    demands: [...groundDemands],
    record: ({ ground, note }, _, { now, actor }) => [
      {
        type: 'ApprovalRequested',
        v: 1,
        occurredAt: now,
        actors: [actor],
        data: { matter: 'closure', terms: { ground, ...(note !== undefined && { note }) } },
      },
    ],
  }),
  'closure/approve': act<ApproveClosure, Recorded<'ApprovalGiven'> | Recorded<'CaseClosed'>>({
    title: { zh: '批准结案', en: 'Approve closure' },
    by: ['leader', 'principal'],
    requires: [underWay, approvedByLeader, ...nothingLeft],
    demands: [...givesApproval('closure'), noOtherApprovalOpen, ...groundDemands.map(ofTermsAsked)],
    record: ({ approval }, file, { now, actor }) => {
      const asked = approvalOf(file, approval);
      const ground = asked?.matter === 'closure' ? asked.terms.ground : 'other';
      const done = { v: 1, occurredAt: now, actors: [actor] } as const;
      return [
        { type: 'ApprovalGiven', ...done, data: { approval, matter: 'closure' } },
        { type: 'CaseClosed', ...done, data: { approval, ground } },
      ];
    },
  }),
};

export const folds: Folds<'CaseClosed'> = {
  CaseClosed: (_, { revision, occurredAt, data: { ground } }) => ({
    closure: { entry: revision, ground, closedOn: dayOf(occurredAt) },
  }),
};
