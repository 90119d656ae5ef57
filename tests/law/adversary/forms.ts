/** The forms that take more than a line: what is typed in, now and then astray. */
import { lines, parts, someGoods } from './goods-forms.js';
import type { EntryOf, FilingTerms, MatterName, Penalty } from '@anjuan/case';
import { addDays } from '@anjuan/law';
import { everybody } from './people.js';
import {
  astray,
  byOfficers,
  entryNumber,
  officers,
  outside,
  paperOf,
  text,
  yes,
  type Table,
} from './table.js';

const openRequest = ({ file }: Table, matter: MatterName) =>
  file.approvals.findLast((request) => request.matter === matter && request.state === 'open')?.entry;

export const approvalOf = (matter: MatterName) => (table: Table) => ({
  approval: entryNumber(table, openRequest(table, matter)),
});

export const anyRequest = (table: Table) => ({
  approval: entryNumber(table, table.file.approvals.findLast(({ state }) => state === 'open')?.entry),
  reason: text(table, '材料不全'),
});

export const party = ({ scenario: { party: kind } }: Table): FilingTerms['party'] =>
  kind === 'natural-person'
    ? { kind, person: { name: '王树林', idType: '居民身份证', idNumber: '110105197609221044' } }
    : { kind, name: '京味源肉制品有限公司', uscc: '91110105MA7KQ2R152', person: { name: '赵一鸣' } };

/** In one case of six nobody knows at the filing who it is. */
const filedParty = (table: Table): Pick<FilingTerms, 'party' | 'partyUnknown' | 'partyDescribed'> => {
  const { scenario } = table;
  if (scenario.start % 6 !== 5) return { party: party(table) };
  return {
    party: astray(table) ? party(table) : { kind: scenario.party },
    partyUnknown: true,
    partyDescribed: text(table, '东苇路18号院内无标识冷库的经营者'),
  };
};

export const filingTerms = (table: Table): FilingTerms => {
  const { today, scenario } = table;
  const affirmed = () => ({
    affirmed: yes(table),
    evidence: [entryNumber(table, table.file.evidence.pieces.at(-1)?.entry)],
  });
  return {
    cause: '使用超过保质期的食品原料生产食品',
    ...filedParty(table),
    basis: [{ law: '食品安全法', article: '34(3)' }],
    handlers: officers(table),
    act: { from: addDays(today, -60), to: addDays(today, astray(table) ? -900 : -20) },
    discoveredOn: addDays(today, astray(table) ? 3 : 0),
    conditions: {
      'breach-evidenced': affirmed(),
      'penalty-due': affirmed(),
      'our-jurisdiction': affirmed(),
      'within-limitation': affirmed(),
    },
    ...(scenario.marked && { marks: { complex: true } }),
  };
};

export const proposed = ({ file }: Table): readonly Penalty[] => {
  const proposal = file.investigation?.proposal;
  return proposal?.kind === 'penalty' ? proposal.penalties : [];
};

export const serving = (table: Table) => ({
  method: astray(table)
    ? table.dice.pick(['electronic', 'public-notice', 'lien'] as const)
    : ('direct' as const),
  ...(!(astray(table) && table.dice.chance(50)) && { proof: paperOf(table, '送达回证') }),
  ...(astray(table) && { otherMethodsFailed: '下落不明' }),
  ...(astray(table) && { notReceived: table.dice.pick(['change-not-told', 'refused'] as const) }),
  ...(astray(table) && { addressConfirmation: paperOf(table, '送达地址确认书') }),
});

/** With an answer to the last opinion, where it did not agree. */
export const sending = (table: Table): EntryOf<'legal-review/send'> => {
  const last = table.file.reviews.findLast(({ opinion: given }) => given !== undefined);
  if (last !== undefined && last.opinion !== 'agree') return { reason: text(table, '逐项说明如下') };
  return table.dice.chance(50) ? {} : { reason: '再次送审' };
};

export const opinion = (table: Table): EntryOf<'legal-review/give-opinion'> => {
  if (astray(table) && table.dice.chance(30)) return { opinion: 'agree', points: { evidence: '证据不足' } };
  return table.dice.chance(88 - table.hostility / 2)
    ? { opinion: 'agree' }
    : {
        opinion: table.dice.pick(['correct', 'supplement', 'other'] as const),
        points: { evidence: '缺少去向' },
      };
};

