import type { AgencyLists, Calendar, Delegated, Instant, LocalDate } from '@anjuan/law';
import type { Actor, PersonId, PersonOnDay } from './people.js';

/** SHA-256, 64 lower-case hex digits. */
export type Digest = string;

/** The inputs that the program collects for one command. The law reads no clock, registry or random numbers. */
export type Context = Readonly<{
  now: Instant;
  /** `now` in Asia/Shanghai. */
  today: LocalDate;
  /** Who is signed in, in the capacity named in the request, credential of the day of the act. */
  actor: Actor;
  /** Whether the actor holds that capacity today as well, where the act is dated back; absent: it is not. */
  heldToday?: boolean;
  /** Whether the actor's credential was valid on the day of an act that is dated back, and is today; absent: it is not. */
  credentialHeld?: Readonly<{ then: boolean; today: boolean }>;
  /** Everybody named in the command or in the file, as the registry knew them on the day of the act. */
  people: Readonly<Record<PersonId, PersonOnDay>>;
  /** The lists by which the record is measured: those of the day, with what those in force since it was begun made of it. */
  lists: AgencyLists;
  calendar: Calendar;
  /** Digest of the current dossier (`dossier(file)`, RFC 8785, SHA-256). */
  dossierDigest: Digest;
  /** Of the same without what came in since the last review and asks for no other one; absent: the same. */
  reviewedDigest?: Digest;
  /** Of a township or street office: what it is charged with on the day of the act; absent: the agency's power is its own. */
  delegated?: readonly Delegated[] | 'its-own';
  /** Ids of provisions that are not checked on the day of the act: switched off in the agency's data. */
  switchedOff?: readonly string[];
  /** Numbers the edge has set aside for this command (`numbersFor`). */
  allotted: Readonly<{ caseNumber?: string; documentNumber?: string }>;
}>;
