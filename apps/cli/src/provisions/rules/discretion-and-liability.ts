import { notRecorded, ofTheAgency, onPaper, type Section } from './rule.js';

export const discretion: Section = {
  title: '9.1 裁量基准；benchmarks',
  rules: [
    {
      id: 'DISC-001',
      cites: 'APL 34',
      enforced: ['decision/benchmark-stated', 'decision/benchmark-published'],
      configured: ['libs/law/src/agency-lists.ts#benchmarks'],
      sure: 'K',
    },
    {
      id: 'DISC-002',
      cites: 'SAMR-P 48(6)',
      enforced: ['investigation/discretion-reasoned', 'decision/benchmark-stated'],
      leftOut: onPaper,
    },
    {
      id: 'DISC-003',
      cites: '国市监法规〔2022〕2号',
      enforced: ['investigation/mitigated-on-a-ground'],
      configured: [
        'libs/law/src/discretion.ts#discretionGrades',
        'libs/case/src/penalty/penalty.ts#noPenaltyGrounds',
      ],
      sure: 'K',
    },
    {
      id: 'DISC-004',
      cites: '国市监法规〔2022〕2号',
      configured: ['libs/law/src/discretion.ts#discretionShares'],
      sure: 'K',
      key: 'libs/law/src/discretion.ts#percent',
    },
    {
      id: 'DISC-005',
      cites: 'policy',
      enforced: ['investigation/range-in-order'],
      computed: ['libs/law/src/discretion.ts#discretionRange'],
      sure: 'K',
      key: 'libs/law/src/discretion.ts#percent',
    },
    {
      id: 'DISC-006',
      cites: '国办发〔2022〕27号',
      enforced: ['investigation/departure-reasoned', 'decision/departure-discussed-or-approved'],
      sure: 'K',
    },
    {
      id: 'DISC-007',
      cites: '118; MEE 2024',
      enforced: ['investigation/not-below-the-minimum', 'decision/not-below-the-minimum'],
      configured: ['libs/case/src/review/review.ts#reviewPoints'],
      leftOut: '裁量基准不是单独的审核要点；the benchmark is no point of its own in the review',
    },
    {
      id: 'DISC-008',
      cites: 'policy',
      leftOut: '类案比对未建；similar cases are not shown',
    },
  ],
};

export const liability: Section = {
  title: '9.3 责任与尽职免责；liability and due diligence',
  rules: [
    {
      id: 'ACC-001',
      cites: '国家市场监督管理总局令第41号 10',
      computed: ['libs/views/src/late-entries/late-entries.ts#entriesMadeLate', 'C01', 'C11'],
      leftOut: '其他责任情形不自动识别；the other heads of liability are not detected',
    },
    {
      id: 'ACC-002',
      cites: '国家市场监督管理总局令第41号 11',
      leftOut: '由监督机关认定；found by those who supervise',
    },
    {
      id: 'ACC-003',
      cites: 'policy',
      enforced: [
        'collective-discussion/one-opinion-each',
        'collective-discussion/opinion-of-one-attending',
        'approval/open',
        'approval/approver-is-not-the-requester',
        'approval/returned-by-a-leader',
        'approval/reason-given',
        'approval/withdrawn-by-an-officer',
        'approval/withdrawn-by-the-requester',
      ],
    },
    { id: 'ACC-004', cites: '市场监督管理执法监督规定 23', leftOut: ofTheAgency },
    { id: 'ACC-005', cites: '行政执法监督条例 27–29, 37', leftOut: ofTheAgency },
    { id: 'ACC-006', cites: '行政执法监督条例 11(4)', leftOut: ofTheAgency },
    {
      id: 'ACC-007',
      cites: 'SAMR-Sup 17–19',
      configured: ['libs/law/src/limits-beside-the-case.ts#C49'],
      leftOut: '监督文书不在案件之内；the papers of supervision are outside the case',
    },
  ],
};

const notCompared = '由审核人员核对；compared by the reviewer';
const unread = '所据资料未列出该项；the source read does not give this item';

