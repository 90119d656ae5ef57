/** What may be typed in for a seizure: on the scene, its term, what cannot be kept, its end. */
import type { ActName, EntryOf, OnTheSpot } from '@anjuan/case';
import { lines, parts } from './goods-forms.js';
import { approvalOf, serving } from './forms.js';
import { astray, byOfficers, entryNumber, outside, paperOf, text, yes, type Table } from './table.js';

type Forms<Name extends ActName> = { readonly [One in Name]: (table: Table) => EntryOf<One> };
type Scene = Omit<OnTheSpot, 'officers' | 'signedPaper' | 'occurredAt' | 'lateReason'>;

const onTheScene = (table: Table): Scene => ({
  credentialShown: yes(table),
  rightsTold: yes(table),
  statementHeard: yes(table),
  decisionHandedOver: yes(table),
  listHandedOver: yes(table),
  media: [paperOf(table, '扣押录像')],
  ...lines(table),
  partyPresent: yes(table),
  recordSigned: yes(table),
  absence: text(table, '电话通知，称在外地'),
  witness: text(table, '社区工作人员'),
  ...(yes(table) && { sceneRecord: paperOf(table, '现场笔录'), list: paperOf(table, '清单') }),
});
const notLifted = ({ file }: Table): number | undefined =>
  file.seizures.find(({ liftedOn }) => liftedOn === undefined)?.entry;
const stillThere = (table: Table) => entryNumber(table, notLifted(table));

export const ofSeizure: Forms<
  | 'seizure/request'
  | 'seizure/approve'
  | 'seizure/seize'
  | 'seizure/seize-urgently'
  | 'seizure/serve-papers'
  | 'seizure/request-extension'
  | 'seizure/approve-extension'
  | 'seizure/request-lifting'
  | 'seizure/approve-lifting'
  | 'seizure/request-early-disposal'
  | 'seizure/approve-early-disposal'
  | 'seizure/dispose-early'
  | 'seizure/lift'
> = {
  'seizure/request': (table) => ({
    items: '腊肠原料32箱',
    basis: { law: '食品安全法', article: '110(4)' },
    days: astray(table) ? 31 : 30,
    reason: text(table, '防止转移'),
  }),
  'seizure/approve': approvalOf('seizure'),
  'seizure/seize': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    approval: entryNumber(table, table.file.approvals.findLast(({ matter }) => matter === 'seizure')?.entry),
    ...onTheScene(table),
  }),
  'seizure/serve-papers': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    seizure: entryNumber(table, table.file.seizures.find(({ papersOwed }) => papersOwed)?.entry),
    ...serving(table),
  }),
  'seizure/request-extension': (table) => ({
    seizure: entryNumber(table, table.file.seizures.at(-1)?.entry),
    days: 30,
    reason: '案情复杂',
  }),
  'seizure/approve-extension': approvalOf('seizure-extension'),
  'seizure/request-lifting': (table) => ({
    seizure: stillThere(table),
    ...parts(table, notLifted(table)),
    reason: text(table, '期限届满'),
  }),
  'seizure/approve-lifting': approvalOf('seizure-lifting'),
  'seizure/lift': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    seizure: stillThere(table),
    ...(astray(table) && parts(table, notLifted(table))),
    reason: '不再需要扣押',
    ...(astray(table) && { proceedsReturned: paperOf(table, '收据') }),
  }),
  'seizure/seize-urgently': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    ...onTheScene(table),
    items: '腊肠原料32箱',
    basis: { law: '食品安全法', article: '110(4)' },
    days: astray(table) ? 31 : 30,
    reason: text(table, '防止转移'),
    urgency: text(table, '正在转移'),
  }),
  'seizure/request-early-disposal': (table) => ({
    seizure: stillThere(table),
    what: text(table, '解冻变质的2箱'),
    ...parts(table, notLifted(table)),
    ground: 'perishable',
    ...(yes(table) && { consent: paperOf(table, '同意书') }),
    evidence: [paperOf(table, '照片')],
  }),
  'seizure/approve-early-disposal': approvalOf('early-disposal'),
  'seizure/dispose-early': (table) => ({
    ...byOfficers(table),
    ...outside(table),
    approval: entryNumber(
      table,
      table.file.approvals.findLast(({ matter }) => matter === 'early-disposal')?.entry,
    ),
    manner: table.dice.pick(['sold', 'destroyed'] as const),
    fen: table.dice.pick([0, 50_000]),
    record: paperOf(table, '处置记录'),
  }),
};
