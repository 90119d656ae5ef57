/** What may be typed in for every act of the procedure: what the players mean, or else anything its form takes. */
import { someGoods } from './goods-forms.js';
import { acts, type ActName, type EntryOf } from '@anjuan/case';
import { addDays } from '@anjuan/law';
import {
  approvalOf,
  anyRequest,
  exclusion,
  standstill,
  filingTerms,
  serving,
  proposed,
  ofJurisdiction,
  ofCourtEnforcement,
  ofUrgentMeasures,
  opinion,
  sending,
  anyEntry,
  correction,
  recusalRequest,
  recusalAnswer,
} from './forms.js';
import { severally, told } from './breaches.js';
import { ofExecution, ofExecutionSuspension, ofService } from './execution-forms.js';
import { grading } from './grading.js';
import { asIssued, ofPapers } from './paper-forms.js';
import { ofJoinedParties } from './joined-forms.js';
import { ofSeizure } from './seizure-forms.js';
import { ofSummaryProcedure } from './summary-forms.js';
import { everybody } from './people.js';
import { ofUndoing } from './undoing-forms.js';
import { anyOf } from './any-of.js';
import {
  astray,
  byOfficers,
  entryNumber,
  meant,
  officers,
  onDay,
  outcome,
  outside,
  paperOf,
  penalties,
  text,
  yes,
  type Table,
} from './table.js';
import { ofClosure } from './closure-forms.js';

export type Entries = { readonly [Name in ActName]: (table: Table) => EntryOf<Name> };

/** On the day fixed for the hearing, if there is one. */
const heardThatDay = (table: Table) => ({
  ...onDay(table, table.file.hearing.notice?.for ?? table.today),
  record: paperOf(table, '听证笔录'),
  recordSigned: yes(table),
});

