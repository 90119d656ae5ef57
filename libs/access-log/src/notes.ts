/** Which accesses are alike, and what is said of them. */
import { isIP } from 'node:net';
import type { Capacity } from '@anjuan/procedure';
import type { FieldClass, LetIn } from './access-events.js';
import type { Note } from './gathered.js';

export type Reader = Readonly<{
  person: string;
  /** Absent for those of no agency. */
  agency?: string;
  capacities: readonly Capacity[];
  /** The same for the same sign-in, where its issuer names it, else for the same token; it tells nobody either of them. */
  session: string;
  /** Nobody but the opener of the account has confirmed yet that its person has it. */
  unconfirmed?: true;
}>;
/** `network`: addresses that are one owner's to choose from. */
type From = Readonly<{ at: Date; ip: string; network: string }>;
/**
 * `operation`: of the API. `record`: id of the case or other record, of a file its hash. `through`: of a file, the record
 * through which it was reached.
 */
type Access = From & Readonly<{ operation: string; record?: string; through?: string }>;
export type Read = Access & Readonly<{ by: Reader; letIn?: LetIn }>;
export type Refused = Access & Readonly<{ by?: Reader; status: 401 | 403 | 404 }>;
/** `login`: hidden already; of a passkey alone the same for everybody. `of`: whose account was tried. */
export type Tried = From &
  Readonly<{ outcome: string; login: string; of?: Readonly<{ person: string; agency?: string }> }>;
export type UploadRefused = From & Readonly<{ by: Reader; sha256: string; found: string }>;
export type ActRefused = From &
  Readonly<{
    by: Reader;
    capacity: Capacity;
    act: string;
    record?: string;
    provisions: readonly Readonly<{ id: string; cites: string }>[];
  }>;
export type ShownBy = (operation: string) => FieldClass;

/** Under which entries of no agency stand. */
export const system = 'system';
/** Cases that one session is refused, and logins that one address tries, each with an entry of its own. */
const groupsOfSource = 50;
const groupsOfStrangers = 1_000;

/** What a header says may be anything. */
const addressed = (ip: string): Readonly<{ ip?: string }> => (isIP(ip) === 0 ? {} : { ip });
const strangers = (otherwise: Note): Note['most'] => ({
  sources: [{ of: 'strangers', groups: groupsOfStrangers }],
  otherwise,
});

/** One entry of a session and a record, however often it is read. */
export const readNote = (read: Read, shownBy: ShownBy): Note => {
  const { at, ip, operation, record, through, by, letIn } = read;
  const { agency = system, person, capacities, session } = by;
  const occurredAt = at.toISOString();
  const { relation, personal, purpose } = letIn ?? {};
  const rest = {
    ...addressed(ip),
    ...(record !== undefined && { record }),
    ...(through !== undefined && { through }),
    ...(relation !== undefined && { relation }),
    ...(personal !== undefined && { personal }),
    ...(purpose !== undefined && { purpose }),
  };
  return {
    key: JSON.stringify(['read', session, record, through, relation, personal, purpose]),
    ...{ at: occurredAt, operation, counts: 'kinds' },
    entry: ({ operations }) => {
      const reads = operations.map((one) => ({ operation: one, shows: shownBy(one) }));
      return {
        ...{ type: 'RecordRead', agency, person, occurredAt },
        data: { person, capacities, session, ...rest, reads },
      };
    },
  };
};

type Group = Readonly<{ source: string; from: Readonly<{ ip?: string }>; most?: Note['most'] }>;

export const refusedNote = (refused: Refused): Note => {
  const { at, ip, network, operation, record, through, by, status } = refused;
  const occurredAt = at.toISOString();
  const agency = by?.agency ?? system;
  const who = by && {
    ...{ person: by.person, capacities: by.capacities, session: by.session },
    ...(by.unconfirmed && { unconfirmed: by.unconfirmed }),
  };
  const note = ({ source, from, most }: Group, of?: string): Note => ({
    key: JSON.stringify(['refused', source, status, of ?? '', of === undefined ? '' : (through ?? '')]),
    ...{ at: occurredAt, operation, counts: 'every', ...(most && { most }) },
    entry: (met) => ({
      ...{ type: 'AccessRefused', agency, occurredAt, ...(who && { person: who.person }) },
      data: {
        ...who,
        ...from,
        ...(of !== undefined && { record: of, ...(through !== undefined && { through }) }),
        status,
        ...met,
      },
    }),
  });
  const from = addressed(ip);
  // What a stranger named is theirs to choose: all of an address is one entry.
  if (!who) return note({ source: network, from, most: strangers(note({ source: '', from: {} })) });
  const otherwise = note({ source: who.session, from });
  if (record === undefined) return otherwise;
  const most = { sources: [{ of: `refused ${who.session}`, groups: groupsOfSource }], otherwise };
  return note({ source: who.session, from, most }, record);
};

