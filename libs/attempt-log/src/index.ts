export { AttemptLog, attemptWalls } from './attempt-log.js';
