/** An act of the case: as every procedure has them (libs/procedure), with what this one asks of every act. */
import {
  act as anyAct,
  capacityHeld,
  capacityHeldToday,
  decidingBy,
  personIn,
  type Act as AnyAct,
  type NewEvent,
  type WrittenAct,
} from '@anjuan/procedure';
import type { MatterName } from './approval/approval.js';
import { entrustingAgencyDecides, entrustmentInForce, notEntrustedWith } from './competence/entrusted.js';
import { officerCredentialValid } from './officers.js';
import type { CaseFile } from './steps.js';
import { isRecused, notRecused } from './recusal/recused.js';
import { leaderStandsApart, reviewerDoesNotLead } from './review/separation.js';

type OfCase = Readonly<{
  /** Of a request for approval, or of an approval without an event of its own. */
  matter?: MatterName;
  /**
   * `party`: of a party's step, asked of the one that its entry names. `any-party`: of the whole case, and done where
   * the law allows it of one of the parties. Absent: of the whole case, and asked of every party.
   */
  of?: 'party' | 'any-party';
}>;
export type Act<Data, Recorded extends NewEvent<string, unknown>, File = CaseFile> = AnyAct<
  Data,
  Recorded,
  File
> &
  OfCase;

/** Fixes the types of an act where it is written down. */
export const act = <Data, Recorded extends NewEvent<string, unknown>, File extends CaseFile = CaseFile>(
  it: WrittenAct<Data, Recorded, File> & OfCase,
): Act<Data, Recorded, File> => ({ ...it, ...anyAct<Data, Recorded, File>(it) });

export const requiredOfEveryAct = [
  capacityHeld,
  capacityHeldToday,
  officerCredentialValid,
  notRecused,
  reviewerDoesNotLead,
  leaderStandsApart,
  entrustmentInForce,
  entrustingAgencyDecides,
];
export const { unmetOfFile, unmet, perform } = decidingBy<CaseFile>({
  always: requiredOfEveryAct,
  ofNamed: (person, file, { people }, requires) => [
    ...(isRecused(file, person) ? [notRecused] : []),
    ...notEntrustedWith(personIn(people, person), file, requires),
  ],
});
