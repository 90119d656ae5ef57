export {
  commit,
  disclose,
  DisclosureAltered,
  isCommitment,
  type Commitment,
  type PersonalField,
} from './disclosure.js';
export { eventId, largestEnvelope } from './envelope.js';
export * from './event-store.js';
export { InMemoryEventStore } from './in-memory.js';
export { openPool } from './postgres/pool.js';
export { PostgresEventStore, type PostgresOptions } from './postgres/postgres.js';
export { migrate } from './postgres/schema.js';
