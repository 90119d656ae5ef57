import type { PenaltyKind } from '@anjuan/case';

/** With every field that may be left out, so that a field the law learns is missed here by the compiler. */
export type Whole<Value> = Value extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : Value extends Readonly<{ kind: PenaltyKind }>
    ? Value
    : Value extends object
      ? { readonly [Field in keyof Value]-?: Whole<Exclude<Value[Field], undefined>> }
      : Value;

/** Of what complete entries are made. */
export const paper = { sha256: 'a'.repeat(64), name: '现场笔录.pdf' };
export const outside = { occurredAt: '2026-03-11T02:00:00.000Z', lateReason: '外出执法' };
export const officers = { officers: ['lin', 'gao'], signedPaper: paper };
export const field = { ...outside, ...officers };
export const basis = { law: '食品安全法', article: '34(3)', says: '禁止生产经营' };
export const party = {
  kind: 'individual-business',
  name: '朝阳区禾木花店',
  uscc: '92110105MA8B4T6C9Y',
  person: { name: '陈小禾', idType: '居民身份证', idNumber: '110105197609221044', address: '朝阳区管庄乡' },
  address: '朝阳区姚家园路甲6号底商',
  override: { field: 'uscc', reason: '营业执照所载如此' },
} as const;
export const affirmed = { affirmed: true, evidence: [0], note: '抽检报告' };
export const marks = { majorPublicInterest: true, complex: false, reviewRequiredByOtherLaw: false };
export const penalties = [
  { kind: 'warning' },
  { kind: 'fine', fen: 18_400_000 },
  { kind: 'confiscation-of-goods', what: '腊肠原料32箱', fen: 1_840_000 },
  { kind: 'permit-revocation', what: '食品生产许可证' },
  { kind: 'suspension', what: '生产线', days: 30 },
] as const;
export const approval = { approval: 3 };
export const scene = {
  partyPresent: false,
  absence: '电话通知，称在外地',
  sceneRecord: paper,
  list: paper,
  recordSigned: false,
  refusalNoted: '拒绝签名',
  witness: '社区工作人员',
} as const;
export const opinion = {
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
