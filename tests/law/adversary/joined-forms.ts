/** What may be typed in where another party of the breach is joined, or leaves; and who was unknown is found out. */
import type { ActName, CaseFile, EntryOf } from '@anjuan/case';
import { party } from './forms.js';
import { entryNumber, paperOf, text, type Table } from './table.js';

type Forms<Name extends ActName> = { readonly [One in Name]: (table: Table) => EntryOf<One> };

/** Who was joined, and approved by no leader yet. */
export const waiting = ({ joinedParties = [] }: Pick<CaseFile, 'joinedParties'>) =>
  joinedParties.find(({ left, approved }) => left === undefined && approved === undefined);

export const ofJoinedParties: Forms<
  'joined-parties/join' | 'joined-parties/approve' | 'joined-parties/separate' | 'party/identify'
> = {
  'party/identify': (table) => ({
    party: party(table),
    evidence: [entryNumber(table, table.file.evidence.pieces.at(-1)?.entry)],
    how: text(table, '租赁合同载明承租人'),
  }),
  'joined-parties/join': (table) => ({
    // Somebody new in some of the cases, and once.
    party:
      table.file.joinedParties === undefined && table.dice.chance(60)
        ? { kind: 'natural-person', person: { name: '沈知遥' } }
        : (table.file.filing?.party ?? { kind: 'natural-person', person: { name: '赵一鸣' } }),
    part: table.dice.pick(['joint-breach', 'answers-for-the-firm'] as const),
    basis: [{ law: '食品安全法实施条例', article: '75(1)(1)' }],
    reason: text(table, '故意实施违法行为'),
  }),
  'joined-parties/approve': (table) => ({
    joined: entryNumber(table, waiting(table.file)?.entry),
  }),
  'joined-parties/separate': (table) => ({
    joined: entryNumber(table, table.file.joinedParties?.find(({ left }) => left === undefined)?.entry),
    way: table.dice.pick(['own-case', 'other-agency', 'not-answerable'] as const),
    number: text(table, '朝市监案〔2026〕9号'),
    reason: text(table, '分案处理'),
    paper: paperOf(table, '分案审批表'),
  }),
};
