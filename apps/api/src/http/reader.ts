import type { Capacity } from '@anjuan/case';
import type { SignedIn } from './signed-in.js';
import { Problem } from './problems.js';

/** The agency of a reader who holds one of these capacities today. */
export const agencyOfReader = ({ agency, capacities }: SignedIn, ...wanted: readonly Capacity[]): string => {
  if (agency === undefined || !capacities.some((held) => wanted.includes(held)))
    throw new Problem('not-competent', `限以下身份查阅；For ${wanted.join(', ')}`);
  return agency;
};

/** Everybody who works on cases; an administrator alone does not read them. */
export const caseworkers: readonly Capacity[] = [
  'officer',
  'unit-head',
  'legal-reviewer',
  'case-reviewer',
  'leader',
  'principal',
  'hearing-host',
  'auditor',
];
