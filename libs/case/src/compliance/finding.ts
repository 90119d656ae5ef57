/** What measuring a case says of one point. */
import type { AgencyLists, Citation, LocalDate, SwitchedOff } from '@anjuan/law';
import type { Bilingual, EntryNumber } from '@anjuan/procedure';
import type { CaseEvent } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import type { Deadline } from '../deadlines.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import type { CheckPoint } from './checklist.js';

/** The case on a day; `deadlines` of that day; `switches` those of the agency's field, of any day. */
export type Measured = Readonly<{
  file: CaseFile;
  history: readonly CaseEvent[];
  deadlines: readonly Deadline[];
  lists: AgencyLists;
  today: LocalDate;
  switches?: readonly SwitchedOff[];
}>;

/** `open`: still to be done in time; `for-people`: not decided by the entries, somebody has to check. */
export type FindingState = 'met' | 'not-met' | 'open' | 'not-applicable' | 'for-people';
/** `entries`: those that show it. */
export type Found = Readonly<{ state: FindingState; entries: readonly EntryNumber[]; why?: Bilingual }>;

/** A fault, the articles that make it one, and the points of the reviewer's checklist it bears on. */
export type Fault = Readonly<{
  id: string;
  /** Its number in the inspectors' list; absent: only the checklist has it. */
  item?: number;
  title: Bilingual;
  cites: readonly Citation[];
  points: readonly CheckPoint[];
  measure: (of: Measured) => Found;
}>;

export const met = (...entries: readonly EntryNumber[]): Found => ({ state: 'met', entries });
export const notMet = (why: Bilingual, ...entries: readonly EntryNumber[]): Found => ({
  state: 'not-met',
  entries,
  why,
});
export const open = (why: Bilingual, ...entries: readonly EntryNumber[]): Found => ({
  state: 'open',
  entries,
  why,
});
export const notApplicable = (why: Bilingual): Found => ({ state: 'not-applicable', entries: [], why });
export const forPeople = (why: Bilingual, ...entries: readonly EntryNumber[]): Found => ({
  state: 'for-people',
  entries,
  why,
});

export const notFiled: Bilingual = { zh: '尚未立案', en: 'the case is not filed yet' };
export const undecidedYet: Bilingual = { zh: '尚未作出决定', en: 'the case is not decided yet' };
export const noPenalty: Bilingual = { zh: '未给予行政处罚', en: 'no penalty was imposed' };
export const unknownValue: Bilingual = {
  zh: '没收财物的价值未载明，须核实是否达到听证和法制审核的数额',
  en: 'what was confiscated is of no stated value: whether it reaches the amounts of hearing and legal review is for people to see',
};
export const seenByPeople: Bilingual = {
  zh: '须由审核人员核对文书内容',
  en: 'the papers themselves have to be compared by a person',
};

/** Entries in force: withdrawn ones prove nothing. */
export const standingEvents = ({ file, history }: Measured): readonly CaseEvent[] => {
  const withdrawn = new Set(
    file.entries.filter(({ state }) => state === 'withdrawn').map(({ entry }) => entry),
  );
  return history.filter(({ revision }) => !withdrawn.has(revision));
};

/** As the agency made it: what a remedy or the agency has changed since is no measure of how it was decided. */
export const outcomeAsMade = ({ file: { decision }, history }: Measured): Outcome | undefined => {
  const made = history.find(({ revision }) => revision === decision?.entry);
  return made?.type === 'DecisionMade' ? made.data.outcome : decision?.outcome;
};

/** By the decision as it was made, or as is proposed. */
export const punishes = (of: Measured): boolean =>
  penaltiesOf(outcomeAsMade(of) ?? of.file.investigation?.proposal).length > 0;

/** Before the decision; everything, where there is none. */
export const beforeDecision =
  ({ file: { decision } }: Measured) =>
  (entry: EntryNumber | undefined): entry is EntryNumber =>
    entry !== undefined && (decision === undefined || entry < decision.entry);
