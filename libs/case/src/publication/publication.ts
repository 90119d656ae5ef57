/** Publication of the decision (公示): APL 48; SAMR-Pub 2–9. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';

/** publication/publish: what the public reads, secrets and personal data taken out. */
export type PublishDecision = Readonly<{ summary?: string; redactions?: readonly string[] }>;
export type DecisionPublished = Event<'DecisionPublished', PublishDecision>;
export type Publication = Readonly<{ entry: EntryNumber; publishedOn: LocalDate }>;
