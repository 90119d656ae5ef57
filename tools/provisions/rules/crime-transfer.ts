import { judgedByPeople, notRecorded, ofTheAgency, onPaper, type Section } from './rule.js';

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
      computed: ['crime-transfer-decision', 'crime-transfer'],
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#crime-transfer-decision',
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
      computed: ['police-decision'],
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#police-decision',
    },
    {
      id: 'TR-009-3D',
      cites: 'TRANS 9',
      enforced: [
        'crime-transfer/refused-by-the-police',
        'crime-transfer/asked-in-three-days',
        'crime-transfer/reconsideration-asked',
        'crime-transfer/reconsideration-in-order',
      ],
      computed: ['police-reconsideration'],
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#police-reconsideration',
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
      computed: ['goods-hand-over'],
      sure: 'UNSURE',
      key: 'libs/law/src/limits-before-decision.ts#goods-hand-over',
    },
    { id: 'TR-016', cites: 'TRANS 16', leftOut: ofTheAgency },
    { id: 'TR-019', cites: 'TRANS 19', leftOut: notRecorded },
  ],
};
