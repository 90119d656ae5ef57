/** What may be typed in once there is a decision: its service and its execution. */
import { someGoods } from './goods-forms.js';
import type { ActName, EntryOf } from '@anjuan/case';
import { addDays } from '@anjuan/law';
import { approvalOf, serving } from './forms.js';
import { asIssued } from './paper-forms.js';
import { astray, byOfficers, outside, paperOf, text, yes, type Table } from './table.js';

type Forms<Name extends ActName> = { readonly [One in Name]: (table: Table) => EntryOf<One> };

export const ofService: Forms<'service/serve-decision' | 'service/record-failure'> = {
  'service/serve-decision': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    ...serving(table),
    ...asIssued(table, 'decision'),
  }),
  'service/record-failure': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    method: astray(table) ? 'public-notice' : 'post',
    why: text(table, '邮件退回'),
    proof: paperOf(table, '退回的邮件'),
  }),
};

export const ofExecution: Forms<
  | 'execution/record-payment'
  | 'execution/apply-for-instalments'
  | 'execution/approve-instalments'
  | 'execution/refuse-instalments'
  | 'execution/dispose-of-goods'
> = {
  'execution/record-payment': (table) => ({
    ...outside(table),
    ...table.dice.pick([
      { for: 'fine' as const, fen: table.dice.pick([1_000_00, 900_00, 184_000_00, 12_000_00, 100_00, 1]) },
      { for: 'illegal-gains' as const, fen: table.dice.pick([15_260_00, 12_000_00, 184_000_00, -5]) },
    ]),
    channel: astray(table) ? 'agency' : 'bank',
    receipt: paperOf(table, '银行回单'),
  }),
  'execution/apply-for-instalments': (table) => ({
    ...outside(table),
    reason: text(table, '资金周转困难'),
    application: paperOf(table, '申请书'),
  }),
  'execution/approve-instalments': (table) => ({
    plan: [{ due: addDays(table.today, 30), fen: table.dice.pick([1_000_00, 900_00, 184_000_00]) }],
  }),
  'execution/refuse-instalments': (table) => ({ reason: text(table, '不符合条件') }),
  'execution/dispose-of-goods': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    ...(table.dice.chance(30) && { goods: someGoods(table) }),
    manner: astray(table) ? 'auctioned' : 'destroyed',
    ...(astray(table) && { fen: 1_000_00, treasury: paperOf(table, '缴库凭证') }),
    record: paperOf(table, '处理记录'),
  }),
};

export const ofExecutionSuspension: Forms<
  | 'execution-suspension/request'
  | 'execution-suspension/approve'
  | 'execution-suspension/resume'
  | 'execution-suspension/request-termination'
  | 'execution-suspension/approve-termination'
> = {
  'execution-suspension/request': (table) => ({ ground: 'hardship', reason: text(table, '暂无履行能力') }),
  'execution-suspension/approve': approvalOf('execution-suspension'),
  'execution-suspension/resume': (table) => ({ reason: text(table, '恢复经营') }),
  'execution-suspension/request-termination': (table) => ({
    ground: table.dice.pick(['entity-ended', 'three-years-suspended'] as const),
    reason: text(table, '注销'),
    ...(yes(table) && { paper: paperOf(table, '注销证明') }),
  }),
  'execution-suspension/approve-termination': approvalOf('execution-termination'),
};
