import { type Rule, type Section } from './rule.js';

const runs = (id: string, cites: string, more: Partial<Rule> = {}): Rule => ({
  id,
  cites,
  computed: [id],
  ...more,
});
/** The period is data, and nothing of a case starts it. */
const rests = (id: string, file: string, cites: string, leftOut: string): Rule => ({
  id,
  cites,
  configured: [`libs/law/src/${file}.ts#${id}`],
  leftOut,
});
const beside = 'limits-beside-the-case';
const before = 'limits-before-decision';
const after = 'limits-after-decision';
const ofRemedies = 'limits-of-remedies';
const ofComplaints = '投诉举报不在案件程序之内；complaints are not part of the case';
const ofCredit = '信用修复和名单管理不在案件程序之内；credit repair and lists are not part of the case';
const unsure = (file: string, id: string): Partial<Rule> => ({
  sure: 'UNSURE',
  key: `libs/law/src/${file}.ts#${id}`,
});

export const clocks: Section = {
  title: '11.1 法定期限；statutory clocks',
  rules: [
    runs('C01', 'SAMR-P 18'),
    rests('C02', beside, 'SAMR-C 15', ofComplaints),
    rests('C03', beside, 'SAMR-C 23', ofComplaints),
    rests('C04', beside, 'SAMR-C 23', ofComplaints),
    rests('C05', beside, 'SAMR-C 27', ofComplaints),
    rests('C06', beside, 'SAMR-C-old 31', ofComplaints),
    runs('C07', 'SAMR-P 13'),
    runs('C08', 'SAMR-P 16'),
    runs('C09', 'ACL 19; SAMR-P 33, 36'),
    runs('C10', 'APL 56; SAMR-P 35'),
    runs('C11', 'ACL 25, 28'),
    runs('C12', 'SAMR-P 45'),
    runs('C13', 'SAMR-P 55'),
    runs('C14', 'APL 64(1); SAMR-P 57; SAMR-H 7'),
    runs('C15', 'SAMR-H 18'),
    runs('C16', 'SAMR-H 19'),
    runs('C17', 'SAMR-H 20'),
    runs('C18', 'APL 64(2); SAMR-H 20'),
    runs('C19', 'SAMR-H 22'),
    runs('C20', 'SAMR-H 29'),
    runs('C21', 'APL 60; SAMR-P 64'),
    runs('C22', 'APL 61; SAMR-P 81'),
    runs('C23', 'SAMR-P 82(5); CPL 95'),
    runs('C24', '118; 国办函〔2020〕424'),
    runs('C25', 'SAMR-Pub 9'),
    runs('C26', 'SAMR-Pub 10', {
      configured: [`libs/law/src/${after}.ts#C26b`],
      leftOut:
        '登记地在收到推送后的十个工作日（C26b）是该地机关的期限，何时收到、何时记于名下不在案卷之内；the ten working days after receipt (C26b) bind the agency there, and neither their start nor their end is an entry of this case',
    }),
    runs('C27', 'APL 48; SAMR-Pub 11'),
    runs('C28', 'APL 67, 72'),
    runs('C29', 'APL 72, 73', { sure: 'K', key: `libs/law/src/${after}.ts#C29` }),
    runs('C30', 'APL 71', { computed: ['C30', 'C30b'] }),
    runs('C31', 'ARL 20'),
    runs('C32', 'ALL 46; SPC 64'),
    runs('C33', 'ALL 45'),
    runs('C34', 'ACL 54; SAMR-P 76'),
    runs('C35', 'ACL 53; APL 72(2); SPC 156'),
    runs('C36', 'ACL 56–58', { computed: ['C36', 'C36b', 'C36c'] }),
    runs('C37', 'ACL 56, 58'),
    runs('C38', 'TRANS 5', {
      ...unsure(before, 'C38'),
      computed: ['C38', 'C38b'],
    }),
    runs('C39', 'TRANS 8', unsure(before, 'C39')),
    runs('C40', 'TRANS 9', unsure(before, 'C40')),
    runs('C41', 'TRANS 12', unsure(before, 'C41')),
    runs('C42', 'SAMR-P 77'),
    runs('C43', 'SAMR-P 70'),
    runs('C44', 'APL 36', { computed: ['C44', 'C44b'] }),
    rests('C45', beside, 'SAMR-Rep 14, 16, 17', ofCredit),
    rests('C46', beside, 'SAMR-List 14, 18', ofCredit),
    rests('C47', beside, 'SAMR-Rep 7–9', ofCredit),
    rests('C48', beside, 'SAMR-Spot 12', '抽查不在案件程序之内；spot checks are not part of the case'),
    rests('C49', beside, 'SAMR-Sup 17', '监督文书不在案件之内；supervision is outside the case'),
    runs('C50', 'ACL 39'),
    rests(
      'C51',
      before,
      'ACL 31, 69',
      '冻结存款须法律授权，市场监管案件不用；freezing needs a statute’s power that these cases do not use',
    ),
    rests(
      'C52',
      ofRemedies,
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
