/** Several breaches in a report, as a case file lists them: what was found of each, and what becomes of it. */
import type { EntryOf } from '@anjuan/case';
import { discretionGrades, type DiscretionGrade, type Fen } from '@anjuan/law';
import { both, fields } from '../form/record.js';
import { amount, date, list, oneOf, span, text } from '../form/readers.js';
import { ofBreach } from './penalty-words.js';
import { basis } from './seizure.js';

/** `range`: the lower and the upper end of what the article provides, in yuan. */
export const breachFound = both(
  ofBreach,
  fields(
    { facts: text, basis: list(basis), actDates: span, discovered: date },
    {
      discretion: text,
      benchmark: text,
      range: list(amount),
      grade: oneOf(discretionGrades),
      goodsValueYuan: amount,
    },
  ),
);
export type BreachFound = ReturnType<(typeof breachFound)['build']>;

type Breach = NonNullable<EntryOf<'investigation/conclude'>['breaches']>[number];

const gradingOf = (range: readonly Fen[], grade: DiscretionGrade): Required<Pick<Breach, 'grading'>> => {
  const [min = 0, max = min] = range;
  return { grading: { grade, range: { min, max }, grounds: [] } };
};

export const breachOf = (found: BreachFound): Breach => ({
  breach: found.breach,
  facts: found.facts,
  basis: found.basis,
  act: found.actDates,
  discoveredOn: found.discovered,
  ...(found.discretion !== undefined && { discretion: found.discretion }),
  ...(found.benchmark !== undefined && { benchmark: found.benchmark }),
  ...(found.range !== undefined && gradingOf(found.range, found.grade ?? 'ordinary')),
  ...(found.goodsValueYuan !== undefined && { goodsValueFen: found.goodsValueYuan }),
});
