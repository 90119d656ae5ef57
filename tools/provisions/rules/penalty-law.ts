import { judgedByPeople, notRecorded, type Section } from './rule.js';

export const kindsAndJurisdiction: Section = {
  title: '1.1 处罚种类、管辖；kinds of penalty and jurisdiction (APL)',
  rules: [
    { id: 'APL-009-KIND', cites: 'APL 9', configured: ['libs/case/src/penalty/words.ts#penaltyKinds'] },
    {
      id: 'APL-016-BASIS',
      cites: 'APL 16, 4, 5(3)',
      enforced: ['investigation/basis-stated', 'summary-procedure/facts-and-basis'],
      leftOut: '依据的位阶和公布不作核对；level and publication of the basis are not checked',
    },
    {
      id: 'APL-018-DETENTION',
      cites: 'APL 18(3)',
      configured: ['libs/case/src/penalty/words.ts#penaltyKinds'],
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
    {
      id: 'APL-026-ASSIST',
      cites: 'APL 26',
      enforced: ['assistance/letter-complete'],
      computed: ['assistance-answer'],
    },
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
      enforced: ['investigation/grounds-make-it-lighter'],
      configured: ['libs/case/src/investigation/grading.ts#mitigationGrounds'],
      leftOut:
        '当事人的年龄不作记录，未满十四周岁由人判断；the age of a party is not recorded: under fourteen is judged by people',
    },
    {
      id: 'APL-031-MENTAL',
      cites: 'APL 31',
      configured: ['libs/case/src/investigation/grading.ts#mitigationGrounds'],
      leftOut: judgedByPeople,
    },
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
      configured: ['libs/case/src/penalty/words.ts#noPenaltyGrounds'],
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
      computed: ['limitation', 'limitation-with-harm'],
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
