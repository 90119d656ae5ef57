export { AttemptLog } from './attempt-log.js';
