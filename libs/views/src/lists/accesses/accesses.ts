/** Who read what, who signed in, who was turned away (查阅与登录记录): an item for each entry of the log of access. */
import { accessProcedure, type AccessEvent } from '@anjuan/access-log';
import type { Instant } from '@anjuan/event-store';
import type { View, ViewRecord } from '../../view.js';

export type AccessKind =
  'read' | 'refused' | 'signed-in' | 'sign-in-failed' | 'upload-refused' | 'act-refused';

export type AccessRow = Readonly<{
  /** The page of the log, and the entry in it. */
  accessId: string;
  entry: number;
  agency: string;
  kind: AccessKind;
  occurredAt: Instant;
  /** When the last of those counted together was. */
  until: Instant;
  times: number;
  person: string | null;
  session: string | null;
  ip: string | null;
  login: string | null;
  /** Of a refused upload the file. */
  record: string | null;
  /** Of a file that was read the record through which it was reached. */
  through: string | null;
  status: number | null;
  /** Nobody but the opener of the account had confirmed yet that its person has it. */
  unconfirmed: boolean;
  /** Of a failed sign-in why it failed, of a refused upload what was found in it. */
  outcome: string | null;
  relation: string | null;
  /** Whether personal data were shown. */
  personal: string | null;
  purpose: string | null;
  /** In which capacity a refused act was tried, and under which provisions it was refused. */
  capacity: string | null;
  provisions: readonly Readonly<{ id: string; cites: string }>[];
  /** By which operations, and what they show. */
  operations: readonly Readonly<{ operation: string; shows?: string }>[];
}>;

const kinds: Readonly<Record<AccessEvent['type'], AccessKind>> = {
  RecordRead: 'read',
  AccessRefused: 'refused',
  SignedIn: 'signed-in',
  SignInFailed: 'sign-in-failed',
  UploadRefused: 'upload-refused',
  ActRefused: 'act-refused',
};

const operationsIn = ({ type, data }: AccessEvent): AccessRow['operations'] => {
  if (type === 'RecordRead') return data.reads;
  if (type === 'ActRefused') return data.acts.map((operation) => ({ operation }));
  return type === 'AccessRefused' ? data.operations.map((operation) => ({ operation })) : [];
};

/** Addresses may be erased: then only the commitment is left. */
const textIn = (data: object, field: string): string | null => {
  const value = (data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : null;
};

const rowOf = (event: AccessEvent, accessId: string, agency: string): AccessRow => {
  const { type, data, revision: entry, occurredAt } = event;
  return {
    ...{ accessId, entry, agency, occurredAt, kind: kinds[type] },
    until: 'until' in data ? data.until : occurredAt,
    times: 'times' in data ? data.times : 1,
    person: data.person ?? null,
    session: textIn(data, 'session'),
    ip: textIn(data, 'ip'),
    login: textIn(data, 'login'),
    record: textIn(data, 'record') ?? textIn(data, 'sha256'),
    through: textIn(data, 'through'),
    status: 'status' in data ? data.status : null,
    unconfirmed: 'unconfirmed' in data,
    outcome: textIn(data, 'outcome') ?? textIn(data, 'found'),
    relation: textIn(data, 'relation'),
    personal: textIn(data, 'personal'),
    purpose: textIn(data, 'purpose'),
    capacity: textIn(data, 'capacity'),
    provisions: 'provisions' in data ? data.provisions : [],
    operations: operationsIn(event),
  };
};

export const accessesView: View<AccessEvent, null> = {
  of: accessProcedure,
  name: 'accesses',
  version: '4',
  columns: `
    access_id text COLLATE "C" NOT NULL,
    entry integer NOT NULL,
    agency text NOT NULL,
    kind text NOT NULL,
    occurred_at text COLLATE "C" NOT NULL,
    until text COLLATE "C" NOT NULL,
    times integer NOT NULL,
    person text,
    session text,
    ip text,
    login text,
    record text,
    through text,
    status integer,
    unconfirmed boolean NOT NULL,
    outcome text,
    relation text,
    personal text,
    purpose text,
    capacity text,
    provisions jsonb NOT NULL,
    operations jsonb NOT NULL,
    PRIMARY KEY (access_id, entry)`,
  indexes: [
    '(agency, kind, occurred_at, access_id, entry)',
    '(record, occurred_at) WHERE record IS NOT NULL',
    '(through, occurred_at) WHERE through IS NOT NULL',
    '(person, occurred_at) WHERE person IS NOT NULL',
  ],
  rows: ({ id, agency, history }: ViewRecord<AccessEvent, null>) =>
    history.map(({ event }) => rowOf(event, id, agency)),
};
