export { commit, disclose, DisclosureAltered, isCommitment, type Commitment } from './disclosure.js';
export { largestEnvelope } from './envelope.js';
export * from './event-store.js';
export { InMemoryEventStore } from './in-memory.js';
export { openPool } from './postgres/pool.js';
export { PostgresEventStore } from './postgres/postgres.js';
export { migrate } from './postgres/schema.js';
export { incarnations, type Incarnation } from './postgres/incarnations.js';
export { RecordDamaged, verifyRecord } from './postgres/verification.js';
