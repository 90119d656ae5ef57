import type { Relation } from '@anjuan/procedure';
import type { RouteRight } from './route-right.js';

/** What a request reaches: by whom, over which route with which right, and of which record. */
export type Access = RouteRight &
  Readonly<{
    person: string;
    agency?: string;
    /** The record read; absent where the route is about none, or it is not there for this person. */
    record?: Readonly<{ procedure: string; id: string }>;
    /** How the person is related to it; absent where the right does not depend on it. */
    relation?: Relation;
    /** Whether personal data in it are shown. */
    personal?: 'shown' | 'withheld';
    /** What it is read for, as the reader states it. */
    purpose?: string;
  }>;
