import { judgedByPeople, notRecorded, ofTheAgency, type Section } from './rule.js';

export const kindsAndJurisdiction: Section = {
  title: '1.1 处罚种类、管辖；kinds of penalty and jurisdiction (APL)',
  rules: [
    { id: 'APL-009-KIND', cites: 'APL 9', configured: ['libs/case/src/penalty/penalty.ts#penaltyKinds'] },
    {
      id: 'APL-016-BASIS',
      cites: 'APL 16, 4, 5(3)',
      enforced: ['investigation/basis-stated', 'summary-procedure/facts-and-basis'],
      leftOut: '依据的位阶和公布不作核对；level and publication of the basis are not checked',
    },
    {
      id: 'APL-018-DETENTION',
      cites: 'APL 18(3)',
      configured: ['libs/case/src/penalty/penalty.ts#penaltyKinds'],
    },
    {
      id: 'APL-020-ENTRUST',
      cites: 'APL 20, 21',
      leftOut: '不登记受委托的组织；entrusted bodies are not registered',
    },
    {
      id: 'APL-022-PLACE',
      cites: 'APL 22',
      enforced: ['initiation/our-jurisdiction', 'decision/our-jurisdiction'],
      leftOut: '由人确认，不按地域计算；affirmed by people, not computed from places',
    },
    {
      id: 'APL-023-LEVEL',
      cites: 'APL 23',
      enforced: ['initiation/our-jurisdiction'],
      leftOut:
        '机关级别有登记，不与处罚权限比对；the level of an agency is registered and not compared with its powers',
    },
    { id: 'APL-024-TOWN', cites: 'APL 24', leftOut: '乡镇街道未列入；townships are not provided for' },
    {
      id: 'APL-025-FIRST',
      cites: 'APL 25',
      enforced: [
        'jurisdiction/undisputed',
        'jurisdiction/disputed',
        'jurisdiction/reported-once',
        'jurisdiction/settled-for-this-agency',
      ],
    },
    { id: 'APL-026-ASSIST', cites: 'APL 26', enforced: ['assistance/letter-complete'], computed: ['C12'] },
    {
      id: 'APL-027-CRIME',
      cites: 'APL 27, 8, 57(1)(4), 82',
      enforced: [
        'crime-transfer/report-written',
        'crime-transfer/outcome-of-a-filed-case',
        'decision/no-transfer-pending',
      ],
    },
  ],
};

export const applyingPenalties: Section = {
  title: '1.2 处罚的适用；applying penalties (APL)',
  rules: [
    {
      id: 'APL-028-CORRECT',
      cites: 'APL 28',
      enforced: [
        'correction/order-can-be-fulfilled',
        'correction/order-outstanding',
        'correction/verified-after-the-order',
      ],
      leftOut:
        '没有责令改正的处罚不被拒绝，退赔不作记录；a penalty without an order is not refused, restitution is not recorded',
    },
    {
      id: 'APL-029-ONEFINE',
      cites: 'APL 29',
      enforced: ['initiation/not-filed-yet', 'decision/only-one'],
      leftOut: '不与其他案件比对；other cases are not compared',
    },
    {
      id: 'APL-030-MINOR',
      cites: 'APL 30',
      leftOut: '当事人的年龄不作记录；the age of a party is not recorded',
    },
    { id: 'APL-031-MENTAL', cites: 'APL 31', leftOut: notRecorded },
    {
      id: 'APL-032-MITIGATE',
      cites: 'APL 32',
      enforced: ['investigation/grounds-make-it-lighter', 'investigation/mitigated-on-a-ground'],
      configured: ['libs/case/src/investigation/grading.ts#mitigationGrounds'],
      leftOut: '未记录裁量档次的不核对；a report without a grade is not checked',
    },
    {
      id: 'APL-033-MINORVIOL',
      cites: 'APL 33',
      enforced: ['decision/party-educated', 'decision/reason-given', 'education/where-nobody-is-punished'],
      configured: ['libs/case/src/penalty/penalty.ts#noPenaltyGrounds'],
      leftOut: judgedByPeople,
    },
    {
      id: 'APL-034-BENCH',
      cites: 'APL 34',
      enforced: ['decision/benchmark-stated', 'decision/benchmark-published'],
      configured: ['libs/law/src/agency-lists.ts#benchmarks'],
    },
    {
      id: 'APL-035-OFFSET',
      cites: 'APL 35(2)',
      enforced: ['decision/no-fine-after-criminal-fine'],
      leftOut: '折抵由法院计算；the court offsets a fine already paid',
    },
    {
      id: 'APL-036-LIMIT',
      cites: 'APL 36',
      enforced: [
        'initiation/found-in-time',
        'initiation/within-limitation',
        'initiation/dates-in-order',
        'decision/within-limitation',
      ],
      computed: ['C44', 'C44b'],
      configured: ['libs/law/src/thresholds.ts#limitation'],
    },
    {
      id: 'APL-037-LEX',
      cites: 'APL 37',
      leftOut: '不含实体法条文库；there is no catalogue of substantive law',
    },
    {
      id: 'APL-038-VOID',
      cites: 'APL 38',
      leftOut: '是其他条文必须拒绝的理由，本身不要求步骤；why the others refuse; asks no step of its own',
    },
    {
      id: 'APL-040-FACTS',
      cites: 'APL 40',
      enforced: [
        'investigation/evidence-carries-the-penalty',
        'decision/facts-proven',
        'evidence/before-the-decision',
      ],
      leftOut: '不逐项对应违法要件与证据；the elements of a breach are not matched with evidence one by one',
    },
    { id: 'APL-049-EMERG', cites: 'APL 49', leftOut: notRecorded },
  ],
};

