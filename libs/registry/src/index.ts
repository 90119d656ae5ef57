export type { AccountCourse } from './account-courses.js';
export type { Opening, Owner } from './accounts.js';
export type { Recorder } from './entries.js';
export { Registry } from './registry.js';
export { derivedId } from './derived-id.js';
export { firstStartKey } from './first-administrator.js';
export { OfficialNumbers, NumberTaken } from './official-numbers.js';
export { agencyVersions, personVersions, writtenBefore } from './versions.js';
export { Turns } from './turns.js';
export { RegistryRefusal, resetUsedUp } from './registry-refusal.js';
export { isDecidedAbove, type Agency, type AgencyFacts } from './agency.js';
export { storedAgency } from './folds.js';
export type { HeldDuring } from './held-during.js';
export { endedBefore, type Ended } from './ended.js';
export {
  ImportRefused,
  type ImportColumn,
  type ImportFault,
  type ImportLine,
  type ImportedChange,
} from './import/import-line.js';
export type { AcceptedImport } from './import/accepted.js';
export { doneIn, type LineDone } from './import/done.js';
export type { Plan } from './import/plan.js';
export { leftBy, type Left } from './left.js';
export { isSignedOut, isUnconfirmed, stateOf, type Account } from './held-accounts.js';
export { opensAGate } from './proposals.js';
export { staffed } from './staffed-units.js';
export { belongsTo, inUnits, type Unit } from './units.js';
export { delegationsOf, entrustmentsOf } from './entered-by-two.js';
export { asEntrusted, type Entrustment } from './entrustments.js';
export { delegatedOn, type Delegation } from './delegations.js';
export type { Waiting } from './waiting.js';
export { onDay, type Person, type PersonChange, type Standing } from './person.js';
