/** The log of access (查阅与登录记录): who read what, who signed in, who was turned away, as events of the record. */
export { AccessLog } from './access-log.js';
export { accessProcedure, type AccessEvent, type FieldClass, type LetIn } from './access-events.js';