export const fatal: Section = {
  title: '9.4 案卷评查一票否决项；what inspectors treat as fatal (MEE 2024)',
  rules: [
    {
      id: 'FATAL-01',
      cites: 'MEE 2024 (1)',
      enforced: ['initiation/our-jurisdiction', 'decision/our-jurisdiction'],
      leftOut: '文书的名义由审核人员核对；in whose name a paper speaks is compared by the reviewer',
    },
    {
      id: 'FATAL-02',
      cites: 'MEE 2024 (2)',
      enforced: ['officers/two-act-together', 'officers/credentials-valid-on-the-day'],
    },
    {
      id: 'FATAL-03',
      cites: 'MEE 2024 (3)',
      enforced: ['initiation/party-identified'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-04',
      cites: 'MEE 2024 (4)',
      enforced: ['initiation/uscc-checked', 'initiation/citizen-id-checked'],
      leftOut: notCompared,
    },
    { id: 'FATAL-05', cites: 'MEE 2024 (5)', enforced: ['decision/facts-proven'], leftOut: notCompared },
    { id: 'FATAL-06', cites: 'MEE 2024 (6)', enforced: ['decision/facts-proven'], leftOut: notCompared },
    { id: 'FATAL-07', cites: 'MEE 2024 (7)', leftOut: notRecorded },
    { id: 'FATAL-08', cites: 'MEE 2024 (8)', enforced: ['investigation/basis-stated'], leftOut: notCompared },
    { id: 'FATAL-09', cites: 'MEE 2024 (9)', enforced: ['investigation/basis-stated'], leftOut: notCompared },
    {
      id: 'FATAL-10',
      cites: 'MEE 2024 (10)',
      enforced: ['investigation/basis-stated'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-11',
      cites: 'MEE 2024 (11)',
      enforced: ['investigation/basis-stated'],
      leftOut: notCompared,
    },
    {
      id: 'FATAL-12',
      cites: 'MEE 2024 (12)',
      enforced: [
        'decision/not-heavier-than-notified',
        'notice/not-heavier-because-the-party-spoke',
        'investigation/not-below-the-minimum',
        'decision/not-below-the-minimum',
      ],
      leftOut: '未记录法定幅度的不核对；where the range of the law is not entered it is not checked',
    },
    { id: 'FATAL-13', cites: 'MEE 2024 (13)', enforced: ['seizure/things-named'] },
    {
      id: 'FATAL-14',
      cites: 'MEE 2024 (14)',
      enforced: [
        'decision/notice-served',
        'decision/party-s-period-over',
        'hearing/notified-seven-working-days-before',
        'investigation/test-results-told',
      ],
      computed: ['C14'],
    },
    {
      id: 'FATAL-15',
      cites: 'MEE 2024 (15)',
      enforced: [
        'decision/recusals-decided',
        'decision/statements-re-checked',
        'decision/hearing-held-if-asked-for',
      ],
    },
    {
      id: 'FATAL-16',
      cites: 'MEE 2024 (16)',
      enforced: ['seizure/rights-told', 'seizure/scene-recorded'],
    },
    {
      id: 'FATAL-17',
      cites: 'MEE 2024 (17)',
      enforced: [
        'decision/discussed-together',
        'collective-discussion/after-the-party-was-heard',
        'collective-discussion/after-the-hearing',
      ],
    },
    { id: 'FATAL-18', cites: 'MEE 2024 (18)', enforced: ['collective-discussion/handlers-do-not-vote'] },
    {
      id: 'FATAL-19',
      cites: 'MEE 2024 (19)',
      enforced: ['legal-review/no-decision-without-review', 'case-review/no-decision-without-review'],
    },
    {
      id: 'FATAL-20',
      cites: 'MEE 2024 (20)',
      enforced: ['initiation/found-in-time', 'decision/within-limitation'],
    },
    { id: 'FATAL-21', cites: 'MEE 2024 (21)', enforced: ['review/handler-may-not-review'] },
    { id: 'FATAL-22', cites: 'MEE 2024 (22)', leftOut: unread },
    { id: 'FATAL-23', cites: 'MEE 2024 (23)', leftOut: unread },
    { id: 'FATAL-24', cites: 'MEE 2024 (24)', leftOut: unread },
    {
      id: 'FATAL-25',
      cites: 'MEE 2024 (25)',
      enforced: ['seizure/term-not-over', 'closure/seizures-ended'],
      computed: ['C11'],
      leftOut: '逾期未解除的只作提示；what is overdue is shown, and lifted by people',
    },
  ],
};
