import { notRecorded, ofTheAgency, onPaper, type Section } from './rule.js';

export const publicity: Section = {
  title: '2.1 行政执法公示；publicity (国办发〔2018〕118号)',
  rules: [
    { id: 'TS-PUB-BEFORE', cites: '118', leftOut: ofTheAgency },
    {
      id: 'TS-PUB-DURING',
      cites: '118',
      enforced: ['evidence/credential-shown-at-the-scene', 'seizure/credential-shown', 'seizure/rights-told'],
      leftOut: onPaper,
    },
    {
      id: 'TS-PUB-AFTER-20',
      cites: '118',
      leftOut: '只公示行政处罚决定，适用七日；only penalties are published, within seven working days',
    },
    {
      id: 'TS-PUB-AFTER-7',
      cites: '118',
      enforced: ['publication/penalty-of-the-ordinary-procedure'],
      computed: ['credit-publicity'],
    },
    {
      id: 'TS-PUB-WITHDRAW',
      cites: '118; APL 48',
      enforced: ['decision-change/publication-to-withdraw', 'decision-change/publicly-explained'],
      computed: ['publication-withdrawal'],
      sure: 'K',
      key: 'libs/law/src/limits-after-decision.ts#publication-withdrawal',
    },
    {
      id: 'TS-PUB-FIX',
      cites: '118',
      enforced: ['publication/natural-person-redacted', 'publication/personal-data-taken-out'],
      leftOut: '已公示信息的更正不作记录；correcting what is published is not recorded',
      sure: 'K',
    },
    { id: 'TS-PUB-YEAR', cites: '118', leftOut: ofTheAgency, sure: 'K' },
    { id: 'TS-PUB-GIR', cites: '政府信息公开条例 15, 20(6), 26', leftOut: ofTheAgency },
  ],
};

export const recording: Section = {
  title: '2.2 执法全过程记录；whole-process recording (118)',
  rules: [
    {
      id: 'TS-REC-TEXT',
      cites: '118; APL 47',
      computed: ['libs/case/src/archive/volumes.ts#volumes'],
      sure: 'K',
    },
    {
      id: 'TS-REC-AV-MUST',
      cites: '118',
      enforced: ['seizure/filmed-throughout'],
      leftOut: '询问室等场所的录像不在本系统；cameras of interview rooms are outside',
      sure: 'K',
    },
    {
      id: 'TS-REC-AV-SHOULD',
      cites: '118',
      enforced: ['service/lien-witnessed-or-filmed'],
      leftOut: '其他环节的音像可附、不强制；elsewhere recordings may be added and are not asked',
      sure: 'K',
    },
    {
      id: 'TS-REC-AV-SKIP',
      cites: '118',
      leftOut: '是许可，不要求步骤；a permission; it asks for no step',
      sure: 'K',
    },
    {
      id: 'TS-REC-SAMR',
      cites: 'SAMR-P 43, 44, 82',
      enforced: [
        'seizure/filmed-throughout',
        'service/lien-witnessed-or-filmed',
        'hearing/record-signed-or-refusal-noted',
      ],
      leftOut: '公告张贴、电子送达的截图不强制；pictures of postings and of e-service are not asked',
    },
    { id: 'TS-REC-LIST', cites: '118', leftOut: ofTheAgency },
    {
      id: 'TS-REC-STORE',
      cites: '118',
      enforced: ['evidence/bound-by-its-hash'],
      configured: ['libs/documents/src/document-store.ts#DocumentStore'],
      sure: 'K',
    },
    {
      id: 'TS-REC-ARCH',
      cites: '档案法 37',
      enforced: ['archive/after-closure'],
      computed: ['libs/case/src/archive/volumes.ts#volumes'],
      leftOut: '不向档案馆移交；nothing is handed to the public archives',
    },
    {
      id: 'TS-REC-RETAIN',
      cites: '档案法',
      leftOut: '保管期限不作记录，案卷不删除；no retention period is kept; files are never deleted',
    },
  ],
};

export const legalReview: Section = {
  title: '2.3 重大执法决定法制审核；legal review of major decisions (118)',
  rules: [
    {
      id: 'TS-LR-GATE',
      cites: 'APL 58; 118',
      enforced: ['legal-review/no-decision-without-review'],
      sure: 'K',
    },
    {
      id: 'TS-LR-SCOPE',
      cites: '118',
      computed: ['libs/case/src/legal-review/required.ts#legalReviewRequired'],
      leftOut: '社会风险不单独标记；social risk has no mark of its own',
      sure: 'K',
    },
    {
      id: 'TS-LR-LIST',
      cites: '118; SAMR-P 50(3)',
      configured: ['libs/law/src/agency-lists.ts#majorDecisions'],
      sure: 'K',
    },
    { id: 'TS-LR-WHO', cites: '118', leftOut: ofTheAgency, sure: 'K' },
    {
      id: 'TS-LR-POINTS',
      cites: '118',
      enforced: ['review/agreement-finds-no-fault', 'review/suggestion-names-its-point'],
      configured: [
        'libs/case/src/review/review.ts#reviewPoints',
        'libs/case/src/compliance/checklist.ts#checkPoints',
      ],
      sure: 'K',
    },
    {
      id: 'TS-LR-OPINION',
      cites: '118',
      enforced: ['review/problems-dealt-with', 'review/suggestion-names-its-point'],
      configured: ['libs/case/src/review/review.ts#opinions'],
      sure: 'K',
    },
    { id: 'TS-LR-RESP', cites: '118', leftOut: notRecorded, sure: 'K' },
    {
      id: 'TS-LR-MATERIALS',
      cites: '118',
      enforced: ['review/file-unchanged-since-sent'],
      computed: ['libs/case/src/review/dossier.ts#dossier'],
    },
    {
      id: 'TS-LR-SEP',
      cites: 'SAMR-P 49(3)',
      enforced: ['review/handler-may-not-review', 'review/leader-stands-apart'],
    },
  ],
};
