/** Service (送达): APL 61; SAMR-P 81–83. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';

/** SAMR-P 82. */
export const serviceMethods = [
  'direct', // 直接送达
  'lien', // 留置送达
  'electronic', // 电子送达
  'post', // 邮寄送达
  'entrusted', // 委托、转交送达
  'public-notice', // 公告送达
] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

/** service/serve-decision */
export type ServeDecision = Outside &
  ByOfficers &
  Readonly<{
    method: ServiceMethod;
    /** Return receipt (送达回证); without it the party's periods run from the day of entry. */
    proof?: Paper;
    witness?: string;
    media?: readonly Paper[];
    /** Signed confirmation of the address (送达地址确认书), for electronic service. */
    addressConfirmation?: Paper;
    /** Why other methods failed, for public notice. */
    otherMethodsFailed?: string;
  }>;
export type DecisionServed = Event<'DecisionServed', Omit<ServeDecision, 'occurredAt'> & { servedOn: LocalDate }>;
export type Service = Readonly<{ entry: EntryNumber; method: ServiceMethod; servedOn: LocalDate }>;
