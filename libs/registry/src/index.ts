export { Registry, type Recorder } from './registry.js';
export { derivedId } from './derived-id.js';
export { OfficialNumbers, NumberTaken, type NumberKind } from './official-numbers.js';
export { RegistryRefusal } from './registry-refusal.js';
export type { Agency, AgencyFacts } from './agency.js';
export { onDay, type Person, type Standing } from './person.js';
