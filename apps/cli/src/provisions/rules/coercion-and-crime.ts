import { judgedByPeople, notRecorded, notYet, ofTheAgency, onPaper, type Section } from './rule.js';

export const coerciveMeasures: Section = {
  title: '4.1 行政强制措施；coercive measures (ACL)',
  rules: [
    { id: 'ACL-016-MIN', cites: 'ACL 16, 5', enforced: ['seizure/basis-in-law'], leftOut: judgedByPeople },
    {
      id: 'ACL-017-NODELEG',
      cites: 'ACL 17',
      enforced: ['officers/credentials-valid-on-the-day'],
      leftOut: '不登记受委托的组织；entrusted bodies are not registered',
    },
    {
      id: 'ACL-018-STEPS',
      cites: 'ACL 18',
      enforced: [
        'seizure/approved-by-a-leader',
        'seizure/approved-before',
        'seizure/approval-used-once',
        'seizure/credential-shown',
        'seizure/rights-told',
        'seizure/statement-heard',
        'officers/two-act-together',
      ],
      leftOut: '现场笔录、见证人不作为实施的条件；scene record and witness are not asked of the act',
    },
    {
      id: 'ACL-019-24H',
      cites: 'ACL 19',
      configured: ['libs/law/src/time-limits.ts#C09'],
      leftOut: '先实施后补批未列入，只能事先批准；approval is given before, never afterwards',
    },
    { id: 'ACL-021-CRIME', cites: 'ACL 21', enforced: ['crime-transfer/party-told-in-writing'] },
    {
      id: 'ACL-023-SCOPE',
      cites: 'ACL 23',
      enforced: ['seizure/things-named'],
      leftOut: '重复查封不作比对；repeated sealing is not compared',
    },
    {
      id: 'ACL-024-DOC',
      cites: 'ACL 24',
      enforced: ['seizure/decision-handed-over', 'seizure/list-handed-over'],
      leftOut: onPaper,
    },
    {
      id: 'ACL-025-30D',
      cites: 'ACL 25',
      enforced: [
        'seizure/thirty-days-at-most',
        'seizure/extended-once',
        'seizure/term-not-over',
        'seizure/thirty-more-at-most',
        'seizure/complexity-explained',
        'seizure/extension-approved-by-a-leader',
        'evidence/test-period-fixed',
      ],
      computed: ['C11'],
    },
    { id: 'ACL-026-KEEP', cites: 'ACL 26', leftOut: '保管经过不作记录；custody is not recorded' },
    {
      id: 'ACL-027-DECIDE',
      cites: 'ACL 27',
      enforced: ['seizure/before-the-decision', 'seizure/still-seized'],
      computed: ['C11'],
    },
    {
      id: 'ACL-028-LIFT',
      cites: 'ACL 28',
      enforced: [
        'seizure/lifted-for-a-reason',
        'seizure/lifted-after-it-was-taken',
        'closure/seizures-ended',
      ],
      computed: ['C11'],
    },
    {
      id: 'ACL-029…033-FREEZE',
      cites: 'ACL 29–33, 69',
      configured: ['libs/law/src/limits-before-decision.ts#C51'],
      leftOut: '冻结存款未列入；freezing deposits is not provided for',
    },
  ],
};

