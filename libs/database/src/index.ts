export { byOwner } from './by-owner.js';
export { clientOf } from './choosing-client.js';
export { connectionOf } from './connection.js';
export { ConnectionStringRefused } from './said.js';
export {
  checkFolder,
  checkFormats,
  DataNewer,
  formats,
  isOfEarlier,
  isStartedAs,
  markFolder,
  walledParts,
  writeFormats,
} from './formats.js';
export { inTurn, notBehindReaders } from './in-turn.js';
export { wallsUp } from './wall.js';
export { NoDatabase, noDatabase } from './no-database.js';
export { onDatabase, reachDatabase } from './reach.js';
export { declared, readingUnder, writingUnder, type Scope } from './scope.js';
export { mustStand, rowsOfAgency, wallOfList, wallOfRecord, walled, type Wall } from './wall.js';
