import type { Relation } from '@anjuan/procedure';
import type { Personal } from '@anjuan/rights';
import type { RouteRight } from './route-right.js';

/** What the reader's relation gives, and what purpose they have stated. */
export const personalTo = (given: Personal, purpose: string | undefined): 'shown' | 'withheld' =>
  given === 'shown' || (given === 'for-a-purpose' && purpose !== undefined) ? 'shown' : 'withheld';

/** What a request reaches: by whom, over which route with which right, and of which record. */
export type Access = RouteRight &
  Readonly<{
    person: string;
    agency?: string;
    /** The record read; absent where the route is about none, or it is not there for this person. */
    record?: Readonly<{ procedure: string; id: string }>;
    /** The file is hidden: the log of access names the record through which it was reached, and not the file. */
    hidden?: true;
    /** How the person is related to it; absent where the right does not depend on it. */
    relation?: Relation;
    /** Whether personal data in it are shown. */
    personal?: 'shown' | 'withheld';
    /** What it is read for, as the reader states it. */
    purpose?: string;
  }>;
