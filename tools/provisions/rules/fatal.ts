import { type Section } from './rule.js';

const measured = 'libs/case/src/compliance';
const notCompared = '由审核人员核对；compared by the reviewer';
const unread = '所据资料未列出该项；the source read does not give this item';

export const fatal: Section = {
  title: '9.4 案卷评查一票否决项；what inspectors treat as fatal (MEE 2024)',
  rules: [
    {
      id: 'FATAL-01',
      cites: 'MEE 2024 (1)',
      computed: [`${measured}/of-people.ts#power`],
      enforced: ['initiation/our-jurisdiction', 'decision/our-jurisdiction'],
      leftOut: '文书的名义由审核人员核对；in whose name a paper speaks is compared by the reviewer',
    },
    {
      id: 'FATAL-02',
      cites: 'MEE 2024 (2)',
      computed: [`${measured}/of-people.ts#staffing`],
      enforced: ['officers/two-act-together', 'officers/credentials-valid-on-the-day'],
    },
    {
      id: 'FATAL-03',
      cites: 'MEE 2024 (3)',
      computed: [`${measured}/of-people.ts#sameName`],
      enforced: ['initiation/party-identified'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-04',
      cites: 'MEE 2024 (4)',
      computed: [`${measured}/of-people.ts#rightParty`],
      enforced: ['initiation/uscc-checked', 'initiation/citizen-id-checked'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-05',
      cites: 'MEE 2024 (5)',
      computed: [`${measured}/of-facts-and-law.ts#factsStated`],
      enforced: ['decision/facts-proven'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-06',
      cites: 'MEE 2024 (6)',
      computed: [`${measured}/of-facts-and-law.ts#factsCarried`],
      enforced: ['decision/facts-proven'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-07',
      cites: 'MEE 2024 (7)',
      computed: [`${measured}/of-facts-and-law.ts#noFault`],
      leftOut: '是否涉及有无过错由审核人员核对；whether it was about fault is compared by the reviewer',
    },
    {
      id: 'FATAL-08',
      cites: 'MEE 2024 (8)',
      computed: [`${measured}/of-facts-and-law.ts#basisNamed`],
      enforced: ['investigation/basis-stated'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-09',
      cites: 'MEE 2024 (9)',
      computed: [`${measured}/of-facts-and-law.ts#basisRight`],
      enforced: ['investigation/basis-stated'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-10',
      cites: 'MEE 2024 (10)',
      computed: [`${measured}/of-facts-and-law.ts#basisRight`],
      enforced: ['investigation/basis-stated'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-11',
      cites: 'MEE 2024 (11)',
      computed: [`${measured}/of-facts-and-law.ts#basisPrecise`],
      enforced: ['investigation/basis-stated'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-12',
      cites: 'MEE 2024 (12)',
      computed: [`${measured}/of-facts-and-law.ts#measureOfPenalty`],
      enforced: [
        'decision/not-heavier-than-notified',
        'notice/not-heavier-because-the-party-spoke',
        'investigation/not-below-the-minimum',
        'decision/not-below-the-minimum',
      ],
      leftOut: '未记录法定幅度的不核对；where the range of the law is not entered it is not checked',
    },
    {
      id: 'FATAL-13',
      cites: 'MEE 2024 (13)',
      computed: [`${measured}/of-measures.ts#related`],
      enforced: ['seizure/things-named'],
    },
    {
      id: 'FATAL-14',
      cites: 'MEE 2024 (14)',
      enforced: [
        'decision/notice-served',
        'decision/party-s-period-over',
        'hearing/notified-seven-working-days-before',
        'investigation/test-results-told',
      ],
      computed: [`${measured}/of-hearing-the-party.ts#told`, 'statement'],
    },
    {
      id: 'FATAL-15',
      cites: 'MEE 2024 (15)',
      computed: [`${measured}/of-hearing-the-party.ts#heard`],
      enforced: [
        'decision/recusals-decided',
        'decision/statements-re-checked',
        'decision/hearing-held-if-asked-for',
      ],
    },
    {
      id: 'FATAL-16',
      cites: 'MEE 2024 (16)',
      computed: [`${measured}/of-measures.ts#onTheSpot`],
      enforced: ['seizure/rights-told', 'seizure/scene-recorded'],
    },
    {
      id: 'FATAL-17',
      cites: 'MEE 2024 (17)',
      computed: [`${measured}/of-deciding.ts#discussed`],
      enforced: [
        'decision/discussed-together',
        'collective-discussion/after-the-party-was-heard',
        'collective-discussion/after-the-hearing',
      ],
    },
    {
      id: 'FATAL-18',
      cites: 'MEE 2024 (18)',
      computed: [`${measured}/of-people.ts#votes`],
      enforced: ['collective-discussion/handlers-do-not-vote'],
    },
    {
      id: 'FATAL-19',
      cites: 'MEE 2024 (19)',
      computed: [`${measured}/of-deciding.ts#reviewed`],
      enforced: ['legal-review/no-decision-without-review', 'case-review/no-decision-without-review'],
    },
    {
      id: 'FATAL-20',
      cites: 'MEE 2024 (20)',
      computed: [`${measured}/of-facts-and-law.ts#limitation`],
      enforced: ['initiation/found-in-time', 'decision/within-limitation'],
    },
    {
      id: 'FATAL-21',
      cites: 'MEE 2024 (21)',
      computed: [`${measured}/of-people.ts#reviewer`],
      enforced: ['review/handler-may-not-review'],
    },
    { id: 'FATAL-22', cites: 'MEE 2024 (22)', leftOut: unread },
    { id: 'FATAL-23', cites: 'MEE 2024 (23)', leftOut: unread },
    { id: 'FATAL-24', cites: 'MEE 2024 (24)', leftOut: unread },
    {
      id: 'FATAL-25',
      cites: 'MEE 2024 (25)',
      enforced: ['seizure/term-not-over', 'closure/seizures-ended'],
      computed: [`${measured}/of-measures.ts#overdue`, 'seizure-term'],
      leftOut: '逾期未解除的只作提示；what is overdue is shown, and lifted by people',
    },
  ],
};
