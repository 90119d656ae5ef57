import { type LocalDate } from './dates.js';

/** What an agency keeps a closed file for (保管期限): by the schedule that its archives authority approved. */
export type Retention = Readonly<{
  /** The schedule. */
  basis: string;
  /** Absent: for ever. */
  ordinaryYears?: number;
  summaryYears?: number;
}>;

/** Where an agency has entered none: important files for ever, ordinary ones thirty years. */
export const defaultRetention: Retention = {
  basis: '机关文件材料归档范围和文书档案保管期限规定',
  summaryYears: 30,
};

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** Whole years are counted from the one after the closure. */
export const retentionOver = (
  { ordinaryYears, summaryYears }: Retention,
  { procedure, closedOn }: Readonly<{ procedure: 'ordinary' | 'summary'; closedOn: LocalDate }>,
  today: LocalDate,
): boolean => {
  const years = procedure === 'ordinary' ? ordinaryYears : summaryYears;
  return years !== undefined && yearOf(today) - yearOf(closedOn) > years;
};
