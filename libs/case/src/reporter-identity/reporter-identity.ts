/** Looking at who reported (举报人身份): SAMR-C 37. Every look is an entry. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { PersonId } from '../kernel/people.js';

/** reporter-identity/look */
export type LookAtReporterIdentity = Readonly<{ purpose: string }>;
export type ReporterIdentityLookedAt = Event<'ReporterIdentityLookedAt', LookAtReporterIdentity>;
export type Look = Readonly<{ entry: EntryNumber; by: PersonId; on: LocalDate }>;
