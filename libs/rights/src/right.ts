/** What a row of the table of rights says. */
import type { Capacity, Relation } from '@anjuan/procedure';

/** What the program does with personal data in a record, for somebody so related to it. */
export type Personal =
  | 'shown'
  /** After the reader has stated a purpose. */
  | 'for-a-purpose'
  | 'withheld';

export type Right = Readonly<{
  /**
   * `anybody`: without a token. `signed-in`: also who holds no capacity on the day. Else who holds one of these
   * capacities on the day.
   */
  who: 'anybody' | 'signed-in' | readonly Capacity[];
  /** Of which records, lists and entries in the registry. */
  whose:
    | 'public'
    | 'own'
    /** of one's own agency: what is another agency's is as if it were not there */
    | 'agency'
    /** of one's own agency, or of every one for the administrators of the system, who belong to none */
    | 'agency-or-system'
    /** of the program: for the administrators of the system */
    | 'system';
  /**
   * Absent: the route refuses who is not named. `law`: the provisions of the act refuse them, with their articles, and
   * the attempt is kept; the capacities are those of the act.
   */
  refusedBy?: 'law';
  /** By the reader's relation to the record. Absent: what is read holds nothing personal. */
  personal?: Readonly<Record<Relation, Personal>>;
}>;

export const holdsOneOf = (held: readonly Capacity[], { who }: Right): boolean =>
  typeof who === 'string' || held.some((one) => who.includes(one));
