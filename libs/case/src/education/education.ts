/** Education of a party that is not punished (教育): APL 33(3), SAMR-P 61. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { ByOfficers } from '../kernel/officers.js';
import type { Outside } from '../kernel/outside.js';

/** education/give */
export type Educate = Outside & ByOfficers & Readonly<{ record: Paper }>;
export type EducationGiven = Event<'EducationGiven', Omit<Educate, 'occurredAt'>>;
export type Education = Readonly<{ entry: EntryNumber; givenOn: LocalDate }>;
