/** What every procedure has: acts, provisions, capacities, two officers, acts outside the program. It knows no case and no article. */
export { act, decidingBy, type Act, type Gate, type WrittenAct } from './act.js';
export {
  actsAs,
  capacityHeld,
  capacityHeldToday,
  credentialDemanded,
  credentialValid,
  holdsCapacity,
} from './capacity.js';
export type { Context, Digest } from './context.js';
export { byOfficersFields, outsideByOfficersFields, outsideFields } from './fields.js';
export type { EntryNumber, Event, NewEvent, Paper } from './event.js';
export {
  awaited,
  credentialsDemanded,
  officersAsActors,
  recorderDemanded,
  signed,
  twoDemanded,
  type ByOfficers,
} from './officers.js';
export { happenedAt, late, lateEntryExplained, notInTheFuture, outsideAct, type Outside } from './outside.js';
export {
  capacities,
  personIn,
  relationByCapacity,
  relations,
  type Actor,
  type Capacity,
  type Credential,
  type PersonId,
  type PersonOnDay,
  type Reader,
  type Relation,
  type SignIn,
} from './people.js';
export {
  definedBy,
  possibleOf,
  type ActOutline,
  type AnyProcedure,
  type Day,
  type Due,
  type NewOf,
  type NumberKind,
  type Numbers,
  type PersonalField,
  type PersonalValue,
  type Possibility,
  type Procedure,
  type Register,
} from './procedure.js';
export {
  Refusal,
  type Bilingual,
  type EntryProvision,
  type Provision,
  type Stated,
  type Unmet,
} from './provision.js';
export { filled } from './text.js';
export {
  checkEntry,
  doneOnce,
  forSomebodyElse,
  notInThisCase,
  numberedByTheProgram,
  stageOver,
  timeToPass,
} from './no-cure.js';
