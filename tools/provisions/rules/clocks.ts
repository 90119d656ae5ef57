import { type Rule, type Section } from './rule.js';

const runs = (id: string, clock: string, cites: string, more: Partial<Rule> = {}): Rule => ({
  id,
  cites,
  computed: [clock],
  ...more,
});
/** The period is data, and nothing of a case starts it. */
const rests = (id: string, place: string, cites: string, leftOut: string): Rule => ({
  id,
  cites,
  configured: [place],
  leftOut,
});
const rowOf = (file: string, clock: string) => `libs/law/src/${file}.ts#${clock}`;
const beside = 'limits-beside-the-case';
const credit = 'limits-of-credit';
const before = 'limits-before-decision';
const after = 'limits-after-decision';
const ofRemedies = 'limits-of-remedies';
const ofComplaints = '投诉举报不在案件程序之内；complaints are not part of the case';
const ofCredit = '信用修复和名单管理不在案件程序之内；credit repair and lists are not part of the case';
const unsure = (file: string, clock: string): Partial<Rule> => ({
  sure: 'UNSURE',
  key: rowOf(file, clock),
});

export const clocks: Section = {
  title: '11.1 法定期限；statutory clocks',
  rules: [
    runs('C01', 'lead-check', 'SAMR-P 18'),
    rests('C02', rowOf(beside, 'complaint-acceptance'), 'SAMR-C 15', ofComplaints),
    rests('C03', rowOf(beside, 'mediation'), 'SAMR-C 23', ofComplaints),
    rests('C04', rowOf(beside, 'mediation-end-notice'), 'SAMR-C 23', ofComplaints),
    rests('C05', rowOf(beside, 'mediation-lead-check'), 'SAMR-C 27', ofComplaints),
    rests('C06', rowOf(beside, 'reporter-notice'), 'SAMR-C-old 31', ofComplaints),
    runs('C07', 'jurisdiction-talks', 'SAMR-P 13'),
    runs('C08', 'jurisdiction-ruling', 'SAMR-P 16'),
    runs('C09', 'urgent-measure-approval', 'ACL 19; SAMR-P 33, 36'),
    runs('C10', 'preservation-term', 'APL 56; SAMR-P 35'),
    runs('C11', 'seizure-term', 'ACL 25, 28'),
    runs('C12', 'assistance-answer', 'SAMR-P 45'),
    runs('C13', 'review', 'SAMR-P 55'),
    runs('C14', 'statement', 'APL 64(1); SAMR-P 57; SAMR-H 7'),
    runs('C15', 'hearing-host', 'SAMR-H 18'),
    runs('C16', 'hearing-file', 'SAMR-H 19'),
    runs('C17', 'hearing-date', 'SAMR-H 20'),
    runs('C18', 'hearing-notice', 'APL 64(2); SAMR-H 20'),
    runs('C19', 'hearing-announcement', 'SAMR-H 22'),
    runs('C20', 'hearing-report', 'SAMR-H 29'),
    runs('C21', 'decision-period', 'APL 60; SAMR-P 64'),
    runs('C22', 'decision-service', 'APL 61; SAMR-P 81'),
    runs('C23', 'public-notice', 'SAMR-P 82(5); CPL 95'),
    runs('C24', 'credit-publicity', '118; 国办函〔2020〕424'),
    runs('C25', 'publication', 'SAMR-Pub 9'),
    runs('C26', 'publicity-push', 'SAMR-Pub 10', {
      configured: [`libs/law/src/${after}.ts#publicity-at-registration`],
      leftOut:
        '登记地在收到推送后的十个工作日（publicity-at-registration）是该地机关的期限，何时收到、何时记于名下不在案卷之内；the ten working days after receipt (publicity-at-registration) bind the agency there, and neither their start nor their end is an entry of this case',
    }),
    runs('C27', 'publication-withdrawal', 'APL 48; SAMR-Pub 11'),
    runs('C28', 'payment', 'APL 67, 72'),
    runs('C29', 'surcharge-ceiling', 'APL 72, 73', {
      sure: 'K',
      key: `libs/law/src/${after}.ts#surcharge-ceiling`,
    }),
    runs('C30', 'cash-hand-in', 'APL 71', { computed: ['cash-hand-in', 'cash-banking'] }),
    runs('C31', 'reconsideration', 'ARL 20'),
    runs('C32', 'suit', 'ALL 46; SPC 64'),
    runs('C33', 'suit-after-reconsideration', 'ALL 45'),
    runs('C34', 'reminder', 'ACL 54; SAMR-P 76'),
    runs('C35', 'court-application', 'ACL 53; APL 72(2); SPC 156'),
    runs('C36', 'court-acceptance', 'ACL 56–58', {
      computed: ['court-acceptance', 'court-ruling', 'court-ruling-on-flaws'],
    }),
    runs('C37', 'court-challenge', 'ACL 56, 58'),
    runs('C38', 'crime-transfer-decision', 'TRANS 5', {
      ...unsure(before, 'crime-transfer-decision'),
      computed: ['crime-transfer-decision', 'crime-transfer'],
    }),
    runs('C39', 'police-decision', 'TRANS 8', unsure(before, 'police-decision')),
    runs('C40', 'police-reconsideration', 'TRANS 9', unsure(before, 'police-reconsideration')),
    runs('C41', 'goods-hand-over', 'TRANS 12', unsure(before, 'goods-hand-over')),
    runs('C42', 'closure', 'SAMR-P 77'),
    runs('C43', 'on-the-spot-file', 'SAMR-P 70'),
    runs('C44', 'limitation', 'APL 36', { computed: ['limitation', 'limitation-with-harm'] }),
    rests('C45', rowOf(credit, 'repair-acceptance'), 'SAMR-Rep 14, 16, 17', ofCredit),
    rests('C46', rowOf(credit, 'listing-publication'), 'SAMR-List 14, 18', ofCredit),
    rests('C47', rowOf(credit, 'publicity-end-minor'), 'SAMR-Rep 7–9', ofCredit),
    rests(
      'C48',
      rowOf(beside, 'spot-check-publication'),
      'SAMR-Spot 12',
      '抽查不在案件程序之内；spot checks are not part of the case',
    ),
    rests(
      'C49',
      rowOf(beside, 'supervision-answer'),
      'SAMR-Sup 17',
      '监督文书不在案件之内；supervision is outside the case',
    ),
    runs('C50', 'suspended-execution', 'ACL 39'),
    rests(
      'C51',
      rowOf(before, 'freezing-service'),
      'ACL 31, 69',
      '冻结存款须法律授权，市场监管案件不用；freezing needs a statute’s power that these cases do not use',
    ),
    rests(
      'C52',
      rowOf(ofRemedies, 'substitute-performance-reminder'),
      'ACL 51, 69',
      '代履行属排除妨碍、恢复原状的案件，本系统不办；substitute performance belongs to cases this program does not handle',
    ),
  ],
};

