/** What is recorded of access to the record: who read what, who was let in, who was turned away. Never what they saw. */
import type { Capacity, Event, PersonalField, Procedure } from '@anjuan/procedure';

/** What a reader was shown, as a class of fields: never the fields themselves. */
export type FieldClass =
  'case-file' | 'entries' | 'measures' | 'papers' | 'list' | 'registry' | 'access' | 'record';

/** Somebody signed in. `session`: the same for the same token, and the token to nobody. */
type Known = Readonly<{ person: string; capacities: readonly Capacity[]; session: string }>;

type From = Readonly<{
  /** Absent where very many addresses are counted together. */
  ip?: string;
}>;
/** As what the reader was let in: handler, reviewer, auditor …; whether personal data were shown; for what. */
export type LetIn = Readonly<{ relation?: string; personal?: 'shown' | 'withheld'; purpose?: string }>;
/** Of several alike, within a minute: how many, and when the last of them was. */
type Counted = Readonly<{ times: number; until: string }>;

export type RecordReadData = Known &
  From &
  Readonly<{
    /** Id of the case or other record; of a file its hash. */
    record?: string;
    /** Of a file the case or other record through which it was reached. */
    through?: string;
    /** The operations of the API by which it was read, and what they show. */
    reads: readonly Readonly<{ operation: string; shows: FieldClass }>[];
  }> &
  LetIn;

export type AccessRefusedData = Partial<Known> &
  From &
  Counted &
  Readonly<{
    status: 401 | 403 | 404;
    record?: string;
    /** Of a file the case or other record through which it would be reached. */
    through?: string;
    operations: readonly string[];
    /** Nobody but the opener of the account had confirmed yet that its person has it: it may have been the opener. */
    unconfirmed?: true;
  }>;

/** `login`: the same for the same login, and the login to nobody: people type passwords in its field. */
type Tried = From & Counted & Readonly<{ login?: string; person?: string }>;
export type SignedInData = Tried;
export type SignInFailedData = Tried & Readonly<{ outcome: string }>;

/** A file that the scanner knows by the name in `found`. */
export type UploadRefusedData = Known & From & Counted & Readonly<{ sha256: string; found: string }>;

/**
 * Acts that the law refused. `acts`: several where very many of a session are counted together, without provisions.
 * `record`: absent where the act would have opened it.
 */
export type ActRefusedData = Known &
  From &
  Counted &
  Readonly<{
    capacity: Capacity;
    acts: readonly string[];
    record?: string;
    provisions: readonly Readonly<{ id: string; cites: string }>[];
  }>;

type RecordRead = Event<'RecordRead', RecordReadData>;
type AccessRefused = Event<'AccessRefused', AccessRefusedData>;
type SignedIn = Event<'SignedIn', SignedInData>;
type SignInFailed = Event<'SignInFailed', SignInFailedData>;
type UploadRefused = Event<'UploadRefused', UploadRefusedData>;
type ActRefused = Event<'ActRefused', ActRefusedData>;
export type AccessEvent = RecordRead | AccessRefused | SignedIn | SignInFailed | UploadRefused | ActRefused;

type Attributes = Readonly<{ v: 1; personal: readonly PersonalField[] }>;
const attributes: Attributes = { v: 1, personal: [{ pointer: '/ip', kind: 'visitor' }] };

export const accessEvents: Readonly<Record<AccessEvent['type'], Attributes>> = {
  RecordRead: attributes,
  AccessRefused: attributes,
  SignedIn: attributes,
  SignInFailed: attributes,
  UploadRefused: attributes,
  ActRefused: attributes,
};

const byType = <Value>(of: (one: Attributes) => Value): Readonly<Record<AccessEvent['type'], Value>> => ({
  RecordRead: of(accessEvents.RecordRead),
  AccessRefused: of(accessEvents.AccessRefused),
  SignedIn: of(accessEvents.SignedIn),
  SignInFailed: of(accessEvents.SignInFailed),
  UploadRefused: of(accessEvents.UploadRefused),
  ActRefused: of(accessEvents.ActRefused),
});

/** For the lists: a page of the log is a record like any other, in which nothing is done and from which nothing follows. */
export const accessProcedure: Procedure<'access', AccessEvent, null> = {
  name: 'access',
  path: 'access',
  title: { zh: '查阅与登录记录', en: 'Access to the record' },
  empty: null,
  acts: {},
  always: [],
  decide: (act) => {
    throw new TypeError(`The log of access has no act ${act}.`);
  },
  actions: () => [],
  replay: () => null,
  resume: () => null,
  versions: byType(({ v }) => v),
  personal: byType(({ personal }) => personal),
  hidden: [],
  named: () => [],
  inFile: () => [],
};
