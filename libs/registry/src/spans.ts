/** Spans of days: each from its first day to its last, which some have not. */
import type { Credential } from '@anjuan/case';
import { addDays, type LocalDate } from '@anjuan/law';

export type Span = Readonly<{ from: LocalDate; to?: LocalDate }>;

export const endless: LocalDate = '9999-12-31';
/** In force on that day. */
export const covers = ({ from, to = endless }: Span, day: LocalDate): boolean => from <= day && day <= to;
/** Some day is of both, where each ever was. */
export const meet = (one: Span, other: Span): boolean =>
  one.from <= (other.to ?? endless) && other.from <= (one.to ?? endless);
/** A span that ends before it begins has no day. */
export const hasDays = ({ from, to = endless }: Span): boolean => from <= to;
/** What has not begun by `today` may also be ended the day before it begins: then it never was. */
export const firstEnd = (from: LocalDate, today: LocalDate): LocalDate =>
  from > today ? addDays(from, -1) : from;

export const validity = ({
  validFrom: from,
  validTo: to,
}: Pick<Credential, 'validFrom' | 'validTo'>): Span => ({
  from,
  to,
});

/** The days that are of both. */
export const bothOf = (one: Span, other: Span): readonly Span[] => {
  if (!meet(one, other)) return [];
  const from = one.from > other.from ? one.from : other.from;
  const to = [one.to ?? endless, other.to ?? endless].sort()[0] ?? endless;
  return [{ from, ...(to !== endless && { to }) }];
};