/** What a clerk would change in an entry of that type; of any other, something that nobody may change. */
const corrections: Readonly<Record<string, readonly string[]>> = {
  LeadReceived: ['summary'],
  SceneRecorded: ['what', 'place'],
  InquiryRecorded: ['person'],
  EvidenceAdded: ['what', 'provider'],
  TestCommissioned: ['body'],
  TestResultRecorded: ['what'],
  StatementMade: ['what'],
  NoticeServed: ['facts'],
  LegalReviewOpinionGiven: ['opinion'],
};

export const anyEntry = (table: Table) => {
  const { dice, history } = table;
  const changeable = history.filter(({ type }) => corrections[type] !== undefined);
  return changeable.length > 0 && dice.chance(80)
    ? dice.pick(changeable).revision
    : dice.below(history.length + 1);
};

export const correction = (table: Table): EntryOf<'entry/correct'> => {
  const { dice, history } = table;
  const entry = anyEntry(table);
  const fields = corrections[history[entry]?.type ?? ''] ?? ['what'];
  return { entry, changes: { [dice.pick(fields)]: `更正${dice.below(9)}` }, reason: text(table, '笔误') };
};

export const recusalRequest = (table: Table): EntryOf<'recusal/request'> => ({
  ...outside(table),
  person: table.dice.pick(everybody),
  askedBy: table.dice.pick(['party', 'self'] as const),
  ground: text(table, '与当事人系近亲属'),
  ...(table.dice.chance(80) && { paper: paperOf(table, '回避申请') }),
});

export const recusalAnswer = (table: Table): EntryOf<'recusal/decide'> => {
  const open = table.file.recusals.find(({ state }) => state === 'open');
  return {
    request: entryNumber(table, open?.entry),
    granted: table.dice.chance(30),
    reason: text(table, '审查结果'),
    ...(table.dice.chance(50) && { minutes: paperOf(table, '集体讨论记录') }),
    ...(table.dice.chance(30) && { replacement: table.dice.pick(everybody) }),
  };
};

export const ofJurisdiction = {
  'jurisdiction/record-dispute': (table: Table) => ({
    ...outside(table),
    agency: '邻区市场监督管理局',
    reason: text(table, '均已立案'),
  }),
  'jurisdiction/report-to-superior': (table: Table) => ({
    ...outside(table),
    superior: '市市场监督管理局',
    letter: paperOf(table, '报请'),
  }),
  'jurisdiction/record-settlement': (table: Table) => ({
    ...outside(table),
    by: table.dice.pick(['talks', 'superior'] as const),
    ours: table.dice.chance(70),
    competent: '邻区市场监督管理局',
    paper: paperOf(table, '管辖'),
  }),
  'jurisdiction/request-transfer': (table: Table) => ({
    to: 'market-supervision' as const,
    agency: astray(table) ? '外地市场监督管理局' : '邻区市场监督管理局',
    reason: text(table, '不属于本机关管辖'),
  }),
  'jurisdiction/approve-transfer': approvalOf('transfer'),
  'jurisdiction/send-transfer': (table: Table) => ({
    ...outside(table),
    letter: paperOf(table, '移送函'),
    enclosed: [],
    ...(table.dice.chance(30) && { goods: someGoods(table) }),
  }),
};

const agreementTerms = (table: Table) => ({
  plan: [{ due: addDays(table.today, 30), fen: table.dice.pick([1_000_00, 900_00, 184_000_00]) }],
  waived: table.dice.pick([0, 0, 30_00, 184_000_00]),
  remedied: text(table, '已经召回'),
});

