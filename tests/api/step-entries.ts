import type { ActName, EntryOf, PenaltyKind } from '@anjuan/case';

/** With every field that may be left out, so that a field the law learns is missed here by the compiler. */
type Whole<Value> = Value extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : Value extends Readonly<{ kind: PenaltyKind }>
    ? Value
    : Value extends object
      ? { readonly [Field in keyof Value]-?: Whole<Exclude<Value[Field], undefined>> }
      : Value;

const paper = { sha256: 'a'.repeat(64), name: '现场笔录.pdf' };
const outside = { occurredAt: '2026-03-11T02:00:00.000Z', lateReason: '外出执法' };
const officers = { officers: ['lin', 'gao'], signedPaper: paper };
const field = { ...outside, ...officers };
const basis = { law: '食品安全法', article: '34(3)', says: '禁止生产经营' };
const party = {
  kind: 'individual-business',
  name: '朝阳区禾木花店',
  uscc: '92110105MA8B4T6C9Y',
  person: { name: '陈小禾', idType: '居民身份证', idNumber: '110105197609221044', address: '朝阳区管庄乡' },
  address: '朝阳区姚家园路甲6号底商',
  override: { field: 'uscc', reason: '营业执照所载如此' },
} as const;
const affirmed = { affirmed: true, evidence: [0], note: '抽检报告' };
const marks = { majorPublicInterest: true, complex: false, reviewRequiredByOtherLaw: false };
const penalties = [
  { kind: 'warning' },
  { kind: 'fine', fen: 18_400_000 },
  { kind: 'confiscation-of-goods', what: '腊肠原料32箱', fen: 1_840_000 },
  { kind: 'permit-revocation', what: '食品生产许可证' },
  { kind: 'suspension', what: '生产线', days: 30 },
] as const;
const approval = { approval: 3 };
const opinion = {
  opinion: 'supplement',
  points: {
    jurisdiction: '一',
    party: '二',
    evidence: '三',
    characterisation: '四',
    basis: '五',
    procedure: '六',
    appropriateness: '七',
    crime: '八',
  },
  text: '补充后再送',
} as const;