export const generalDuties: Section = {
  title: '1.3 一般程序义务；general duties (APL)',
  rules: [
    { id: 'APL-039-PUBLIC', cites: 'APL 39', leftOut: ofTheAgency },
    {
      id: 'APL-041-DEVICE',
      cites: 'APL 41',
      leftOut: '不登记电子技术监控设备；monitoring devices are not registered',
    },
    {
      id: 'APL-042-TWO',
      cites: 'APL 42(1), 55',
      enforced: [
        'officers/two-act-together',
        'officers/credentials-valid-on-the-day',
        'capacity/officer-credential-valid',
        'capacity/held-on-the-day',
        'initiation/handlers-qualified',
        'review/entries-confirmed',
        'entry/all-confirmed',
        'entry/confirmed-by-an-officer',
        'entry/confirmation-awaited',
      ],
    },
    {
      id: 'APL-043-RECUSE',
      cites: 'APL 43',
      enforced: [
        'recusal/not-recused',
        'recusal/application-of-the-party-bound',
        'recusal/only-oneself',
        'recusal/ground-stated',
        'recusal/request-open',
        'recusal/decided-by-a-leader',
        'recusal/decision-reasoned',
        'recusal/replacement-fit',
        'initiation/handlers-not-in-question',
        'decision/recusals-decided',
      ],
    },
    {
      id: 'APL-044-NOTICE',
      cites: 'APL 44',
      enforced: [
        'notice/a-penalty-is-proposed',
        'notice/penalties-as-approved',
        'notice/facts-told',
        'notice/hearing-right-told',
        'decision/notice-served',
      ],
    },
    {
      id: 'APL-045-DEFENCE',
      cites: 'APL 45',
      enforced: [
        'statement/said-before-the-decision',
        'statement/something-to-re-check',
        'statement/re-check-gives-its-reason',
        'decision/statements-re-checked',
        'decision/not-heavier-than-notified',
        'notice/not-heavier-because-the-party-spoke',
        'service/party-heard-before-the-decision',
        'entry/partys-words-withdrawn-by-the-party',
      ],
    },
    {
      id: 'APL-046-EVID',
      cites: 'APL 46',
      enforced: ['evidence/bound-by-its-hash', 'decision/facts-proven'],
      configured: ['libs/case/src/evidence/evidence.ts#evidenceKinds'],
      leftOut: '排除非法证据只能撤回该记录；illegal evidence is excluded only by withdrawing its entry',
    },
    {
      id: 'APL-047-RECORD',
      cites: 'APL 47',
      enforced: ['seizure/filmed-throughout', 'evidence/bound-by-its-hash'],
      computed: ['libs/case/src/archive/volumes.ts#volumes'],
      leftOut: '查封扣押以外的音像不强制；pictures and sound are asked of seizures alone',
    },
    {
      id: 'APL-048-PUBLISH',
      cites: 'APL 48, 85',
      enforced: [
        'publication/penalty-of-the-ordinary-procedure',
        'publication/published-once',
        'decision-change/publication-to-withdraw',
        'decision-change/publicly-explained',
        'decision-change/carried-out',
      ],
      computed: ['C27'],
    },
    {
      id: 'APL-050-SECRET',
      cites: 'APL 50',
      enforced: ['publication/natural-person-redacted', 'publication/personal-data-taken-out'],
      computed: ['libs/case/src/personal-data.ts#personalData'],
      leftOut: '国家秘密、商业秘密不分级标记；entries are not marked as state or business secrets',
    },
  ],
};
