/** Who is let off by a special law as players enter it: proven for the most part, else on nothing, by another article, or with more. */
import type { Outcome, Penalty } from '@anjuan/case';
import { confiscation } from './goods-forms.js';
import { astray, entryNumber, type Table } from './table.js';

type Exemption = NonNullable<Penalty['exemption']>;

const proven = (
  table: Table,
  conditions: readonly Exemption['conditions'][number]['condition'][],
): Exemption['conditions'] =>
  conditions.slice(astray(table) ? 1 : 0).map((condition) => ({
    condition,
    evidence:
      astray(table) && table.dice.chance(30)
        ? []
        : [entryNumber(table, table.file.evidence.pieces.at(-1)?.entry)],
  }));

const byFoodLaw = (table: Table): Exemption => ({
  law: '食品安全法',
  article: astray(table) ? table.dice.pick(['135', '第一百三十六条', '124']) : '136',
  conditions: proven(table, ['duties-done', 'unaware', 'source-stated']),
  ...(!astray(table) && { notTaken: '其余不是不符合标准的食品，返还' }),
});
const byCompetitionLaw = (table: Table): Exemption => ({
  law: '反不正当竞争法',
  article: '23(2)',
  conditions: proven(table, ['unaware', 'lawfully-acquired', 'source-stated']),
});

/** The goods alone are confiscated. */
export const takenAlone = (table: Table): Outcome => ({
  kind: 'penalty',
  penalties: [{ ...confiscation(table, 900_00), exemption: byFoodLaw(table) }],
});

/** Nothing is taken; or a fine besides, or an exemption that names no article. */
export const letOffAnyhow = (table: Table): Outcome =>
  table.dice.pick<Outcome>([
    takenAlone(table),
    {
      kind: 'penalty',
      penalties: [
        { ...confiscation(table, 900_00), exemption: byFoodLaw(table) },
        { kind: 'fine', fen: 900_00 },
      ],
    },
    { kind: 'no-penalty', ground: 'special-law', exemption: byCompetitionLaw(table), reason: '不知道' },
    { kind: 'no-penalty', ground: 'special-law', exemption: byFoodLaw(table), reason: '不知道' },
    { kind: 'no-penalty', ground: 'special-law', reason: '不知道' },
  ]);
