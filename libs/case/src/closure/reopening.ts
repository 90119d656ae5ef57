/** A closed case that goes on (恢复办理), where something of its decision is still owed: APL 66; ACL 39, 40. */
import type { Entry } from '@anjuan/entry';
import { acl, apl, dayOf, policy, samrP, type LocalDate } from '@anjuan/law';
import {
  type Context,
  type EntryNumber,
  type EntryProvision,
  type Event,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
  notInThisCase,
} from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { resumedAfterTermination } from '../execution-suspension/standing.js';
import { owed } from '../execution/owed.js';
import { surchargeOf, type Debtor } from '../execution/surcharge.js';
import { confiscatedGoodsLeft, type Decided } from '../goods/confiscated.js';
import type { CaseFile } from '../steps.js';
import { reopenCaseSchema } from './entries.js';

/** closure/reopen: by a leader, on the paper that shows the money or the property found; the case is closed anew. */
export type ReopenCase = Entry<typeof reopenCaseSchema>;
export type CaseReopened = Event<'CaseReopened', ReopenCase>;
export type Reopening = Readonly<{ entry: EntryNumber; on: LocalDate }>;

export const reopenedByLeader = actsAs({
  id: 'closure/reopened-by-a-leader',
  cites: policy('已结案件的恢复办理由负责人决定；A leader decides that a closed case goes on'),
  also: [samrP(77)],
  says: '结案由负责人批准，已结案件的恢复办理由负责人决定',
  en: 'A leader approved the closure, and a leader decides that the case goes on',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const caseClosed: Provision<Pick<CaseFile, 'closure'>> = {
  id: 'closure/closed',
  cites: policy('恢复办理针对已经结案的案件；What is reopened has been closed'),
  also: [samrP(77)],
  says: '恢复办理针对已经结案的案件',
  en: 'The case has been closed',
  noCure: notInThisCase,
  holds: ({ closure }) => closure !== undefined,
};

type Owing = Debtor & Decided & Pick<CaseFile, 'goods' | 'execution'>;

const moneyOwed = (file: Debtor, { today, calendar }: Context): boolean => {
  const { left } = owed(file);
  return left.fine > 0 || left.gains > 0 || surchargeOf(file, today, calendar).left > 0;
};

/** Besides, a closed case is reopened only by a change of its decision, or by the police giving it back. */
export const somethingStillOwed: Provision<Owing> = {
  id: 'closure/something-still-owed',
  cites: apl(66, 1),
  also: [acl(40)],
  says: '行政处罚决定依法作出后，当事人应当在行政处罚决定书载明的期限内，予以履行',
  en: 'A decision that stands asks for money that has not been paid: fine, illegal gains or surcharge; or for goods that have not been handed over',
  noCure: notInThisCase,
  holds: (file, context) => moneyOwed(file, context) || confiscatedGoodsLeft(file),
};

/** Goods that were found are no money: the execution itself goes on. */
export const moneyStillOwed: EntryProvision<Owing, ReopenCase> = {
  ...somethingStillOwed,
  cure: {
    zh: '没有未缴款项、仅有未交出的没收物品的，选择恢复执行',
    en: 'Where only goods are still owed, choose that the execution is resumed',
  },
  fields: ['/ground'],
  holds: ({ ground }, file, context) =>
    ground !== 'money-came' || moneyOwed(file, context) || !confiscatedGoodsLeft(file),
};

/** What a court has ended, the court resumes: CPL. */
export const executionMayResume: EntryProvision<Pick<CaseFile, 'executionTermination'>, ReopenCase> = {
  id: 'closure/execution-may-be-resumed',
  cites: acl(39, 2),
  also: [
    acl(40),
    policy(
      '行政机关终结执行后发现可供执行的财产的，可以恢复执行；法院终结的，由法院恢复；What the agency ended it resumes when property is found; what a court ended, the court does',
    ),
  ],
  says: '对没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行的，行政机关不再执行',
  en: 'The agency itself ended the execution, and not because it had been suspended for three years',
  cure: {
    zh: '三年未恢复而终结的不再执行，法院终结的向法院申请恢复；收到款项的，选择相应情形',
    en: 'What ended after three years is not executed any more, and what a court ended the court resumes; where money has come in, choose that',
  },
  fields: ['/ground'],
  holds: ({ ground }, { executionTermination }) =>
    ground !== 'execution-resumed' ||
    (executionTermination !== undefined && executionTermination.ground !== 'three-years-suspended'),
};

export const reopeningReasoned: EntryProvision<unknown, ReopenCase> = {
  id: 'closure/reopening-reasoned',
  cites: policy('恢复办理应当说明理由；Who reopens a case says why'),
  also: [samrP(77)],
  says: '恢复办理已结案件应当说明理由',
  en: 'It is stated why the case goes on',
  cure: { zh: '写明恢复办理的理由', en: 'State the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const reopeningActs = {
  'closure/reopen': act<ReopenCase, Recorded<'CaseReopened'>>({
    title: { zh: '恢复办理已结案件', en: 'Reopen a closed case' },
    entry: reopenCaseSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    // For one of several parties the case goes on for all.
    of: 'any-party',
    requires: [reopenedByLeader, caseClosed, somethingStillOwed],
    demands: [moneyStillOwed, executionMayResume, reopeningReasoned],
    records: 'CaseReopened',
  }),
};

export const reopeningEvents: Events<CaseReopened> = {
  /** It is closed and archived anew; where money has come in, its execution stays ended, and nothing runs up. */
  CaseReopened: eventKind(
    { v: 1, volume: 'closing', personal: {} },
    (file, { revision, occurredAt, data: { ground } }) => ({
      reopened: { entry: revision, on: dayOf(occurredAt) },
      closure: undefined,
      archived: undefined,
      ...(ground === 'execution-resumed' && resumedAfterTermination(file, revision, dayOf(occurredAt))),
    }),
  ),
};
