import { ofTheAgency, type Rule, type Section } from './rule.js';

const constants = (name: string): string => `libs/law/src/thresholds.ts#${name}`;
const lists = (name: string): string => `libs/law/src/agency-lists.ts#${name}`;

/** Amounts of other provinces and fields: an agency enters those that bind it. */
const local = (id: string, sure?: 'UNSURE' | 'K'): Rule => ({
  id,
  cites: 'SAMR-H 5(2)',
  configured: [lists('hearingThresholds')],
  leftOut: '数额由机关在清单中录入；the agency enters the amounts in its lists',
  ...(sure !== undefined && { sure, key: lists('hearingThresholds') }),
});

export const thresholds: Section = {
  title: '12 数额与可配置项；thresholds',
  rules: [
    {
      id: 'TH-SUMMARY',
      cites: 'APL 51',
      enforced: ['summary-procedure/fine-within-the-limit'],
      configured: [constants('summaryFine')],
    },
    {
      id: 'TH-ON-THE-SPOT',
      cites: 'APL 68',
      enforced: ['summary-procedure/hundred-yuan-or-hard-to-enforce'],
      configured: [constants('onTheSpotCollection')],
    },
    {
      id: 'TH-SURCHARGE',
      cites: 'APL 72',
      computed: ['libs/law/src/money.ts#surcharge'],
      configured: [constants('surcharge')],
    },
    {
      id: 'TH-LIMITATION',
      cites: 'APL 36',
      enforced: ['initiation/found-in-time', 'decision/within-limitation'],
      computed: ['limitation', 'limitation-with-harm'],
      configured: [constants('limitation')],
      leftOut: '特别法的期限未列入；periods of special laws are not entered',
    },
    {
      id: 'TH-DECISION-PERIOD',
      cites: 'APL 60; SAMR-P 64',
      computed: ['decision-period'],
      configured: ['libs/law/src/rule-packs.ts#limitsOf'],
      leftOut:
        '生态环境、应急管理的决定期限未经核实；the periods of ecology and emergency management were not verified',
      sure: 'UNSURE',
      key: 'libs/law/src/rule-packs.ts#limits',
    },
    {
      id: 'TH-HEARING-KINDS',
      cites: 'APL 63(1)(3)–(5)',
      computed: ['libs/case/src/penalty/hearing-eligible.ts#hearingEligible'],
      leftOut: '地方增加的种类不能录入；kinds that a place adds cannot be entered',
    },
    {
      id: 'TH-HEARING-AMOUNTS',
      cites: 'SAMR-H 5',
      computed: ['libs/case/src/penalty/hearing-eligible.ts#hearingEligible'],
      configured: [lists('hearingThresholds')],
      sure: 'UNSURE',
      key: lists('individualBusiness'),
    },
    local('TH-HEARING-BEIJING-HOUSING'),
    local('TH-HEARING-BEIJING-VETERANS'),
    local('TH-HEARING-JIANGXI'),
    local('TH-HEARING-OTHER-PROVINCES', 'K'),
    local('TH-HEARING-ENVIRONMENT', 'UNSURE'),
    {
      id: 'TH-REVIEW-GUANGDONG-FISHERY',
      cites: 'SAMR-P 50(3)',
      computed: ['libs/case/src/legal-review/required.ts#finedAsMajor'],
      configured: [lists('majorDecisions'), lists('fines')],
    },
    {
      id: 'TH-REVIEW-TRIGGERS',
      cites: 'APL 58',
      computed: ['libs/case/src/legal-review/required.ts#legalReviewRequired'],
    },
    {
      id: 'TH-REVIEW-MAJOR',
      cites: 'SAMR-P 50(3)',
      computed: ['libs/case/src/legal-review/required.ts#finedAsMajor'],
      configured: [lists('majorDecisions'), lists('fines')],
    },
    {
      id: 'TH-REVIEW-TIME',
      cites: 'SAMR-P 55',
      computed: ['review'],
      configured: ['libs/law/src/rule-packs.ts#limitsOf'],
      sure: 'K',
      key: 'libs/law/src/rule-packs.ts#limits',
    },
    { id: 'TH-REVIEWER-SHARE', cites: '118', leftOut: ofTheAgency, sure: 'K' },
    {
      id: 'TH-COLLECTIVE',
      cites: 'APL 57(2); SAMR-P 60(2)',
      enforced: ['decision/discussed-together'],
      configured: [lists('quorum')],
      leftOut:
        '清单中的 cases 不改变范围：凡须法制审核的处罚均集体讨论；`cases` of the list changes nothing: every penalty that needs legal review is discussed',
    },
    {
      id: 'TH-LOW-FINE',
      cites: 'SAMR-Rep 7',
      leftOut: '公示期限在信用系统计算；how long a penalty is shown is computed by the credit system',
    },
    { id: 'TH-PUBLICITY', cites: '118; SAMR-Pub 9', computed: ['credit-publicity', 'publication'] },
    {
      id: 'TH-FIRST-BREACH',
      cites: 'APL 33',
      leftOut: '两年窗口由办案人员核对；the window of two years is checked by people',
    },
    { id: 'TH-RANDOM-CHECK', cites: '118', leftOut: ofTheAgency },
    { id: 'TH-INSPECTION-CAP', cites: 'policy', leftOut: ofTheAgency },
    {
      id: 'TH-REWARD',
      cites: '市场监管领域重大违法行为举报奖励暂行办法',
      leftOut: '举报奖励不在案件程序之内；rewards are not part of the case',
    },
    {
      id: 'TH-RETENTION',
      cites: '档案法',
      leftOut: '保管期限不作记录，案卷不删除；no retention period is kept; files are never deleted',
    },
  ],
};
