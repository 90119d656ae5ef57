/** A lead (案源) as the file holds it, and the days of its check: SAMR-P 18; SAMR-C 35(2). */
import { addDays, count, timeLimit, type Instant, type Interval, type LocalDate } from '@anjuan/law';
import type { Context, EntryNumber, PersonId } from '@anjuan/procedure';
import { daysWithThePolice } from '../decision-period/with-the-police.js';
import type { CaseFile } from '../steps.js';
import type { NotFilingGround } from './words.js';

/** Fifteen working days more, SAMR-P 18(1). */
export const checkLonger = 15;

type Ended = Readonly<{ entry: EntryNumber; on: LocalDate }>;
export type Lead = Readonly<{
  entry: EntryNumber;
  source: string;
  /** The day from which its check is counted: of the lead itself, of its last supplement, of its reopening. */
  receivedOn: LocalDate;
  /** The entry of that day, where it is not the lead itself. */
  since?: EntryNumber;
  realName: boolean;
  /** Agency that transferred the case here (SAMR-P 14). */
  transferredFrom?: string;
  /** Officers whom the unit head named to check it; and every naming, with its time. */
  checkers?: readonly PersonId[];
  namings?: readonly Readonly<{ at: Instant; checkers: readonly PersonId[] }>[];
  /** Entry that gave fifteen more working days (SAMR-P 18). */
  extended?: EntryNumber;
  /** Days on which the holder of a right identified goods (SAMR-P 18(2)). */
  leftOut?: readonly Interval[];
  /** Decided against (SAMR-P 20). */
  notFiled?: Ended & Readonly<{ ground: NotFilingGround }>;
  /** Dealt with together with another (SAMR-C 35(2)). */
  merged?: Ended & Readonly<{ into: string }>;
  /** Checks that ended, by a decision or by a supplement, before it was checked anew. */
  formerChecks?: readonly FormerCheck[];
}>;
export type FormerCheck = Readonly<{
  entry: EntryNumber;
  receivedOn: LocalDate;
  extended: boolean;
  /** Decided against, or merged. */
  ended?: Ended;
  /** The same reporter came back with new facts. */
  supplemented?: Ended;
}>;

type Checked = Pick<CaseFile, 'lead' | 'evidence' | 'crimeTransfers' | 'entries' | 'jurisdiction'>;

const after = (from: LocalDate, to: LocalDate): readonly Interval[] =>
  from < to ? [{ from: addDays(from, 1), to }] : [];

/** SAMR-P 18(2): tests from commission to result, identification; and while the police, or another agency, have it. */
export const daysNotChecked = (file: Checked, until: LocalDate): readonly Interval[] => [
  ...file.evidence.tests.flatMap(({ commissionedOn, resultOn }) => after(commissionedOn, resultOn ?? until)),
  ...(file.lead?.leftOut ?? []),
  ...daysWithThePolice(file, until),
  ...(file.jurisdiction.daysAway ?? []),
];

/** The last of the first fifteen working days. */
export const checkDue = (file: Checked, lead: Lead, { today, calendar }: Context): LocalDate => {
  const { length, unit, roll } = timeLimit('lead-check', today);
  const period = { from: lead.receivedOn, length, unit, roll };
  return count({ ...period, excluded: daysNotChecked(file, today) }, calendar).due;
};
