/** How the fine of a report was measured: as it should be, or with anything typed in; and what may not come of it. */
import { mitigationGrounds, type CaseEvent, type Grading, type Outcome } from '@anjuan/case';
import { discretionGrades } from '@anjuan/law';
import { penaltiesIn } from './penalties.js';
import { lastOf } from './record.js';
import { astray, paperOf, text, type Table } from './table.js';

const fineOf = (outcome: Outcome): number | undefined => {
  const fines = penaltiesIn(outcome).filter(({ kind }) => kind === 'fine');
  return fines.length === 0 ? undefined : fines.reduce((sum, { fen = 0 }) => sum + fen, 0);
};

/** The right one is ordinary: the fine lies between half and twice itself. */
export const grading = (table: Table, proposal: Outcome): Grading => {
  const { dice } = table;
  const fine = fineOf(proposal) ?? 100_000;
  const range = { min: Math.floor(fine / 2), max: fine * 2 };
  if (!astray(table)) return { grade: 'ordinary', range, grounds: [] };
  const approval = dice.chance(50) ? { approval: paperOf(table, '上级批准') } : {};
  return {
    grade: dice.pick(discretionGrades),
    range: { min: dice.pick([range.min, fine, fine + 1, range.max + 1]), max: range.max },
    grounds: dice.chance(50) ? [dice.pick(mitigationGrounds)] : [],
    ...(dice.chance(50) && { departure: { reason: text(table, '情节特殊'), ...approval } }),
  };
};

/** APL 32, by the oracle's own measure: a fine below what the article provides, and no ground to mitigate. */
export const belowTheMinimum = (standing: readonly CaseEvent[], outcome: Outcome): boolean => {
  const measured = lastOf(standing, 'InvestigationConcluded')?.data.grading;
  const fine = fineOf(outcome);
  if (measured === undefined || fine === undefined || fine >= measured.range.min) return false;
  return measured.grade !== 'mitigated' || measured.grounds.length === 0;
};