/** One complete entry of every act. */
export const entries: { readonly [Name in ActName]: Whole<EntryOf<Name>> } = {
  'initiation/receive-lead': {
    ...outside,
    source: '举报',
    summary: '未明码标价',
    reporter: { name: '郑晓岚', phone: '13800000000' },
  },
  'initiation/request-filing': {
    cause: '未按规定明码标价',
    party,
    basis: [basis],
    handlers: ['lin', 'gao'],
    act: { from: '2026-04-20', to: '2026-05-13' },
    discoveredOn: '2026-05-06',
    conditions: {
      'breach-evidenced': affirmed,
      'penalty-due': affirmed,
      'our-jurisdiction': affirmed,
      'within-limitation': affirmed,
    },
    endangersLifeOrProperty: false,
    marks,
  },
  'initiation/approve-filing': approval,
  'approval/return': { approval: 3, reason: '证据不足' },
  'approval/withdraw': { approval: 3, reason: '重新申请' },
  'entry/confirm': { entry: 4 },
  'entry/correct': { entry: 4, changes: { place: '姚家园路甲6号' }, reason: '笔误' },
  'entry/withdraw': { entry: 4, reason: '重复', paper },
  'recusal/request': { ...outside, person: 'lin', askedBy: 'party', ground: '与当事人系近亲属', paper },
  'recusal/decide': { request: 4, granted: true, reason: '属实', minutes: paper, replacement: 'lu' },
  'evidence/record-scene': {
    ...field,
    kind: '现场笔录',
    what: '未标价商品12种',
    place: '姚家园路甲6号',
    credentialShown: true,
    record: paper,
    media: [paper],
  },
  'evidence/record-inquiry': {
    ...field,
    kind: '证人证言',
    person: '陈小禾',
    record: paper,
    credentialShown: true,
  },
  'evidence/add': { ...field, kind: '书证', what: '进货台账', provider: '赵一鸣', papers: [paper] },
  'evidence/commission-test': {
    ...outside,
    body: '北京市食品检验研究院',
    periodDays: 30,
    toldInWriting: true,
    paper,
  },
  'evidence/record-test-result': { ...outside, test: 5, kind: '鉴定意见', what: '检验报告', report: paper },
  'evidence/tell-test-result': { ...outside, test: 5, paper },
  'seizure/request': { items: '腊肠原料32箱', basis, days: 30, reason: '防止转移' },
  'seizure/approve': approval,
  'seizure/seize': {
    ...field,
    approval: 3,
    credentialShown: true,
    rightsTold: true,
    statementHeard: true,
    decisionHandedOver: true,
    listHandedOver: true,
    media: [paper],
  },
  'seizure/request-extension': { seizure: 6, days: 30, reason: '案情复杂' },
  'seizure/approve-extension': approval,
  'seizure/lift': { ...field, seizure: 6, reason: '没有违法行为' },
  'correction/order': { ...field, until: '2026-05-18', what: '明码标价', paper },
  'correction/verify': { ...field, order: 7, corrected: true, record: paper },
  'education/give': { ...field, record: paper },
  'investigation/conclude': {
    ...officers,
    facts: '使用超过保质期的原料',
    basis: [basis],
    proposal: { kind: 'penalty', penalties },
    discretion: '从轻',
    benchmark: '裁量基准（食品类）',
    goodsValueFen: 1_840_000,
    illegalGainsFen: 1_526_000,
    marks,
    report: paper,
  },
  'legal-review/send': { reason: '听证后' },
  'legal-review/give-opinion': opinion,
  'case-review/send': { reason: '送审' },
  'case-review/give-opinion': opinion,
  'proposal/approve': { note: '同意' },
  'proposal/return': { reason: '处罚过重' },
  'notice/serve': {
    ...field,
    penalties,
    facts: '使用超过保质期的原料',
    hearingRightTold: true,
    method: 'lien',
    proof: paper,
    addressConfirmation: paper,
    otherMethodsFailed: '下落不明',
  },
  'statement/record': { ...outside, what: '处罚过重', paper },
  'statement/waive': { ...outside, paper },
  'statement/re-check': { ...officers, result: 'partly-adopted', reason: '无证据支持' },
  'hearing/request': { ...outside, paper },
  'hearing/name-host': { host: 'qiu' },
  'hearing/serve-notice': {
    ...outside,
    for: '2026-05-22',
    place: '二楼会议室',
    method: 'direct',
    proof: paper,
    open: true,
    addressConfirmation: paper,
    otherMethodsFailed: '下落不明',
  },
  'hearing/announce': { ...outside, where: '本局网站' },
  'hearing/hold': { ...outside, record: paper, recordSigned: true, refusalNoted: '无' },
  'hearing/report': { report: paper, opinion: '维持' },
  'hearing/end': { ground: 'withdrawn', reason: '当事人撤回', paper },
  'collective-discussion/open': { attending: ['he', 'tang'], handlersReport: ['lin', 'gao'] },
  'collective-discussion/give-opinion': { agrees: true, opinion: '同意' },
  'collective-discussion/conclude': {
    outcome: { kind: 'no-penalty', ground: 'first-breach', reason: '初次违法' },
    conclusion: '一致同意',
  },
  'decision/make': {
    number: '朝市监处罚〔2026〕217号',
    outcome: { kind: 'transfer', to: '公安机关', reason: '涉嫌犯罪' },
    onStatements: '不予采纳',
    lateReason: '鉴定',
  },
  'service/serve-decision': {
    ...field,
    method: 'public-notice',
    proof: paper,
    witness: '东苇社区居委会',
    media: [paper],
    addressConfirmation: paper,
    otherMethodsFailed: '下落不明',
  },
  'execution/record-payment': {
    ...outside,
    fen: 1_526_000,
    for: 'illegal-gains',
    channel: 'bank',
    receipt: paper,
  },
  'execution/apply-for-instalments': { ...outside, reason: '资金周转困难', application: paper },
  'execution/approve-instalments': { plan: [{ due: '2026-07-31', fen: 10_000_000 }] },
  'execution/refuse-instalments': { reason: '无困难' },
  'execution/dispose-of-goods': { ...field, manner: 'destroyed', record: paper },
  'publication/publish': { summary: '摘要', redactions: ['姓名'] },
  'closure/request': { ground: 'executed', note: '缴清' },
  'closure/approve': approval,
  'archive/archive': { note: '两卷' },
  'summary-procedure/decide': {
    ...field,
    number: '朝市监当罚〔2026〕88号',
    cause: '未公示',
    party,
    basis: [basis],
    facts: '首页未公示',
    place: '管庄乡',
    penalties,
    credentialShown: true,
    rightsTold: true,
    statement: '无异议',
    remedyTold: '先申请行政复议',
  },
  'summary-procedure/collect-fine': {
    ...outside,
    fen: 10_000,
    receipt: '京财罚0045127',
    hardToEnforceLater: '无固定住所',
  },
  'summary-procedure/hand-in-money': outside,
  'summary-procedure/bank-money': outside,
  'summary-procedure/hand-in-file': { note: '已交' },
  'reporter-identity/look': { purpose: '核实举报' },
};
