import { accessProcedure, type AccessEvent } from '@anjuan/access-log';
import { defaultLists } from '@anjuan/law';
import { accessesView } from './accesses.js';

const at = '2026-03-02T01:00:00.000Z';
const until = '2026-03-02T01:00:40.000Z';
type Said = { [Type in AccessEvent['type']]: [Type, Extract<AccessEvent, { type: Type }>['data']] };
const rowsOf = (...said: Said[AccessEvent['type']][]) =>
  accessesView.rows({
    procedure: accessProcedure,
    id: 'a-page',
    agency: 'an-agency',
    revision: said.length - 1,
    recordedAt: at,
    file: null,
    history: said.map(([type, data], revision) => ({
      event: {
        ...{ v: 1, occurredAt: at, recordedAt: at, recordedBy: 'lin', actors: [], revision },
        ...{ type, data },
      } as AccessEvent,
      lists: defaultLists,
    })),
  });

describe('the list of accesses', () => {
  it('shows who read what, and as what they were let in', () => {
    expect(
      rowsOf([
        'RecordRead',
        {
          ...{ person: 'lin', capacities: ['officer'], session: 's', ip: '192.0.2.7', record: 'a-case' },
          ...{ relation: 'handler', reads: [{ operation: 'case/view', shows: 'case-file' }] },
        },
      ]),
    ).toStrictEqual([
      {
        accessId: 'a-page',
        entry: 0,
        agency: 'an-agency',
        kind: 'read',
        occurredAt: at,
        until: at,
        times: 1,
        person: 'lin',
        session: 's',
        ip: '192.0.2.7',
        login: null,
        record: 'a-case',
        through: null,
        status: null,
        outcome: null,
        relation: 'handler',
        unconfirmed: false,
        personal: null,
        purpose: null,
        capacity: null,
        provisions: [],
        operations: [{ operation: 'case/view', shows: 'case-file' }],
      },
    ]);
  });

  it('shows through which record a file was reached', () => {
    expect(
      rowsOf([
        'RecordRead',
        {
          ...{ person: 'lin', capacities: ['officer'], session: 's', record: 'a-hash', through: 'a-case' },
          reads: [{ operation: 'files/download', shows: 'papers' }],
        },
      ]),
    ).toMatchObject([{ record: 'a-hash', through: 'a-case' }]);
  });

  it('shows how often a stranger was turned away, and how a sign-in ended', () => {
    expect(
      rowsOf(
        ['AccessRefused', { status: 401, times: 40, until, operations: ['case/view'] }],
        ['SignInFailed', { outcome: 'locked', login: 'hidden', times: 2, until }],
        ['SignedIn', { login: 'hidden', person: 'lin', times: 1, until: at }],
      ),
    ).toMatchObject([
      { kind: 'refused', status: 401, times: 40, until, person: null, ip: null },
      { entry: 1, kind: 'sign-in-failed', outcome: 'locked', login: 'hidden', times: 2 },
      { entry: 2, kind: 'signed-in', person: 'lin', outcome: null },
    ]);
  });

  it('shows acts that the law refused, under which provisions, and files that carry malware', () => {
    const who = { person: 'lin', capacities: ['officer'], session: 's', times: 3, until } as const;
    const provisions = [{ id: 'decision/after-review', cites: 'APL 58' }];
    expect(
      rowsOf(
        [
          'ActRefused',
          { ...who, capacity: 'officer', acts: ['decision/decide'], record: 'a-case', provisions },
        ],
        ['UploadRefused', { ...who, sha256: 'a-hash', found: 'Malware.Name' }],
      ),
    ).toMatchObject([
      {
        ...{ kind: 'act-refused', person: 'lin', record: 'a-case', capacity: 'officer', times: 3, until },
        ...{ operations: [{ operation: 'decision/decide' }], provisions },
      },
      { entry: 1, kind: 'upload-refused', record: 'a-hash', outcome: 'Malware.Name', provisions: [] },
    ]);
  });

  it('shows no address that was erased', () => {
    const erased = { _sd: 'digest' } as unknown as string;
    expect(
      rowsOf(['AccessRefused', { ip: erased, status: 403, times: 1, until, operations: [] }]),
    ).toMatchObject([{ ip: null }]);
  });
});
