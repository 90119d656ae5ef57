import { ofTheAgency, onPaper, type Section } from './rule.js';

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
        'libs/case/src/penalty/words.ts#noPenaltyGrounds',
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
      computed: [
        'libs/views/src/lists/late-entries/late-entries.ts#entriesMadeLate',
        'lead-check',
        'seizure-term',
      ],
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
      configured: ['libs/law/src/limits-beside-the-case.ts#supervision-answer'],
      leftOut: '监督文书不在案件之内；the papers of supervision are outside the case',
    },
  ],
};