export const ofCourtEnforcement = {
  'execution/approve-deferral': (table: Table) => ({ until: addDays(table.today, astray(table) ? -1 : 30) }),
  'execution/request-agreement': agreementTerms,
  'execution/make-agreement': (table: Table) => {
    const request = table.file.approvals.findLast(({ matter }) => matter === 'execution-agreement');
    const terms =
      request?.matter === 'execution-agreement' && !astray(table) ? request.terms : agreementTerms(table);
    return { ...terms, agreement: paperOf(table, '执行协议') };
  },
  'court-enforcement/serve-reminder': (table: Table) => ({
    ...byOfficers(table),
    ...outside(table),
    payBy: addDays(table.today, astray(table) ? -3 : 20),
    how: text(table, '到指定银行缴纳'),
    reminder: paperOf(table, '催告书'),
    ...serving(table),
    proof: paperOf(table, '送达回证'),
  }),
  'court-enforcement/record-opinion': (table: Table) => ({
    ...outside(table),
    opinion: '无力缴纳',
    reply: text(table, '不予采纳'),
    paper: paperOf(table, '意见'),
  }),
  'court-enforcement/request': (table: Table) => ({ court: '区人民法院', object: text(table, '罚款') }),
  'court-enforcement/approve': approvalOf('court-enforcement'),
  'court-enforcement/apply': (table: Table) => ({
    ...outside(table),
    approval: entryNumber(
      table,
      table.file.approvals.findLast(({ matter }) => matter === 'court-enforcement')?.entry,
    ),
    application: paperOf(table, '强制执行申请书'),
    enclosed: [paperOf(table, '决定书'), paperOf(table, '催告书')],
  }),
  'court-enforcement/record-court-answer': (table: Table) => ({
    ...outside(table),
    answer: table.dice.pick(['accepted', 'refused', 'ordered', 'not-enforced', 'ended'] as const),
    ruling: paperOf(table, '裁定书'),
  }),
  'court-enforcement/ask-higher-court': (table: Table) => ({
    ...outside(table),
    court: '中级人民法院',
    application: paperOf(table, '复议申请'),
  }),
};

export const ofUrgentMeasures = {
  'seizure/make-up-approval': (table: Table) => ({
    seizure: entryNumber(table, table.file.seizures.at(-1)?.entry),
    agreed: table.dice.chance(80),
    reason: text(table, '没有必要'),
  }),
  'preservation/request': (table: Table) => ({ items: '账册', reason: text(table, '可能灭失') }),
  'preservation/approve': approvalOf('preservation'),
  'preservation/take': (table: Table) => ({
    ...byOfficers(table),
    ...outside(table),
    ...(table.dice.chance(50)
      ? {
          approval: entryNumber(
            table,
            table.file.approvals.findLast(({ matter }) => matter === 'preservation')?.entry,
          ),
        }
      : { urgent: { items: '账册', reason: text(table, '可能灭失') } }),
    listHandedOver: yes(table),
    noticeHandedOver: yes(table),
    list: paperOf(table, '清单'),
    ...lines(table),
    recordSigned: yes(table),
  }),
  'preservation/make-up-approval': (table: Table) => ({
    preservation: entryNumber(table, table.file.preservations.at(-1)?.entry),
    agreed: table.dice.chance(80),
    reason: text(table, '没有必要'),
  }),
  'preservation/deal-with': (table: Table) => ({
    ...byOfficers(table),
    ...outside(table),
    preservation: entryNumber(table, table.file.preservations.at(-1)?.entry),
    ...parts(table, table.file.preservations.at(-1)?.entry),
    manner: table.dice.pick(['recorded', 'sent-to-test', 'seized', 'confiscated'] as const),
    what: text(table, '已经复制'),
  }),
  'preservation/lift': (table: Table) => ({
    preservation: entryNumber(table, table.file.preservations.at(-1)?.entry),
    ...parts(table, table.file.preservations.at(-1)?.entry),
    reason: text(table, '违法事实不成立'),
  }),
  'crime-transfer/ask-reconsideration': (table: Table) => ({
    ...outside(table),
    of: table.dice.pick(['police', 'procuratorate'] as const),
    ...(table.dice.chance(20) && { whyLate: text(table, '补充材料') }),
    letter: paperOf(table, '复议申请'),
  }),
  'crime-transfer/record-reconsideration': (table: Table) => ({
    ...outside(table),
    answer: table.dice.chance(70) ? ('refused' as const) : ('filed' as const),
    paper: paperOf(table, '通知书'),
  }),
};

export const exclusion = (table: Table): EntryOf<'evidence/exclude'> => ({
  piece: entryNumber(table, table.file.evidence.pieces.at(-1)?.entry),
  ground: table.dice.pick(['illegally-obtained', 'not-verified'] as const),
  reason: text(table, '取证时未出示执法证件'),
});

export const standstill = (table: Table): EntryOf<'hearing/suspend'> => ({
  ground: table.dice.pick(['force-majeure', 'recusal-asked', 'new-evidence'] as const),
  reason: text(table, '当事人无法到场'),
});
