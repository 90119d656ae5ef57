import { onPaper, type Section } from './rule.js';

export const leadAndFiling: Section = {
  title: '3.2 案源、立案；lead and filing (SAMR-P)',
  rules: [
    {
      id: 'SAMR-018-15WD',
      cites: 'SAMR-P 18',
      enforced: [
        'initiation/lead-taken-down-by-an-officer',
        'initiation/lead-received',
        'initiation/filed-by-a-leader',
        'initiation/check-extended-once',
        'initiation/check-extended-in-time',
        'initiation/extension-reasoned',
        'initiation/check-extended-by-a-leader',
      ],
      computed: ['C01'],
      leftOut: '权利人鉴别辨认的时间不扣除；identification by right-holders is not taken out of the time',
    },
    {
      id: 'SAMR-019-FILE',
      cites: 'SAMR-P 19',
      enforced: [
        'initiation/breach-evidenced',
        'initiation/penalty-due',
        'initiation/our-jurisdiction',
        'initiation/within-limitation',
        'initiation/filing-asked-by-an-officer',
        'initiation/two-handlers',
        'initiation/by-a-handler',
        'initiation/no-filing-request-open',
        'recusal/handler-replaced',
        'entry/corrected-by-a-handler',
        'execution/by-those-in-charge',
      ],
    },
    {
      id: 'SAMR-020-NOFILE',
      cites: 'SAMR-P 20',
      enforced: ['initiation/lead-open', 'initiation/not-filing-reasoned'],
      configured: ['libs/case/src/initiation/lead-check.ts#notFilingGrounds'],
    },
    { id: 'SAMR-021-FIRST', cites: 'SAMR-P 21(2)', leftOut: onPaper },
  ],
};

export const evidence: Section = {
  title: '3.3 证据；evidence (SAMR-P)',
  rules: [
    {
      id: 'SAMR-022',
      cites: 'SAMR-P 22',
      enforced: ['officers/two-act-together', 'evidence/credential-shown-at-the-scene'],
    },
    {
      id: 'SAMR-023',
      cites: 'SAMR-P 23',
      enforced: ['decision/facts-proven'],
      configured: ['libs/case/src/evidence/evidence.ts#evidenceKinds'],
      leftOut: '排除非法证据只能撤回该记录；illegal evidence is excluded only by withdrawing its entry',
    },
    {
      id: 'SAMR-024-COPY',
      cites: 'SAMR-P 24',
      enforced: ['evidence/provider-named', 'evidence/bound-by-its-hash'],
      leftOut: onPaper,
    },
    { id: 'SAMR-025-AV', cites: 'SAMR-P 25', enforced: ['evidence/bound-by-its-hash'], leftOut: onPaper },
    {
      id: 'SAMR-026-EDATA',
      cites: 'SAMR-P 26',
      enforced: ['evidence/bound-by-its-hash'],
      leftOut: '提取方法不单独记录；how the data were taken is not recorded by itself',
    },
    { id: 'SAMR-027-FOREIGN', cites: 'SAMR-P 27', leftOut: onPaper },
    {
      id: 'SAMR-028-SCENE',
      cites: 'SAMR-P 28',
      enforced: ['evidence/credential-shown-at-the-scene'],
      leftOut: onPaper,
    },
    {
      id: 'SAMR-029-INQUIRY',
      cites: 'SAMR-P 29',
      enforced: ['evidence/credential-shown-before-the-inquiry'],
      leftOut: onPaper,
    },
    {
      id: 'SAMR-031-SAMPLE',
      cites: 'SAMR-P 31',
      enforced: [
        'evidence/credential-shown-at-the-sampling',
        'evidence/party-called-to-the-sampling',
        'evidence/samples-sealed-and-listed',
        'evidence/sampling-signed-or-refusal-noted',
        'evidence/purchase-recorded',
      ],
    },
    {
      id: 'SAMR-032-TEST',
      cites: 'SAMR-P 32',
      enforced: [
        'evidence/test-awaits-its-result',
        'evidence/result-after-the-commission',
        'evidence/test-result-untold',
        'evidence/told-after-the-result',
        'investigation/test-results-told',
      ],
      leftOut: '检测机构的资质不作核对；the qualification of the testing body is not checked',
    },
    {
      id: 'SAMR-033/34/35-PRESERVE',
      cites: 'SAMR-P 33, 34, 35',
      enforced: [
        'preservation/before-the-decision',
        'preservation/may-be-lost',
        'preservation/approved-or-urgent',
        'preservation/waits-for-approval',
        'preservation/made-up-by-another',
        'preservation/dealt-with-after-it-was-taken',
        'preservation/disagreement-reasoned',
        'preservation/list-and-notice-handed-over',
        'preservation/manner-on-the-file',
        'preservation/still-preserved',
        'preservation/lifting-reasoned',
        'preservation/nothing-preserved-any-more',
      ],
      computed: ['C09', 'C10'],
    },
    {
      id: 'SAMR-043-REFUSE',
      cites: 'SAMR-P 43',
      enforced: ['hearing/record-signed-or-refusal-noted', 'service/lien-witnessed-or-filmed'],
      leftOut: onPaper,
    },
    {
      id: 'SAMR-045-ASSIST',
      cites: 'SAMR-P 45',
      enforced: [
        'assistance/letter-complete',
        'assistance/received-after-it-was-sent',
        'assistance/request-open',
        'assistance/answered-after-it-was-sent',
        'assistance/delay-has-its-day',
      ],
      computed: ['C12'],
    },
  ],
};

export const measuresAndReport: Section = {
  title: '3.4–3.5 强制措施、中止、终止、终结报告；measures, suspension, report (SAMR-P)',
  rules: [
    {
      id: 'SAMR-036…042',
      cites: 'SAMR-P 36–42',
      enforced: [
        'seizure/approved-by-a-leader',
        'seizure/lifting-approved-by-a-leader',
        'seizure/lifting-approved',
        'seizure/one-lifting-request-at-a-time',
        'seizure/lifted-for-a-reason',
        'seizure/still-seized',
        'seizure/disposed-of-before-the-decision',
        'seizure/early-disposal-names-the-goods',
        'seizure/consent-or-public-notice',
        'seizure/evidence-kept-before-disposal',
        'seizure/early-disposal-approved-by-a-leader',
        'seizure/early-disposal-approved',
        'seizure/early-disposal-once',
        'seizure/proceeds-entered',
        'seizure/proceeds-returned',
      ],
      computed: ['C11'],
      leftOut:
        '无人认领的财物公告期满后的处理在系统外办理，未列入；unclaimed goods are dealt with outside after a public notice and not provided for',
    },
    {
      id: 'SAMR-046-SUSPEND',
      cites: 'SAMR-P 46',
      enforced: [
        'suspension/before-the-decision',
        'suspension/not-suspended',
        'suspension/one-request-at-a-time',
        'suspension/ground-stated',
        'suspension/approved-by-a-leader',
        'suspension/suspended',
        'suspension/resumed-for-a-reason',
      ],
    },
    {
      id: 'SAMR-047-END',
      cites: 'SAMR-P 47',
      enforced: [
        'suspension/investigation-not-ended',
        'suspension/termination-ground-stated',
        'suspension/termination-approved-by-a-leader',
        'closure/investigation-terminated',
      ],
    },
    {
      id: 'SAMR-048-REPORT',
      cites: 'SAMR-P 48',
      enforced: [
        'investigation/basis-stated',
        'investigation/discretion-reasoned',
        'investigation/proposal-complete',
        'review/investigation-concluded',
      ],
      leftOut: onPaper,
    },
  ],
};
