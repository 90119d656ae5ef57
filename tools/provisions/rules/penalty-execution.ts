import { ofTheAgency, type Section } from './rule.js';

export const execution: Section = {
  title: '1.7 执行；execution (APL)',
  rules: [
    {
      id: 'APL-066-DEFER',
      cites: 'APL 66(2)',
      enforced: [
        'execution/fine-unpaid',
        'execution/hardship-in-writing',
        'execution/application-open',
        'execution/plan-sums-to-the-unpaid-fine',
        'execution/deferral-ahead',
      ],
      computed: ['libs/case/src/execution/surcharge.ts#fineDue'],
      sure: 'K',
    },
    {
      id: 'APL-067-SEPARATE',
      cites: 'APL 67',
      enforced: [
        'execution/deciding-and-collecting-apart',
        'execution/decided',
        'execution/not-before-the-decision',
      ],
      computed: ['payment'],
    },
    {
      id: 'APL-068-SPOT',
      cites: 'APL 68',
      enforced: ['summary-procedure/hundred-yuan-or-hard-to-enforce'],
      configured: ['libs/law/src/thresholds.ts#onTheSpotCollection'],
    },
    {
      id: 'APL-069-REMOTE',
      cites: 'APL 69',
      enforced: ['summary-procedure/remote-and-asked-by-the-party'],
      leftOut:
        '普通程序的罚款在边远地区当场收缴未列入；collection in remote areas of fines of the ordinary procedure is not provided for',
    },
    { id: 'APL-070-RECEIPT', cites: 'APL 70', enforced: ['summary-procedure/receipt-issued'] },
    {
      id: 'APL-071-2D',
      cites: 'APL 71, 85',
      enforced: [
        'summary-procedure/by-its-officers',
        'summary-procedure/money-with-the-officer',
        'summary-procedure/money-with-the-agency',
        'summary-procedure/landed-after-the-collection',
        'closure/collected-fine-banked',
      ],
      computed: ['cash-hand-in', 'cash-banking'],
    },
    {
      id: 'APL-072-3PCT',
      cites: 'APL 72(1)(1)',
      enforced: ['execution/not-more-than-owed', 'execution/overdue-and-unpaid'],
      computed: [
        'surcharge-ceiling',
        'libs/law/src/money.ts#surcharge',
        'libs/case/src/execution/surcharge.ts#Surcharge',
      ],
      sure: 'K',
      key: 'libs/law/src/limits-after-decision.ts#surcharge-ceiling',
    },
    {
      id: 'APL-072-OTHER',
      cites: 'APL 72(1)',
      enforced: ['execution/overdue-and-unpaid', 'court-enforcement/applied'],
      leftOut: '拍卖查封财物抵缴罚款未列入；auctioning sealed property for the fine is not provided for',
    },
    {
      id: 'APL-072-DEFERCOURT',
      cites: 'APL 72(2)',
      enforced: ['court-enforcement/in-three-months'],
      computed: ['court-application', 'libs/case/src/court-enforcement/remedy-period.ts#enforceableFrom'],
    },
    {
      id: 'APL-073-NOSTOP',
      cites: 'APL 73',
      enforced: [
        'remedy/decision-received',
        'remedy/pending',
        'remedy/one-at-a-time',
        'remedy/in-the-order-of-time',
        'remedy/organ-and-number-named',
      ],
      computed: ['libs/case/src/execution/surcharge.ts#pauses'],
    },
    {
      id: 'APL-074-TREASURY',
      cites: 'APL 74',
      enforced: [
        'execution/goods-confiscated',
        'execution/goods-still-there',
        'execution/goods-after-service',
      ],
      leftOut: '上缴国库在财政系统办理；the treasury has its own system',
    },
    {
      id: 'APL-075/76-SUPERV',
      cites: 'APL 75, 76',
      enforced: [
        'decision-change/decision-stands',
        'decision-change/by-a-leader',
        'decision-change/slip-shown',
        'decision-change/not-by-the-handlers',
        'decision-change/reason-given',
        'decision-change/outcome-stated',
        'decision-change/not-heavier',
        'decision-change/ground-on-the-file',
        'decision-change/refund-owed',
      ],
      computed: ['libs/views/src/lists/late-entries/late-entries.ts#entriesMadeLate'],
      leftOut: ofTheAgency,
    },
  ],
};
