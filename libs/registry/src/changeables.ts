/** What may be changed of people and of agencies. */
import {
  agencyOf,
  agencyChangeTakesTwo,
  checkOfAgency,
  withChange,
  type Agency,
  type AgencyChange,
  type AgencyEvent,
} from './agency.js';
import { checkOfPerson, personChangeTakesTwo } from './capacities.js';
import type { Changeable } from './changes.js';
import type { Entered } from './entries.js';
import { streamOfAgency, streamOfPerson } from './folds.js';
import { inForce, personOf, type Person, type PersonChange, type PersonEvent } from './person.js';
import { unknownAgency, unknownPerson } from './registry-refusal.js';
import { movesAHead } from './units.js';

export const people: Changeable<Person, PersonChange> = {
  streamOf: streamOfPerson,
  fold: (id, events) => personOf(id, events as readonly Entered<PersonEvent>[]),
  inForce: (known, change, on) => ({ ...known, ...inForce(known, change, on) }),
  takesTwo: (change, today, known) => personChangeTakesTwo(change, today) || movesAHead(known, change),
  check: checkOfPerson,
  unknown: unknownPerson,
};

export const agencies: Changeable<Agency, AgencyChange> = {
  streamOf: streamOfAgency,
  fold: (id, events) => agencyOf(id, events as readonly Entered<AgencyEvent>[]),
  inForce: withChange,
  takesTwo: agencyChangeTakesTwo,
  check: checkOfAgency,
  unknown: unknownAgency,
};
