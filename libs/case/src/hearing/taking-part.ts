/** Who takes part in a hearing, and who helps the host: SAMR-H 10–17, 20(3). */
import { clearWorkingDaysBetween, dayOf, isLocalDate, policy, samrH, timeLimit } from '@anjuan/law';
import { type EntryProvision, happenedAt, type PersonId } from '@anjuan/procedure';
import { investigatedBy } from '../review/separation.js';
import type { CaseFile } from '../steps.js';
import type { Hearing, HoldHearing } from './hearing.js';

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

/** For the first day of it: of the others it is told with everybody. */
export const thirdPartyNotified: EntryProvision<Pick<CaseFile, 'hearing'>, HearingDay> = {
  id: 'hearing/third-party-notified-seven-working-days-before',
  cites: samrH(20, 3),
  says: '第三人参加听证的，听证主持人应当在举行听证的七个工作日前将听证的时间、地点通知第三人',
  en: 'Seven working days lie between the notice to a third party and the hearing, unless it asked to take part itself, or agreed',
  cure: {
    zh: '写明通知日期；不足七个工作日的，附第三人的申请或者同意书',
    en: 'State the day of the notice; where it is too short, attach the application or the consent',
  },
  fields: ['/occurredAt', '/tookPart/*/as', '/tookPart/*/asked', '/tookPart/*/notifiedOn'],
  holds: (entry, { hearing }, context) => {
    const first = hearing.sessions?.[0]?.on ?? dayOf(happenedAt(entry, context));
    return as(entry, 'third-party').every(
      ({ notifiedOn, asked }) =>
        asked !== undefined ||
        (notifiedOn !== undefined &&
          isLocalDate(notifiedOn) &&
          clearWorkingDaysBetween(notifiedOn, first, context.calendar) >=
            timeLimit('hearing-notice', context.today).length),
    );
  },
};

const staffOf = ({
  assistants = [],
  recorder,
}: Pick<HearingDay, 'assistants' | 'recorder'>): readonly PersonId[] => [
  ...assistants,
  ...(recorder === undefined ? [] : [recorder]),
];

export const staffDidNotInvestigate: EntryProvision<Pick<CaseFile, 'filing' | 'entries'>, HearingDay> = {
  id: 'hearing/staff-did-not-investigate',
  cites: samrH(11, 3),
  says: '办案人员不得担任听证主持人、听证员和记录员',
  en: 'Who helps the host or keeps the record has neither handled the case nor taken evidence in it',
  cure: { zh: '改由未参与办案的人员担任', en: 'Let somebody do it who took no part' },
  fields: ['/assistants', '/recorder'],
  holds: (entry, file) => staffOf(entry).every((person) => !investigatedBy(file, person)),
};

export const staffOfTheirOwn: EntryProvision<Pick<CaseFile, 'hearing'>, HearingDay> = {
  id: 'hearing/each-in-one-duty',
  cites: policy(
    '听证主持人、听证员、记录员各由不同人员担任；Host, assistants and recorder are different people',
  ),
  also: [samrH(9), samrH(11)],
  says: '听证主持人、听证员和记录员由不同人员担任',
  en: 'The host, each assistant and the recorder are different people',
  cure: { zh: '列明各自的担任人员', en: 'Name a person of its own for each' },
  fields: ['/assistants', '/recorder'],
  holds: (entry, { hearing }) => {
    const staff = [hearing.host?.person, ...staffOf(entry)].filter((person) => person !== undefined);
    return new Set(staff).size === staff.length;
  },
};

export const takingPart = [
  oneOrTwoAgents,
  agentsAuthorised,
  thirdPartyNotified,
  staffDidNotInvestigate,
  staffOfTheirOwn,
];

/** Everybody who helped the host or kept the record, on whichever day. */
export const staffAfter = (
  { staff = [] }: Hearing,
  day: Pick<HearingDay, 'assistants' | 'recorder'>,
): Pick<Hearing, 'staff'> => {
  const all = [...new Set([...staff, ...staffOf(day)])];
  return all.length === 0 ? {} : { staff: all };
};
