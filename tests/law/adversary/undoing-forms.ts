/** What may be typed in that undoes a decision, or lets it rest: remedies, orders of supervision, changes, slips. */
import type { ActName, EntryOf, Outcome } from '@anjuan/case';
import { astray, entryNumber, outside, paperOf, text, yes, type Table } from './table.js';

type Forms<Name extends ActName> = { readonly [One in Name]: (table: Table) => EntryOf<One> };

/** The first of what was decided; or what is no lighter. */
const lessThanDecided = ({ file: { decision }, dice }: Table): Outcome => {
  const penalties = decision?.outcome.kind === 'penalty' ? decision.outcome.penalties : [];
  return dice.pick<Outcome>([
    { kind: 'penalty', penalties: penalties.slice(0, 1) },
    { kind: 'penalty', penalties: penalties.slice(0, 1) },
    { kind: 'no-penalty', ground: 'past-limitation', reason: '超过追责期限' },
    { kind: 'penalty', penalties: [{ kind: 'closure' }] },
  ]);
};

/** What was ordered last, by a remedy or by the supervision. */
const lastOrder = ({ file: { remedies, supervisionOrders } }: Table) => {
  const remedy = remedies.at(-1);
  const order = supervisionOrders.at(-1);
  if (order !== undefined && order.entry > (remedy?.entry ?? -1))
    return {
      ground: 'supervision-order',
      remedy: order.entry,
      kind: order.kind,
      ordered: order.ordered,
    } as const;
  return {
    ground: 'remedy-outcome',
    remedy: remedy?.entry,
    kind: remedy?.concluded?.outcome === 'declared-illegal' ? 'declared-illegal' : 'changed',
    ordered: remedy?.concluded?.ordered,
  } as const;
};

const kinds = ['changed', 'annulled', 'annulled-to-redo', 'declared-illegal'] as const;

const change = (table: Table): EntryOf<'decision-change/change'> => {
  const { dice } = table;
  const last = lastOrder(table);
  const said = { reason: text(table, '复议结果'), paper: paperOf(table, '决定书') };
  if (astray(table) || last.remedy === undefined) {
    const kind = dice.pick(kinds);
    return {
      ...said,
      kind,
      ground: dice.pick(['own-correction', 'own-correction', last.ground] as const),
      ...(dice.chance(30) && { remedy: entryNumber(table, last.remedy) }),
      ...(kind === 'changed' && yes(table) && { outcome: lessThanDecided(table) }),
    };
  }
  return {
    ...said,
    kind: last.kind,
    ground: last.ground,
    remedy: entryNumber(table, last.remedy),
    ...(last.kind === 'changed' && { outcome: last.ordered ?? lessThanDecided(table) }),
  };
};

const slips = [
  ['罚款184000元', '罚款1840元'],
  ['184000', '1840'],
  ['三十日', '三日'],
  ['吊销许可证', '警告'],
] as const;

export const ofUndoing: Forms<
  | 'remedy/record-acceptance'
  | 'remedy/record-outcome'
  | 'decision-change/record-supervision-order'
  | 'decision-change/rectify'
  | 'decision-change/change'
  | 'decision-change/withdraw-publication'
  | 'decision-change/record-refund'
> = {
  'remedy/record-acceptance': (table) => ({
    ...outside(table),
    kind: table.dice.pick(['reconsideration', 'litigation'] as const),
    organ: text(table, '区人民政府'),
    number: '复〔2026〕1号',
    notice: paperOf(table, '受理通知书'),
  }),
  'remedy/record-outcome': (table) => {
    const outcome = table.dice.pick([
      'upheld',
      'upheld',
      'withdrawn',
      'changed',
      'mediated',
      'declared-illegal',
    ] as const);
    const orders = outcome === 'changed' || outcome === 'mediated';
    return {
      ...outside(table),
      remedy: entryNumber(table, table.file.remedies.at(-1)?.entry),
      outcome,
      ...(orders !== astray(table) && { ordered: lessThanDecided(table) }),
      paper: paperOf(table, '决定书'),
    };
  },
  'decision-change/record-supervision-order': (table) => {
    const kind = table.dice.pick(['changed', 'annulled-to-redo'] as const);
    return {
      ...outside(table),
      form: table.dice.pick(['opinion', 'decision'] as const),
      organ: text(table, '区司法局'),
      number: text(table, '执监意〔2026〕1号'),
      kind,
      ...((kind === 'changed') !== astray(table) && { ordered: lessThanDecided(table) }),
      paper: paperOf(table, '监督意见书'),
    };
  },
  'decision-change/rectify': (table) => {
    const [written, corrected] = astray(table) ? table.dice.pick(slips) : ['朝阳曲', text(table, '朝阳区')];
    return { written, corrected, paper: paperOf(table, '补正') };
  },
  'decision-change/change': change,
  'decision-change/withdraw-publication': () => ({ explanation: '决定已被撤销' }),
  'decision-change/record-refund': (table) => ({
    ...outside(table),
    fen: table.dice.pick([1, 1_000_00, 184_000_00]),
    receipt: paperOf(table, '退款'),
  }),
};
