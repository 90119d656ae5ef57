/** What may be typed in where a case is to be closed. */
import { fileOf, partiesIn, type ActName, type CaseFile, type EntryOf } from '@anjuan/case';
import { astray, paperOf, type Table } from './table.js';

const groundFor = (table: Table, file: CaseFile): EntryOf<'closure/request'>['ground'] => {
  if (astray(table))
    return table.dice.pick(['other', 'investigation-ended', 'executed', 'transferred'] as const);
  const { jurisdiction, termination, decision, formerDecisions } = file;
  if (jurisdiction.transfer?.sentOn !== undefined) return 'transferred';
  if (termination !== undefined) return 'investigation-ended';
  if (decision === undefined && formerDecisions.at(-1)?.kind === 'annulled') return 'decision-annulled';
  return decision === undefined || decision.outcome.kind === 'penalty' ? 'executed' : 'no-penalty';
};

export const ofClosure: {
  readonly [One in Extract<ActName, 'closure/request'>]: (table: Table) => EntryOf<One>;
} = {
  'closure/request': (table) => ({
    ground: groundFor(table, fileOf(table.file, undefined)),
    ...(table.file.joinedParties !== undefined && {
      others: partiesIn(table.file).flatMap((party) =>
        party === undefined ? [] : [{ ofParty: party, ground: groundFor(table, fileOf(table.file, party)) }],
      ),
    }),
    note: '结案',
    ...(table.dice.chance(50) && {
      circumstance: table.dice.pick(['merged', 'filed-twice', 'filed-by-the-police'] as const),
    }),
    ...(table.dice.chance(50) && { paper: paperOf(table, '结案依据') }),
  }),
};