/** The same act on the same record refused under the same provisions is counted. */
export const actNote = ({ at, ip, by, capacity, act, record, provisions }: ActRefused): Note => {
  const { agency = system, person, capacities, session } = by;
  const occurredAt = at.toISOString();
  const note = (
    of: Readonly<{ record?: string; provisions: ActRefused['provisions'] }>,
    key: readonly unknown[],
    most?: Note['most'],
  ): Note => ({
    key: JSON.stringify(['act', session, capacity, ...key]),
    ...{ at: occurredAt, operation: act, counts: 'every', ...(most && { most }) },
    entry: ({ operations, times, until }) => ({
      ...{ type: 'ActRefused', agency, person, occurredAt },
      data: {
        ...{ person, capacities, session, ...addressed(ip) },
        ...{ capacity, acts: operations, ...of, times, until },
      },
    }),
  });
  return note(
    { ...(record !== undefined && { record }), provisions },
    [act, record, provisions.map(({ id }) => id)],
    {
      sources: [{ of: `act ${session}`, groups: groupsOfSource }],
      otherwise: note({ provisions: [] }, []),
    },
  );
};

/** The same file again is counted; beyond so many of a session all are counted with the last. */
export const uploadNote = ({ at, ip, by, sha256, found }: UploadRefused): Note => {
  const { agency = system, person, capacities, session } = by;
  const note = (of: string, most?: Note['most']): Note => ({
    key: JSON.stringify(['upload', session, of]),
    ...{ at: at.toISOString(), operation: 'files/upload', counts: 'every', ...(most && { most }) },
    entry: ({ times, until }) => ({
      ...{ type: 'UploadRefused', agency, person, occurredAt: at.toISOString() },
      data: { person, capacities, session, ...addressed(ip), sha256, found, times, until },
    }),
  });
  return note(sha256, {
    sources: [{ of: `upload ${session}`, groups: groupsOfSource }],
    otherwise: note(''),
  });
};

type SaidOfTry = Readonly<{ ip?: string; login?: string; person?: string }>;

export const triedNote = ({ at, ip, network, outcome, login, of }: Tried): Note => {
  const occurredAt = at.toISOString();
  const note = (
    source: string,
    said: SaidOfTry,
    more: Readonly<{ agency: string; most?: Note['most'] }>,
  ): Note => {
    const { agency, most } = more;
    const head = { agency, occurredAt, ...(said.person !== undefined && { person: said.person }) };
    return {
      key: JSON.stringify(['tried', source, outcome, said.login ?? '', said.person ?? '']),
      ...{ at: occurredAt, operation: 'sign-in', counts: 'every', ...(most && { most }) },
      entry: ({ times, until }) => {
        const data = { ...said, times, until };
        return outcome === 'accepted'
          ? { ...head, type: 'SignedIn', data }
          : { ...head, type: 'SignInFailed', data: { ...data, outcome } };
      },
    };
  };
  const agency = of?.agency ?? system;
  const from = addressed(ip);
  const own = { ...from, login, ...(of && { person: of.person }) };
  if (outcome === 'accepted') return note(network, own, { agency });
  const everywhere = note('', {}, { agency: system });
  const ofAddress = note(network, from, { agency: system, most: strangers(everywhere) });
  // Whoever has very many addresses has as many times the logins of one.
  const sources = [
    { of: `tried ${network}`, groups: groupsOfSource },
    { of: 'tried', groups: groupsOfStrangers },
  ];
  return note(network, own, { agency, most: { sources, otherwise: ofAddress } });
};