const written: Partial<Entries> = {
  'initiation/receive-lead': (table) => ({
    source: '投诉举报',
    summary: '使用过期原料',
    ...(table.dice.chance(50) && { reporter: { name: '郑晓岚' } }),
    ...(table.dice.chance(10) && { transferredFrom: '通州区市场监督管理局' }),
    ...outside(table),
  }),
  'initiation/request-filing': filingTerms,
  'initiation/approve-filing': approvalOf('filing'),
  'initiation/name-handlers': (table) => ({ handlers: officers(table), reason: text(table, '调离') }),
  'initiation/request-not-filing': (table) => ({
    ground: table.dice.pick(['no-fault', 'minor-and-corrected'] as const),
    reason: text(table, '没有主观过错'),
    evidence: [entryNumber(table, table.file.evidence.pieces.at(-1)?.entry)],
  }),
  'initiation/decide-not-to-file': approvalOf('not-filing'),
  'initiation/request-check-extension': (table) => ({ reason: text(table, '需要协查') }),
  'initiation/extend-check': approvalOf('check-extension'),
  'initiation/name-checkers': (table) => ({ checkers: officers(table) }),
  'initiation/leave-out': (table) => ({
    from: addDays(table.today, astray(table) ? -900 : -1),
    to: table.today,
    what: '权利人辨认',
    record: paperOf(table, '辨认材料'),
  }),
  'initiation/supplement-lead': (table) => ({
    ...outside(table),
    newFacts: '又购得一批',
    report: paperOf(table, '再次举报'),
  }),
  'initiation/merge-lead': () => ({
    ground: 'same-matter',
    into: '朝市监案〔2026〕9号',
    reason: '不同案源反映同一违法行为',
  }),
  'initiation/reopen-lead': (table) => ({ reason: '新的检验报告', evidence: [paperOf(table, '检验报告')] }),
  'approval/return': anyRequest,
  'approval/withdraw': anyRequest,
  'recusal/request': recusalRequest,
  'recusal/decide': recusalAnswer,
  'evidence/record-scene': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    kind: '现场笔录',
    what: '现场检查',
    place: '东苇路18号院',
    credentialShown: yes(table),
    recordSigned: yes(table),
    ...(astray(table) && { nobodyThere: true, witness: '钱守信' }),
    record: paperOf(table, '现场笔录'),
  }),
  'evidence/record-inquiry': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    kind: '当事人的陈述',
    person: '赵一鸣',
    record: paperOf(table, '询问笔录'),
  }),
  'evidence/add': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    kind: '书证',
    what: '原料进货台账复印件',
    provider: text(table, '赵一鸣'),
    papers: [paperOf(table, '台账')],
  }),
  'evidence/exclude': exclusion,
  'evidence/take-samples': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    manner: astray(table) ? 'bought' : 'on-the-scene',
    what: '腊肠原料3袋',
    ...(table.dice.chance(30) && { of: someGoods(table) }),
    place: '车间',
    credentialShown: yes(table),
    partyPresent: yes(table),
    sealed: yes(table),
    recordSigned: yes(table),
    record: paperOf(table, '抽样记录'),
    list: paperOf(table, '样品清单'),
  }),
  'evidence/commission-test': (table) => ({
    ...outside(table),
    body: '食品检验研究院',
    ...(table.dice.chance(50) && { of: someGoods(table).map(({ entry, line }) => ({ entry, line })) }),
    periodDays: 30,
    toldInWriting: yes(table),
  }),
  'evidence/record-test-result': (table) => ({
    ...outside(table),
    test: entryNumber(table, table.file.evidence.tests.at(-1)?.entry),
    kind: '鉴定意见',
    what: '检验报告',
    report: paperOf(table, '检验报告'),
  }),
  'evidence/tell-test-result': (table) => ({
    ...outside(table),
    test: entryNumber(table, table.file.evidence.tests.at(-1)?.entry),
    ...asIssued(table, 'test-result'),
  }),
  ...ofPapers,
  ...ofSeizure,
  ...ofJoinedParties,
  'correction/order': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    until: addDays(table.today, astray(table) ? -3 : 7),
    what: '停止使用过期原料',
  }),
  'correction/verify': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    order: entryNumber(table, table.file.corrections.at(-1)?.entry),
    corrected: yes(table),
    record: paperOf(table, '复查记录'),
  }),
  'investigation/conclude': (table) => {
    const proposal = outcome(table, meant(table));
    return severally(table, {
      ...byOfficers(table),
      ...(astray(table) && outside(table)),
      facts: text(table, '使用超过保质期的原料'),
      basis: [{ law: '食品安全法', article: '124(1)(2)' }],
      proposal,
      discretion: '从轻',
      benchmark: text(table, '裁量基准（食品类）'),
      ...(table.dice.chance(30) && { goodsValueFen: 18_400_00 }),
      ...(table.dice.chance(40) && { grading: grading(table, proposal) }),
      report: paperOf(table, '调查终结报告'),
    });
  },
  'legal-review/send': sending,
  'legal-review/give-opinion': opinion,
  'case-review/send': sending,
  'case-review/give-opinion': opinion,
  'review/request-extension': (table) => ({ days: astray(table) ? 0 : 5, reason: text(table, '案情复杂') }),
  'review/approve-extension': approvalOf('review-extension'),
  'proposal/approve': () => ({}),
  'proposal/return': (table) => ({ reason: text(table, '理由不充分') }),
  'notice/serve': (table) => {
    const notified = penalties(table, proposed(table));
    return {
      ...byOfficers(table),
      ...outside(table),
      ...serving(table),
      ...asIssued(table, 'notice'),
      penalties: notified,
      facts: text(table, '使用超过保质期的原料'),
      ...told(table, notified),
      hearingRightTold: yes(table),
    };
  },
  'statement/record': (table) => ({ ...outside(table), what: '请求从轻', paper: paperOf(table, '陈述书') }),
  'statement/waive': (table) => ({ ...outside(table), paper: paperOf(table, '放弃声明') }),
  'statement/re-check': (table) => ({
    ...byOfficers(table),
    ...(astray(table) && outside(table)),
    result: 'not-adopted',
    reason: text(table, '无证据支持'),
  }),
  'review/name-reviewer': (table) => ({
    reviewer: astray(table) ? table.dice.pick(everybody) : table.dice.pick(['fang', 'meng', 'yan']),
    reason: text(table, '原审核人员离任'),
  }),
  'hearing/request': (table) => ({ ...outside(table) }),
  'hearing/name-host': (table) => ({
    host: astray(table) ? table.dice.pick(everybody) : table.dice.pick(['qiu', 'qiu', 'yan']),
  }),
  'hearing/serve-notice': (table) => ({
    ...outside(table),
    ...serving(table),
    ...asIssued(table, 'hearing-notice'),
    for: addDays(table.today, astray(table) ? table.dice.below(16) - 4 : 18 + table.dice.below(8)),
    place: '三楼听证室',
    ...(table.dice.chance(50) ? { open: true } : { open: false, closedBecause: 'privacy' as const }),
  }),
  'hearing/announce': (table) => ({ ...outside(table) }),
  'hearing/hand-over-file': outside,
  'hearing/suspend': standstill,
  'hearing/resume': (table) => ({ reason: text(table, '可以继续') }),
  'hearing/hold': heardThatDay,
  'hearing/adjourn': (table) => ({
    ...{ ...heardThatDay(table), goesOn: addDays(table.today, 3) },
    everybodyTold: yes(table),
  }),
  'hearing/report': (table) => ({ report: paperOf(table, '听证报告'), opinion: '维持拟处罚意见' }),
  'hearing/end': (table) => ({
    ground: table.dice.pick(['withdrawn', 'absent', 'left', 'party-ended'] as const),
    reason: '终止听证',
    ...(yes(table) && { paper: paperOf(table, '撤回书') }),
  }),
  'collective-discussion/open': (table) => {
    const leaders = table.dice.pick([
      ['tang', 'he', 'sun'],
      ['tang', 'he', 'kong'],
      ['he', 'tang'],
    ]);
    const attending = astray(table)
      ? table.dice.pick([[table.by], [table.by, table.by], [...everybody]])
      : leaders;
    return {
      attending: attending.includes(table.by) ? attending : [table.by, ...attending],
      handlersReport: [...(table.file.filing?.handlers ?? [])].slice(0, 1),
      ...(astray(table) && { outcome: outcome(table, meant(table)) }),
    };
  },
  'collective-discussion/give-opinion': (table) => ({ agrees: !table.dice.chance(12), opinion: '意见' }),
  'collective-discussion/conclude': (table) => ({
    outcome: outcome(
      table,
      table.file.discussions.at(-1)?.outcome ?? table.file.investigation?.proposal ?? meant(table),
    ),
    conclusion: '多数同意',
  }),
  'education/give': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    record: paperOf(table, '教育笔录'),
  }),
  'decision/make': (table) => ({
    ...(table.dice.chance(30) && { number: text(table, `朝市监处罚〔2026〕${table.history.length}号`) }),
    outcome: outcome(
      table,
      table.file.discussions.at(-1)?.concluded?.outcome ?? table.file.investigation?.proposal ?? meant(table),
    ),
    ...(yes(table) && { lateReason: '案情复杂' }),
  }),
  ...ofService,
  ...ofExecution,
  ...ofExecutionSuspension,
  'crime-transfer/propose': (table) => ({
    officers: officers(table),
    offence: text(table, '非法经营罪'),
    report: paperOf(table, '移送报告'),
  }),
  'crime-transfer/decide': (table) => ({
    approved: table.dice.chance(30),
    reason: text(table, '不构成犯罪'),
  }),
  'crime-transfer/send': (table) => ({
    ...outside(table),
    letter: paperOf(table, '移送书'),
    police: '公安分局',
    enclosed: [],
  }),
  'crime-transfer/record-answer': (table) => ({
    ...outside(table),
    answer: table.dice.chance(70) ? 'refused' : 'filed',
    paper: paperOf(table, '通知书'),
    reason: text(table, '不予立案'),
  }),
  'crime-transfer/hand-over-goods': (table) => ({
    ...outside(table),
    ...(table.dice.chance(50) && { goods: someGoods(table) }),
    record: paperOf(table, '交接'),
    partyNotice: paperOf(table, '告知'),
  }),
  'crime-transfer/record-outcome': (table) => ({
    ...outside(table),
    outcome: table.dice.pick(['no-crime', 'criminal-fine', 'punished-without-fine'] as const),
    paper: paperOf(table, '文书'),
  }),
  'assistance/request': (table) => ({
    ...outside(table),
    agency: text(table, '通州区市场监督管理局'),
    what: '核实供货商',
    letter: paperOf(table, '协助调查函'),
  }),
  'assistance/record-answer': (table) => ({
    ...outside(table),
    request: entryNumber(table, table.file.assistance.at(-1)?.entry),
    paper: paperOf(table, '复函'),
  }),
  'assistance/record-delay': (table) => ({
    ...outside(table),
    request: entryNumber(table, table.file.assistance.at(-1)?.entry),
    paper: paperOf(table, '延期告知'),
    until: addDays(table.today, astray(table) ? -3 : 10),
  }),
  ...ofJurisdiction,
  ...ofCourtEnforcement,
  ...ofUndoing,
  ...ofUrgentMeasures,
  'suspension/request': (table) => ({ ground: 'question-of-law', reason: text(table, '送请解释') }),
  'suspension/approve': approvalOf('suspension'),
  'suspension/resume': (table) => ({ reason: text(table, '已经收到答复') }),
  'suspension/request-termination': (table) => {
    const last = table.file.evidence.pieces.at(-1);
    return {
      ground: table.dice.pick(['entity-ended', 'person-died', 'other'] as const),
      reason: text(table, '注销'),
      ...(yes(table) && { paper: paperOf(table, '注销证明') }),
      ...(last !== undefined && { evidence: last.entry }),
    };
  },
  'suspension/approve-termination': approvalOf('termination'),
  'decision-period/request-extension': (table) => ({ reason: text(table, '案情复杂') }),
  'decision-period/approve-extension': approvalOf('decision-extension'),
  'decision-period/extend-further': (table) => ({
    attending: ['he', 'tang'],
    handlersReport: officers(table),
    days: astray(table) ? 0 : 45,
    reason: text(table, '案情特别复杂'),
    minutes: paperOf(table, '讨论记录'),
  }),
  'decision-period/leave-out': (table) => ({
    kind: 'identification',
    from: addDays(table.today, astray(table) ? -900 : -3),
    to: table.today,
    what: text(table, '权利人辨认'),
    record: paperOf(table, '辨认材料'),
  }),
  ...ofClosure,
  'closure/approve': approvalOf('closure'),
  'archive/archive': () => ({}),
  ...ofSummaryProcedure,
  'entry/confirm': (table) => ({
    entry: entryNumber(table, table.file.entries.find(({ awaits }) => awaits.includes(table.by))?.entry),
    ...(astray(table) && { paper: paperOf(table, '签名文书') }),
  }),
  'entry/correct': correction,
  'entry/withdraw': (table) => ({
    entry: anyEntry(table),
    reason: text(table, '误录'),
    ...(yes(table) && { paper: paperOf(table, '撤回书') }),
  }),
  'reporter-identity/look': (table) => ({ purpose: text(table, '核实线索') }),
};

const isWritten = (name: string): name is ActName => Object.hasOwn(acts, name);

/** In a case of several, which party it is of: the one that is looked at, and now and then another or none. */
const ofParty = (name: ActName, table: Table): object => {
  const { file } = table;
  if (acts[name].of !== 'party' || file.joinedParties === undefined) return {};
  return table.dice.chance(3) ? {} : { ofParty: entryNumber(table, file.ofParty ?? file.filing?.entry) };
};

/** Where nothing is written for an act, anything its form takes. */
export const entries = Object.fromEntries(
  Object.keys(acts)
    .filter(isWritten)
    .map((name) => {
      const write = written[name] ?? ((table: Table) => anyOf(acts[name].entry, table));
      return [name, (table: Table) => ({ ...write(table), ...ofParty(name, table) })];
    }),
) as Entries;
