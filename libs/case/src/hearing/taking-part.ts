/** Who takes part in a hearing, and who helps the host: SAMR-H 10–17, 20(3). */
import { clearWorkingDaysBetween, dayOf, isLocalDate, samrH, timeLimit } from '@anjuan/law';
import { type EntryProvision, happenedAt } from '@anjuan/procedure';
import { investigatedBy } from '../review/separation.js';
import type { CaseFile } from '../steps.js';
import type { HoldHearing } from './hearing.js';

/** What is entered of each day of a hearing. */
type HearingDay = HoldHearing;

const as = ({ tookPart = [] }: HearingDay, part: NonNullable<HearingDay['tookPart']>[number]['as']) =>
  tookPart.filter((one) => one.as === part);
const agentsOf = (entry: HearingDay) => [...as(entry, 'party-agent'), ...as(entry, 'third-party-agent')];

const most = 2;

export const oneOrTwoAgents: EntryProvision<unknown, HearingDay> = {
  id: 'hearing/one-or-two-agents',
  cites: samrH(15, 1),
  says: '当事人、第三人可以委托一至二人代为参加听证',
  en: 'The party, and each third party, is represented by two agents at most',
  cure: { zh: '每一当事人、第三人至多列二名代理人', en: 'Name two agents of each at most' },
  fields: ['/tookPart/*/as'],
  holds: (entry) =>
    as(entry, 'party-agent').length <= most &&
    as(entry, 'third-party-agent').length <= most * as(entry, 'third-party').length,
};

export const agentsAuthorised: EntryProvision<unknown, HearingDay> = {
  id: 'hearing/agents-authorised',
  cites: samrH(15, 2),
  says: '委托他人代为参加听证的，应当向市场监督管理部门提交由委托人签名或者盖章的授权委托书以及委托代理人的身份证明文件',
  en: 'An agent comes with a signed authorisation and a proof of identity',
  cure: { zh: '附授权委托书和身份证明', en: 'Attach the authorisation' },
  fields: ['/tookPart/*/as', '/tookPart/*/authorisation'],
  holds: (entry) => agentsOf(entry).every(({ authorisation }) => authorisation !== undefined),
};

export const thirdPartyNotified: EntryProvision<unknown, HearingDay> = {
  id: 'hearing/third-party-notified-seven-working-days-before',
  cites: samrH(20, 3),
  says: '第三人参加听证的，听证主持人应当在举行听证的七个工作日前将听证的时间、地点通知第三人',
  en: 'Seven working days lie between the notice to a third party and the hearing',
  cure: {
    zh: '写明通知日期；未提前七个工作日通知的，改定日期',
    en: 'State the day of the notice, or fix a later day',
  },
  fields: ['/occurredAt', '/tookPart/*/as', '/tookPart/*/notifiedOn'],
  holds: (entry, _, context) =>
    as(entry, 'third-party').every(
      ({ notifiedOn }) =>
        notifiedOn !== undefined &&
        isLocalDate(notifiedOn) &&
        clearWorkingDaysBetween(notifiedOn, dayOf(happenedAt(entry, context)), context.calendar) >=
          timeLimit('hearing-notice', context.today).length,
    ),
};

export const staffDidNotInvestigate: EntryProvision<Pick<CaseFile, 'filing' | 'entries'>, HearingDay> = {
  id: 'hearing/staff-did-not-investigate',
  cites: samrH(11, 3),
  says: '办案人员不得担任听证主持人、听证员和记录员',
  en: 'Who helps the host or keeps the record has neither handled the case nor taken evidence in it',
  cure: { zh: '改由未参与办案的人员担任', en: 'Let somebody do it who took no part' },
  fields: ['/assistants', '/recorder'],
  holds: ({ assistants = [], recorder }, file) =>
    [...assistants, ...(recorder === undefined ? [] : [recorder])].every(
      (person) => !investigatedBy(file, person),
    ),
};

export const takingPart = [oneOrTwoAgents, agentsAuthorised, thirdPartyNotified, staffDidNotInvestigate];
