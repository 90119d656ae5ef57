import { onPaper, type Section } from './rule.js';

export const hearingMeasures: Section = {
  title: '3.10 听证办法；hearing measures (SAMR-H)',
  rules: [
    {
      id: 'SAMRH-005',
      cites: 'SAMR-H 5',
      enforced: ['hearing/right-exists'],
      computed: ['libs/case/src/penalty/hearing-eligible.ts#hearingEligible'],
      configured: ['libs/law/src/agency-lists.ts#hearingThresholds'],
    },
    { id: 'SAMRH-007', cites: 'SAMR-H 7', enforced: ['hearing/asked-for-in-time'], computed: ['statement'] },
    {
      id: 'SAMRH-011',
      cites: 'SAMR-H 11',
      enforced: [
        'hearing/host-named-by-a-leader',
        'hearing/host-did-not-investigate',
        'hearing/host-is-a-hearing-host',
      ],
      leftOut: '听证员、记录员不作登记；hearing officers and recorders are not registered',
    },
    { id: 'SAMRH-018', cites: 'SAMR-H 18', enforced: ['hearing/host-named'], computed: ['hearing-host'] },
    {
      id: 'SAMRH-019',
      cites: 'SAMR-H 19',
      enforced: ['hearing/file-not-handed-over-yet'],
      computed: ['hearing-file'],
    },
    {
      id: 'SAMRH-020',
      cites: 'SAMR-H 20',
      enforced: [
        'hearing/notified-by-host-or-handler',
        'hearing/notified-after-the-request',
        'hearing/notified-seven-working-days-before',
      ],
      computed: ['hearing-date', 'hearing-notice'],
      leftOut: '第三人不作记录；third parties are not recorded',
    },
    {
      id: 'SAMRH-022',
      cites: 'SAMR-H 22',
      enforced: ['hearing/announced-three-working-days-before', 'hearing/open-hearing-announced'],
      computed: ['hearing-announcement'],
    },
    { id: 'SAMRH-025', cites: 'SAMR-H 25', leftOut: onPaper },
    {
      id: 'SAMRH-026/27',
      cites: 'SAMR-H 26, 27',
      enforced: [
        'hearing/not-over-yet',
        'hearing/not-suspended',
        'hearing/suspended',
        'hearing/standstill-reasoned',
        'hearing/ended-by-host-or-leader',
        'hearing/withdrawn-in-writing',
        'hearing/absent-on-the-notified-day',
        'entry/nothing-rests-on-it',
      ],
    },
    { id: 'SAMRH-028', cites: 'SAMR-H 28', enforced: ['hearing/record-signed-or-refusal-noted'] },
    {
      id: 'SAMRH-029',
      cites: 'SAMR-H 29',
      enforced: ['hearing/held-and-not-reported-yet', 'decision/on-the-hearing-record'],
      computed: ['hearing-report'],
    },
    {
      id: 'SAMRH-034',
      cites: 'SAMR-H 34',
      leftOut: '没有任何听证费用的记录；no fee of a hearing can be entered',
    },
  ],
};

export const gainsAndPacks: Section = {
  title: '3.11–3.12 违法所得、其他领域；illegal gains, bureaus of other kinds',
  rules: [
    {
      id: 'SAMR-GAINS',
      cites: '违法所得认定规定 10, 11, 14, 15',
      enforced: ['closure/fine-and-gains-paid'],
      leftOut:
        '由办案人员认定后填写，扣除、退赔不作记录；entered as people found them; deductions and refunds are not recorded',
    },
    {
      id: 'PACK-ECOLOGY',
      cites: 'MEE-P',
      configured: ['rules/packs/ecology.yaml#limits', 'libs/law/src/rule-packs.ts#packOf'],
      leftOut: '只录入经核实的期限；only the verified periods are entered',
      sure: 'UNSURE',
      key: 'rules/packs/ecology.yaml#limits',
    },
    {
      id: 'PACK-EMERGENCY',
      cites: '应急管理部令第18号',
      configured: ['libs/law/src/rule-packs.ts#packOf'],
      leftOut: '原文未读到，未建规则包；its text was not at hand: there is no pack',
      sure: 'UNSURE',
    },
    {
      id: 'PACK-ECOLOGICAL-CODE',
      cites: '生态环境法典 52, 53, 1060',
      leftOut: '按日计罚、派出机构未列入；daily penalties and branch offices are not provided for',
    },
    {
      id: 'PACK-WORK-SAFETY',
      cites: '安全生产法 65, 68',
      leftOut: '未建规则包；there is no pack',
    },
  ],
};
