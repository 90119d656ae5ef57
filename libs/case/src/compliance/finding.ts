/** What measuring a case says of one point. */
import type { AgencyLists, LocalDate } from '@anjuan/law';
import type { CaseEvent } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import type { Deadline } from '../deadlines.js';
import type { EntryNumber } from '../kernel/event.js';
import type { Bilingual } from '../kernel/provision.js';
import type { ReviewPoint } from '../review/review.js';

/** The case on a day; `deadlines` as they stand then. */
export type Measured = Readonly<{
  file: CaseFile;
  history: readonly CaseEvent[];
  deadlines: readonly Deadline[];
  lists: AgencyLists;
  today: LocalDate;
}>;

/** `open`: still to be done in time; `for-people`: the entries cannot tell, somebody has to look. */
export type FindingState = 'met' | 'not-met' | 'open' | 'not-applicable' | 'for-people';
/** `entries`: those that show it. */
export type Found = Readonly<{ state: FindingState; entries: readonly EntryNumber[]; why?: Bilingual }>;

/** One fault that file inspectors treat as fatal, and the points of the reviewer's checklist it bears on. */
export type Fault = Readonly<{
  id: `FATAL-${string}`;
  title: Bilingual;
  points: readonly ReviewPoint[];
  measure: (of: Measured) => Found;
}>;

export const met = (...entries: readonly EntryNumber[]): Found => ({ state: 'met', entries });
export const notMet = (why: Bilingual, ...entries: readonly EntryNumber[]): Found => ({
  state: 'not-met',
  entries,
  why,
});
export const open = (why: Bilingual): Found => ({ state: 'open', entries: [], why });
export const notApplicable = (why: Bilingual): Found => ({ state: 'not-applicable', entries: [], why });
export const forPeople = (why: Bilingual, ...entries: readonly EntryNumber[]): Found => ({
  state: 'for-people',
  entries,
  why,
});

export const notFiled: Bilingual = { zh: '尚未立案', en: 'the case is not filed yet' };
export const undecidedYet: Bilingual = { zh: '尚未作出决定', en: 'the case is not decided yet' };
export const noPenalty: Bilingual = { zh: '未给予行政处罚', en: 'no penalty was imposed' };
