import { type Section } from './rule.js';

export const executionAndClosure: Section = {
  title: '3.8 简易程序、执行、结案、归档；summary procedure, execution, closure, archive (SAMR-P)',
  rules: [
    {
      id: 'SAMR-066…070',
      cites: 'SAMR-P 66–70',
      enforced: [
        'summary-procedure/fine-within-the-limit',
        'summary-procedure/credential-shown',
        'summary-procedure/rights-told',
        'summary-procedure/statement-taken-down',
        'summary-procedure/file-with-the-officer',
        'closure/summary-file-handed-in',
      ],
      computed: ['C43'],
    },
    {
      id: 'SAMR-072-PAY',
      cites: 'SAMR-P 72',
      enforced: [
        'execution/deciding-and-collecting-apart',
        'execution/amount-positive',
        'summary-procedure/hundred-yuan-or-hard-to-enforce',
        'summary-procedure/remote-and-asked-by-the-party',
      ],
      computed: ['C28'],
    },
    {
      id: 'SAMR-073',
      cites: 'SAMR-P 73',
      enforced: [
        'summary-procedure/money-with-the-officer',
        'summary-procedure/money-with-the-agency',
        'summary-procedure/landed-after-the-collection',
        'summary-procedure/not-before-the-step-before',
      ],
      computed: ['C30', 'C30b'],
    },
    {
      id: 'SAMR-074',
      cites: 'SAMR-P 74',
      enforced: [
        'execution/hardship-in-writing',
        'execution/no-application-open',
        'execution/instalments-answered-by-a-leader',
        'execution/answered-by-another',
        'execution/plan-ahead-in-order',
        'execution/deferral-ahead',
        'execution/refusal-reasoned',
      ],
    },
    {
      id: 'SAMR-075',
      cites: 'SAMR-P 75',
      enforced: ['execution/not-more-than-owed'],
      computed: ['C29', 'libs/law/src/money.ts#surcharge'],
    },
    {
      id: 'SAMR-076-COURT',
      cites: 'SAMR-P 76',
      enforced: [
        'court-enforcement/reminder-served',
        'court-enforcement/remedy-period-over',
        'court-enforcement/ten-working-days-after-the-reminder',
        'court-enforcement/in-three-months',
        'court-enforcement/one-request-at-a-time',
      ],
      computed: ['C34', 'C35'],
    },
    {
      id: 'SAMR-077-CLOSE',
      cites: 'SAMR-P 77',
      enforced: [
        'closure/case-under-way',
        'closure/no-approval-open',
        'closure/penalty-decision-served',
        'closure/fine-and-gains-paid',
        'closure/goods-disposed-of',
        'closure/no-penalty-decision-served',
        'closure/investigation-ended-undecided',
        'closure/investigation-terminated',
        'closure/case-sent-to-the-other-agency',
        'closure/court-ended-the-execution',
        'closure/execution-terminated',
        'closure/decision-annulled-for-good',
        'closure/ground-explained',
        'closure/approved-by-a-leader',
        'execution/case-not-closed',
      ],
      computed: ['C42'],
    },
    {
      id: 'SAMR-078-ARCHIVE',
      cites: 'SAMR-P 78',
      enforced: ['initiation/new-case', 'archive/after-closure', 'archive/archived-once'],
      computed: ['libs/case/src/archive/volumes.ts#volumes'],
    },
    {
      id: 'SAMR-079',
      cites: 'SAMR-P 79',
      computed: ['libs/case/src/archive/volumes.ts#volumes'],
      leftOut: '音像不逐环节强制；recordings are not asked at every stage',
    },
  ],
};

export const periodsAndService: Section = {
  title: '3.9 期间、送达；periods and service (SAMR-P)',
  rules: [
    {
      id: 'SAMR-080-PERIOD',
      cites: 'SAMR-P 80',
      computed: ['libs/law/src/counting.ts#count'],
      leftOut: '在途时间不作记录；days of travel are not recorded',
    },
    {
      id: 'SAMR-081',
      cites: 'SAMR-P 81',
      enforced: ['service/not-before-the-decision', 'service/decision-served'],
      computed: ['C22'],
    },
    {
      id: 'SAMR-082',
      cites: 'SAMR-P 82',
      enforced: [
        'service/receipt-kept',
        'service/lien-witnessed-or-filmed',
        'service/signed-by-one-who-may',
        'service/electronic-address-confirmed',
        'service/electronic-recorded',
        'service/public-notice-last',
        'service/public-notice-shown',
        'service/failure-explained',
        'service/public-notice-does-not-fail',
        'notice/electronic-by-consent',
        'notice/public-notice-last',
      ],
      computed: ['C23'],
      configured: ['libs/case/src/service/service.ts#serviceMethods'],
    },
    {
      id: 'SAMR-083',
      cites: 'SAMR-P 83',
      enforced: [
        'service/electronic-address-confirmed',
        'service/returned-from-the-confirmed-address',
        'service/returned-by-post-or-left',
        'service/leaving-shown',
      ],
    },
  ],
};