const count = 'libs/law/src/counting.ts#count';

export const counting: Section = {
  title: '11.2 期间的计算；how periods are counted',
  rules: [
    { id: 'CAL-01', cites: 'SAMR-P 80; CPL 85', computed: [count] },
    {
      id: 'CAL-02',
      cites: 'SAMR-P 80; CPL 85',
      computed: [count],
      configured: ['libs/law/src/party-rolls.ts#partyRolls'],
      sure: 'UNSURE',
      key: 'libs/law/src/time-limit.ts#roll',
    },
    {
      id: 'CAL-03',
      cites: 'HOL',
      computed: ['libs/law/src/calendar.ts#isWorkingDay'],
      configured: ['libs/law/src/holidays.ts#holidays2026'],
      sure: 'K',
      key: 'libs/law/src/time-limit.ts#unit',
    },
    {
      id: 'CAL-04',
      cites: 'policy',
      configured: ['libs/law/src/party-rolls.ts#partyRolls', 'libs/law/src/time-limit.ts#roll'],
    },
    {
      id: 'CAL-05',
      cites: 'SAMR-P 80; CPL 85',
      leftOut: '在途时间不作记录；days of travel are not recorded',
    },
    { id: 'CAL-06', cites: 'APL 85; ACL 69; ARL 88', configured: ['libs/law/src/time-limit.ts#unit'] },
    { id: 'CAL-07', cites: 'policy', computed: ['libs/law/src/dates.ts#addMonths'], sure: 'K' },
    {
      id: 'CAL-08',
      cites: 'policy',
      computed: ['libs/law/src/dates.ts#dayOf', 'libs/law/src/dates.ts#addHours'],
    },
    { id: 'CAL-09', cites: 'policy', computed: ['libs/law/src/counting.ts#mergeIntervals'] },
    { id: 'CAL-10', cites: 'policy', computed: ['libs/law/src/counting.ts#provisional'] },
  ],
};
