import { covers } from './dated.js';
import { type LocalDate } from './dates.js';
import { sameText } from './plain-text.js';

/**
 * Provisions whose article or reading is not sure (K, UNSURE in docs/provisions.md): a bureau that reads the law
 * otherwise switches them off in data. What the record itself rests on, and every sure provision, is not among them.
 */
export const switchable = [
  'crime-transfer/refusal-reasoned',
  'crime-transfer/police-refusal-reasoned',
  'crime-transfer/asked-in-three-days',
  'investigation/range-in-order',
  'investigation/departure-reasoned',
  'decision/departure-discussed-or-approved',
  'execution/plan-sums-to-the-unpaid-fine',
] as const;
export type Switchable = (typeof switchable)[number];

/** A provision that the bureaus of these fields do not ask from `validFrom` to `validTo`, both included. */
export type SwitchedOff = Readonly<{
  provision: Switchable;
  domains: readonly string[];
  why: string;
  validFrom: LocalDate;
  validTo?: LocalDate;
}>;

/** What a bureau of that field does not ask on that day. */
export const switchedOffOn = (
  switches: readonly SwitchedOff[],
  domain: string | undefined,
  day: LocalDate,
): readonly Switchable[] =>
  switches
    .filter(
      (off) => domain !== undefined && off.domains.some((one) => sameText(one, domain)) && covers(off, day),
    )
    .map(({ provision }) => provision);
