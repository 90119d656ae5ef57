/** Who lengthens the period for deciding, when, and by how much: SAMR-P 64. */
import {
  type EntryProvision,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
  stageOver,
} from '@anjuan/procedure';
import { all, apl, arl, isLocalDate, policy, samrP } from '@anjuan/law';
import { requestedTerms } from '../approval/requested-terms.js';
import type { CaseFile } from '../steps.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import type { DecisionExtensionTerms, ExtendFurther, LeaveOut } from './decision-period.js';
import { decisionDue, extensionsOf, periodBegins, type Timed } from './due.js';

type Period = Parameters<typeof extensionsOf>[0];
type Approvals = Pick<CaseFile, 'approvals'>;
/** What the leaders fix may be long, but it is a number of days. */
const mostDays = 36_600;

export const stillToDecide: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'decision-period/still-to-decide',
  cites: apl(60),
  says: '行政机关应当自行政处罚案件立案之日起九十日内作出行政处罚决定',
  en: 'The period is lengthened as long as the case has not been decided',
  noCure: stageOver,
  holds: ({ decision }) => decision === undefined,
};

export const periodNotOver: Provision<Timed> = {
  id: 'decision-period/not-over-yet',
  cites: policy('期限届满前办理延期；A period is lengthened before it is over'),
  also: [samrP(64, 1)],
  says: '不能在规定期限内作出处理决定的，应当在期限届满前办理延期',
  en: 'A period that is over cannot be lengthened: the decision then says why it is late',
  cure: { zh: '已逾期的，作出决定时写明逾期理由', en: 'Give the reason for the delay with the decision' },
  curedBy: ['decision/make'],
  instead: true,
  holds: (file, context) => context.today <= decisionDue(file, context),
};

export const notFixedByOrder: Provision<Parameters<typeof periodBegins>[0]> = {
  id: 'decision-period/not-fixed-by-an-order',
  cites: policy(
    '责令重新作出的期限不由本机关延长；A period that an organ or a court has fixed is not the agency’s to lengthen',
  ),
  also: [arl(64, 1), arl(77, 1), all(94)],
  says: '复议决定、判决确定了重新作出期限的，本机关不得延长',
  en: 'The period was not fixed by a reconsideration decision or a judgment',
  cure: {
    zh: '在期限内作出决定；已逾期的，写明逾期理由',
    en: 'Decide in time; where it is late, say why with the decision',
  },
  curedBy: ['decision/make'],
  instead: true,
  holds: (file) => periodBegins(file)?.until === undefined,
};

export const extendedByLeader = actsAs({
  id: 'decision-period/extended-by-a-leader',
  cites: samrP(64, 1),
  says: '因案情复杂或者其他原因，不能在规定期限内作出处理决定的，经市场监督管理部门负责人批准，可以延长三十日',
  en: 'A leader of the agency approves thirty more days',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const firstExtension: Provision<Period> = {
  id: 'decision-period/thirty-days-once',
  cites: samrP(64, 1),
  says: '经市场监督管理部门负责人批准，可以延长三十日',
  en: 'One leader lengthens the period once; more is for the leaders together',
  cure: { zh: '由负责人集体讨论决定是否继续延期', en: 'Let the leaders decide together' },
  curedBy: ['decision-period/extend-further'],
  instead: true,
  holds: (file) => extensionsOf(file).length === 0,
};

export const oneExtensionRequest: Provision<Approvals> = {
  id: 'decision-period/one-request-at-a-time',
  cites: policy('同一事项同时只有一份申请；One request of a matter at a time'),
  says: '已有延期申请待批的，应当先撤回或者退回',
  en: 'No other request for more time is waiting',
  cure: { zh: '撤回原申请', en: 'Withdraw the earlier request' },
  curedBy: ['approval/return', 'approval/withdraw'],
  holds: ({ approvals }) =>
    !approvals.some(({ matter, state }) => matter === 'decision-extension' && state === 'open'),
};

export const whyLonger: EntryProvision<unknown, DecisionExtensionTerms> = {
  id: 'decision-period/complexity-explained',
  cites: samrP(64, 1),
  says: '因案情复杂或者其他原因，不能在规定期限内作出处理决定的',
  en: 'It is stated why the case cannot be decided in time',
  cure: { zh: '写明延期理由', en: 'State the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const extendedTogether = actsAs({
  id: 'decision-period/extended-by-the-leaders-together',
  cites: samrP(64, 1),
  says: '经延期仍不能作出处理决定的，应当由市场监督管理部门负责人集体讨论决定是否继续延期',
  en: 'The leaders of the agency decide together whether to lengthen the period further',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const extendedOnceBefore: Provision<Period> = {
  id: 'decision-period/after-the-thirty-days',
  cites: samrP(64, 1),
  says: '案情特别复杂或者有其他特殊情况，经延期仍不能作出处理决定的',
  en: 'The leaders decide on more time after the thirty days of one of them were not enough',
  cure: { zh: '先申请延长三十日', en: 'Ask for the thirty days first' },
  curedBy: ['decision-period/request-extension', 'decision-period/approve-extension'],
  holds: (file) => extensionsOf(file).length > 0,
};

export const periodFixed: EntryProvision<unknown, ExtendFurther> = {
  id: 'decision-period/period-fixed',
  cites: samrP(64, 1),
  says: '决定继续延期的，应当同时确定延长的合理期限',
  en: 'The leaders fix how many days more, and say why',
  cure: { zh: '确定延长日数并说明理由', en: 'Fix the number of days and give the reason' },
  fields: ['/days', '/reason'],
  holds: ({ days, reason }) => Number.isSafeInteger(days) && days > 0 && days <= mostDays && filled(reason),
};

export const leftOutForReason: EntryProvision<unknown, LeaveOut> = {
  id: 'decision-period/left-out-for-a-reason',
  cites: samrP(64, 2),
  says: '案件处理过程中，中止、听证、公告和检测、检验、检疫、鉴定、权利人辨认或者鉴别、责令退还多收价款等时间不计入前款所指的案件办理期限',
  en: 'It is stated what the time that does not count was used for',
  cure: { zh: '写明不计入期限的事项', en: 'State what it was used for' },
  fields: ['/what'],
  holds: ({ what }) => filled(what),
};

/** What is yet to come is left out when it is over; a case has no days before its filing. */
export const leftOutOfTheCase: EntryProvision<Pick<CaseFile, 'filing'>, LeaveOut> = {
  id: 'decision-period/left-out-days-are-past',
  cites: policy('不计入的时间以实际发生为准；Only days that have passed in the case are left out'),
  also: [samrP(64, 2)],
  says: '不计入期限的时间应当在立案之后，并且已经结束',
  en: 'The days lie after the filing, in order, and are over',
  cure: { zh: '更正起止日期', en: 'Correct the days' },
  fields: ['/from', '/to'],
  holds: ({ from, to }, { filing }, { today }) =>
    isLocalDate(from) &&
    isLocalDate(to) &&
    from <= to &&
    to <= today &&
    filing !== undefined &&
    from >= filing.filedOn,
};

export const whileToDecide = [caseOpen, byHandler, stillToDecide] as const;

export const requestedDecisionExtension = requestedTerms('decision-extension');
