/** Who checks a lead, which days count, and when it may be put to rest: SAMR-P 18–20; SAMR-C 35(2); ACL 28. */
import {
  type EntryProvision,
  type Outside,
  type Provision,
  actsAs,
  checkEntry,
  credentialValid,
  forSomebodyElse,
  happenedAt,
  holdsCapacity,
  notInThisCase,
} from '@anjuan/procedure';
import { acl, apl, dayOf, policy, samrC, samrP } from '@anjuan/law';
import { noTransferPending } from '../decision/no-transfer-pending.js';
import { nothingPreserved } from '../preservation/term.js';
import { papersServed } from '../seizure/absent.js';
import { goodsOf, kept } from '../goods/ledger.js';
import type { CaseFile } from '../steps.js';
import type { LeaveOutIdentification, MergeLead, NameCheckers } from './lead-course.js';

type OfLead = Pick<CaseFile, 'lead'>;

export const checkersNamedByUnitHead = actsAs({
  id: 'initiation/checkers-named-by-the-unit-head',
  cites: policy('核查人员由办案机构负责人指定；The unit head names who checks a lead'),
  also: [samrP(18), samrP(19, 2)],
  says: '案源的核查人员由办案机构负责人指定',
  en: 'The unit head names the officers who check the lead',
  noCure: forSomebodyElse,
  capacities: ['unit-head'],
});

export const checkersQualified: EntryProvision<unknown, NameCheckers> = {
  id: 'initiation/checkers-qualified',
  cites: apl(42, 1),
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'Every checker is an officer whose credential is valid on the day, and is named once',
  cure: { zh: '指定执法证在有效期内的人员', en: 'Name officers with valid credentials' },
  fields: ['/checkers'],
  holds: ({ checkers }, _, context) =>
    checkers.length > 0 &&
    new Set(checkers).size === checkers.length &&
    checkers.every(
      (person) =>
        holdsCapacity(context, person, 'officer') && credentialValid(context, person, context.today),
    ),
};

export const daysOfTheCheck: EntryProvision<OfLead, LeaveOutIdentification> = {
  id: 'initiation/days-of-the-check',
  cites: samrP(18, 2),
  says: '检测、检验、检疫、鉴定以及权利人辨认或者鉴别等所需时间，不计入前款规定期限',
  en: 'The days left out are those of the identification: of this check, in their order, not in the future',
  cure: checkEntry,
  fields: ['/from', '/to'],
  holds: ({ from, to }, { lead }, { today }) =>
    lead === undefined || (lead.receivedOn <= from && from <= to && to <= today),
};

/** What an inspection found has no reporter who could come back: an officer would begin the period anew at will. */
export const reporterKnown: Provision<OfLead> = {
  id: 'initiation/supplemented-by-its-reporter',
  cites: samrC(35, 2),
  says: '对于同一举报人以补充新的事实为由再次举报同一被举报人的，可以合并处理，并自收到最后一次举报之日起重新计算处理期限',
  en: 'The lead is the report of somebody who is known, so that it can be the same one who comes back',
  noCure: notInThisCase,
  holds: ({ lead }) => lead?.realName !== false,
};

/** Otherwise one word would put to rest what nobody has reported before. */
export const mergedOfKnownReporter: EntryProvision<OfLead, MergeLead> = {
  id: 'initiation/merged-of-a-known-reporter',
  cites: samrC(35, 2),
  says: '市场监督管理部门对于同一举报人就同一涉嫌违法事实重复举报同一被举报人的，不再另行处理',
  en: 'Only what somebody known has reported can be reported again by the same reporter',
  cure: {
    zh: '举报人未实名的，选择不同案源反映同一违法行为，或者另行核查',
    en: 'Where the reporter is not known, choose leads of the same breach, or check this one by itself',
  },
  fields: ['/ground'],
  holds: ({ ground }, { lead }) => ground === 'same-matter' || lead?.realName !== false,
};

export const supplementedAfterReceived: EntryProvision<OfLead, Outside> = {
  id: 'initiation/supplemented-after-it-was-received',
  cites: samrC(35, 2),
  says: '对于同一举报人以补充新的事实为由再次举报同一被举报人的，可以合并处理，并自收到最后一次举报之日起重新计算处理期限',
  en: 'The reporter comes back after the report that is being checked',
  cure: checkEntry,
  fields: ['/occurredAt'],
  holds: (entry, { lead }, context) =>
    lead === undefined || lead.receivedOn <= dayOf(happenedAt(entry, context)),
};

export const decidedAgainst: Provision<OfLead> = {
  id: 'initiation/decided-against',
  cites: policy(
    '不予立案后有新的证据的，可以重新核查；On new evidence a lead that was not filed is checked anew',
  ),
  also: [samrP(18), samrP(20)],
  says: '重新核查针对已经决定不予立案或者合并处理的案源',
  en: 'The leader has decided against filing the lead, or to deal with it in another, and it has not been reopened since',
  noCure: notInThisCase,
  holds: ({ lead }) => lead?.notFiled !== undefined || lead?.merged !== undefined,
};

/** Nothing is confiscated on a lead: its seizures are lifted, or went with the case to the police. */
export const nothingSeized: Provision<Pick<CaseFile, 'seizures' | 'goods'>> = {
  id: 'initiation/nothing-seized-any-more',
  cites: acl(28, 1),
  also: [acl(21)],
  says: '有下列情形之一的，行政机关应当及时作出解除查封、扣押决定',
  en: 'What was sealed or seized on the lead has been given back, or handed to the police',
  cure: { zh: '先解除查封、扣押', en: 'Lift the seizure first' },
  curedBy: ['seizure/request-lifting', 'seizure/approve-lifting', 'seizure/lift'],
  holds: (file) =>
    file.seizures.flatMap(({ entry }) => goodsOf(file, entry)).every((goods) => kept(goods) === 0),
};

/** A lead that is put to rest keeps nobody's goods, and no report of a crime waits in it; as a case that is closed. */
export const nothingHeld = [nothingSeized, nothingPreserved, papersServed, noTransferPending] as const;