export const coerciveExecution: Section = {
  title: '4.2 行政强制执行、申请法院；coercive execution and the court (ACL)',
  rules: [
    { id: 'ACL-013-POWER', cites: 'ACL 13', leftOut: notYet },
    { id: 'ACL-035-REMIND', cites: 'ACL 35, 36', leftOut: notYet },
    {
      id: 'ACL-037',
      cites: 'ACL 37',
      leftOut: '本机关无强制执行权，申请法院；an agency without that power applies to the court',
    },
    {
      id: 'ACL-039/40',
      cites: 'ACL 39, 40',
      configured: ['libs/law/src/limits-of-remedies.ts#C50'],
      leftOut: '中止执行未列入；suspending an execution is not provided for',
    },
    { id: 'ACL-042-AGREE', cites: 'ACL 42', leftOut: '执行协议未列入；agreements are not provided for' },
    { id: 'ACL-043-NIGHT', cites: 'ACL 43', leftOut: '不自行强制执行；the agency does not execute by force' },
    { id: 'ACL-045-CAP', cites: 'ACL 45', computed: ['libs/law/src/money.ts#surcharge'], leftOut: notYet },
    { id: 'ACL-046-30D', cites: 'ACL 46', leftOut: notYet },
    {
      id: 'ACL-050/51',
      cites: 'ACL 50, 51, 69',
      configured: ['libs/law/src/limits-of-remedies.ts#C52'],
      leftOut: '代履行未列入；substitute performance is not provided for',
    },
    {
      id: 'ACL-053-3M',
      cites: 'ACL 53',
      configured: ['libs/law/src/limits-of-remedies.ts#C35'],
      leftOut: notYet,
    },
    {
      id: 'ACL-054-10D',
      cites: 'ACL 54, 69',
      configured: ['libs/law/src/limits-of-remedies.ts#C34'],
      leftOut: notYet,
    },
    { id: 'ACL-055-DOCS', cites: 'ACL 55', leftOut: notYet },
    {
      id: 'ACL-056…058',
      cites: 'ACL 56–58, 69',
      configured: ['libs/law/src/limits-of-remedies.ts#C36', 'libs/law/src/limits-of-remedies.ts#C37'],
      leftOut: notYet,
    },
    { id: 'ACL-059', cites: 'ACL 59', leftOut: notYet },
    {
      id: 'ACL-060',
      cites: 'ACL 60',
      leftOut: '没有任何申请费用的记录；no fee of an application can be entered',
    },
  ],
};

export const crimeTransfer: Section = {
  title: '5 移送涉嫌犯罪案件；transfer of suspected crimes (TRANS)',
  rules: [
    {
      id: 'TR-003-MUST',
      cites: 'TRANS 3',
      enforced: ['crime-transfer/report-written'],
      leftOut: judgedByPeople,
    },
    {
      id: 'TR-005-TEAM',
      cites: 'TRANS 5(1)',
      enforced: ['crime-transfer/none-pending', 'crime-transfer/report-written', 'officers/two-act-together'],
    },
    {
      id: 'TR-005-3D',
      cites: 'TRANS 5(2)',
      enforced: [
        'crime-transfer/decided-by-the-principal',
        'crime-transfer/proposed',
        'crime-transfer/decided-by-another',
        'crime-transfer/refusal-reasoned',
        'crime-transfer/approved',
        'crime-transfer/not-before-approval',
      ],
      computed: ['C38'],
      configured: ['libs/law/src/time-limits.ts#C38b'],
      leftOut: '二十四小时尚不提示；the twenty-four hours do not warn yet',
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#C38',
    },
    { id: 'TR-006-DOCS', cites: 'TRANS 6', leftOut: onPaper },
    {
      id: 'TR-007',
      cites: 'TRANS 7',
      leftOut: '公安机关的签收和转送不单独记录；receipt and forwarding by the police are not recorded',
    },
    {
      id: 'TR-008-3D',
      cites: 'TRANS 8',
      enforced: [
        'crime-transfer/sent',
        'crime-transfer/answered-after-it-was-sent',
        'crime-transfer/police-refusal-reasoned',
      ],
      computed: ['C39'],
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#C39',
    },
    {
      id: 'TR-009-3D',
      cites: 'TRANS 9',
      configured: ['libs/law/src/limits-before-decision.ts#C40'],
      leftOut: '提请复议、建议立案监督未列入；asking the police to reconsider is not provided for',
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#C40',
    },
    { id: 'TR-010', cites: 'TRANS 10', enforced: ['crime-transfer/outcome-of-a-filed-case'] },
    {
      id: 'TR-011-NOREPLACE',
      cites: 'TRANS 11',
      enforced: ['decision/no-transfer-pending', 'decision/no-fine-after-criminal-fine'],
    },
    {
      id: 'TR-012-3D',
      cites: 'TRANS 12',
      enforced: ['crime-transfer/police-filed', 'crime-transfer/party-told-in-writing'],
      computed: ['C41'],
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#C41',
    },
    { id: 'TR-016', cites: 'TRANS 16', leftOut: ofTheAgency },
    { id: 'TR-019', cites: 'TRANS 19', leftOut: notRecorded },
  ],
};
