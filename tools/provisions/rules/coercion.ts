import { judgedByPeople, onPaper, type Section } from './rule.js';

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
        'seizure/party-called',
        'seizure/scene-recorded',
        'seizure/record-signed-or-refusal-noted',
        'seizure/absence-witnessed',
      ],
    },
    {
      id: 'ACL-019-24H',
      cites: 'ACL 19',
      enforced: [
        'seizure/urgency-stated',
        'seizure/waits-for-approval',
        'seizure/made-up-by-another',
        'seizure/disagreement-reasoned',
      ],
      computed: ['urgent-measure-approval'],
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
      enforced: ['seizure/decision-handed-over', 'seizure/list-handed-over', 'seizure/list-in-two-copies'],
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
      computed: ['seizure-term'],
    },
    { id: 'ACL-026-KEEP', cites: 'ACL 26', leftOut: '保管经过不作记录；custody is not recorded' },
    {
      id: 'ACL-027-DECIDE',
      cites: 'ACL 27',
      enforced: ['seizure/before-the-decision', 'seizure/still-seized'],
      computed: ['seizure-term'],
    },
    {
      id: 'ACL-028-LIFT',
      cites: 'ACL 28',
      enforced: [
        'seizure/lifted-for-a-reason',
        'seizure/lifted-after-it-was-taken',
        'closure/seizures-ended',
      ],
      computed: ['seizure-term'],
    },
    {
      id: 'ACL-029…033-FREEZE',
      cites: 'ACL 29–33, 69',
      configured: ['libs/law/src/limits-before-decision.ts#freezing-service'],
      leftOut: '冻结存款未列入；freezing deposits is not provided for',
    },
  ],
};

export const coerciveExecution: Section = {
  title: '4.2 行政强制执行、申请法院；coercive execution and the court (ACL)',
  rules: [
    {
      id: 'ACL-013-POWER',
      cites: 'ACL 13',
      enforced: ['court-enforcement/applied'],
      leftOut:
        '不登记强制执行权，一律申请法院；the power to execute is not registered: every agency applies to the court',
    },
    {
      id: 'ACL-035-REMIND',
      cites: 'ACL 35, 36',
      enforced: [
        'court-enforcement/reminder-complete',
        'court-enforcement/in-the-order-of-time',
        'court-enforcement/opinion-re-checked',
      ],
      leftOut: onPaper,
    },
    {
      id: 'ACL-037',
      cites: 'ACL 37',
      leftOut: '本机关无强制执行权，申请法院；an agency without that power applies to the court',
    },
    {
      id: 'ACL-039/40',
      cites: 'ACL 39, 40',
      enforced: [
        'execution-suspension/ground-stated',
        'execution-suspension/not-suspended',
        'execution-suspension/suspended',
        'execution-suspension/cause-gone',
        'execution-suspension/resumed-in-three-years',
        'execution-suspension/three-years-run-out',
        'execution-suspension/end-explained',
        'execution-suspension/not-terminated',
        'closure/execution-terminated',
      ],
      computed: ['suspended-execution', 'libs/case/src/execution-suspension/standing.ts#standstill'],
    },
    {
      id: 'ACL-042-AGREE',
      cites: 'ACL 42',
      enforced: [
        'execution/agreement-by-a-leader',
        'execution/agreement-by-another',
        'execution/agreement-before-the-court-is-asked',
        'execution/surcharge-waived-for-remedial-measures',
        'execution/no-more-waived-than-ran-up',
      ],
    },
    { id: 'ACL-043-NIGHT', cites: 'ACL 43', leftOut: '不自行强制执行；the agency does not execute by force' },
    {
      id: 'ACL-045-CAP',
      cites: 'ACL 45',
      enforced: ['execution/not-more-than-owed'],
      computed: ['libs/law/src/money.ts#surcharge'],
      leftOut: '告知加处罚款标准写在文书里；that the rate was told stands in the paper',
    },
    {
      id: 'ACL-046-30D',
      cites: 'ACL 46',
      enforced: ['court-enforcement/reminder-served'],
      leftOut:
        '以查封财物拍卖抵缴未列入，申请法院不另计三十日；auctioning is not provided for; the court is asked without counting thirty days',
    },
    {
      id: 'ACL-050/51',
      cites: 'ACL 50, 51, 69',
      configured: ['libs/law/src/limits-of-remedies.ts#substitute-performance-reminder'],
      leftOut: '代履行未列入；substitute performance is not provided for',
    },
    {
      id: 'ACL-053-3M',
      cites: 'ACL 53',
      enforced: [
        'court-enforcement/no-remedy-pending',
        'court-enforcement/remedy-period-over',
        'court-enforcement/in-three-months',
      ],
      computed: ['court-application', 'libs/case/src/court-enforcement/remedy-period.ts#remedyEnds'],
    },
    {
      id: 'ACL-054-10D',
      cites: 'ACL 54, 69',
      enforced: [
        'court-enforcement/reminder-served',
        'court-enforcement/ten-working-days-after-the-reminder',
        'court-enforcement/court-and-object-named',
        'court-enforcement/applied-once',
      ],
      computed: ['reminder'],
      leftOut: '法院的地域管辖由人填写；which court is competent is entered by people',
    },
    {
      id: 'ACL-055-DOCS',
      cites: 'ACL 55',
      enforced: [
        'court-enforcement/bundle-complete',
        'court-enforcement/signed-by-the-head',
        'court-enforcement/approved-by-the-head',
        'court-enforcement/court-and-object-named',
      ],
    },
    {
      id: 'ACL-056…058',
      cites: 'ACL 56–58, 69',
      enforced: [
        'court-enforcement/answers-in-order',
        'court-enforcement/refused-by-the-court',
        'closure/court-ended-the-execution',
      ],
      computed: ['court-acceptance', 'court-ruling', 'court-ruling-on-flaws', 'court-challenge'],
    },
    {
      id: 'ACL-059',
      cites: 'ACL 59',
      leftOut: '立即执行的申请未列入；an application for immediate execution is not provided for',
    },
    {
      id: 'ACL-060',
      cites: 'ACL 60',
      leftOut: '没有任何申请费用的记录；no fee of an application can be entered',
    },
  ],
};
