/** What may be typed in for a decision on the spot and its fine. */
import type { ActName, EntryOf, Penalty } from '@anjuan/case';
import { party } from './forms.js';
import { astray, byOfficers, outside, paperOf, text, yes, type Table } from './table.js';

type Forms<Name extends ActName> = { readonly [One in Name]: (table: Table) => EntryOf<One> };

const onTheSpot = (table: Table): EntryOf<'summary-procedure/decide'> => ({
  ...byOfficers(table),
  ...outside(table),
  cause: '未公示信息',
  party: party(table),
  basis: [{ law: '电子商务法', article: '76(1)(1)' }],
  facts: text(table, '未在首页显著位置公示'),
  place: '管庄乡',
  penalties: astray(table)
    ? table.dice.pick<readonly Penalty[]>([
        [{ kind: 'fine', fen: 200_01 }],
        [{ kind: 'fine', fen: 3_000_00 }],
        [{ kind: 'fine', fen: 3_000_01 }],
        [{ kind: 'suspension' }],
        [],
      ])
    : [{ kind: 'fine', fen: 100_00 }],
  credentialShown: yes(table),
  rightsTold: yes(table),
  statement: text(table, '无异议'),
  remedyTold: text(table, '先申请行政复议'),
});

export const ofSummaryProcedure: Forms<
  | 'summary-procedure/decide'
  | 'summary-procedure/decide-on-lead'
  | 'summary-procedure/collect-fine'
  | 'summary-procedure/hand-in-money'
  | 'summary-procedure/bank-money'
  | 'summary-procedure/hand-in-file'
> = {
  'summary-procedure/decide': onTheSpot,
  'summary-procedure/decide-on-lead': onTheSpot,
  'summary-procedure/collect-fine': (table) => ({
    ...outside(table),
    fen: astray(table) ? 200_00 : 100_00,
    receipt: text(table, '京财罚0045127'),
    ...(astray(table) && { remoteArea: 'on-water' as const }),
    ...(astray(table) && { request: paperOf(table, '当场缴纳申请') }),
  }),
  'summary-procedure/hand-in-money': (table) => ({
    ...outside(table),
    ...(astray(table) && { landedOn: table.today }),
    receipt: paperOf(table, '收款凭证'),
  }),
  'summary-procedure/bank-money': (table) => ({ ...outside(table), receipt: paperOf(table, '缴款凭证') }),
  'summary-procedure/hand-in-file': () => ({}),
};
