import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import {
  examineEventStoreDb,
  migrateEventStoreDb,
  NoEventStore,
  openEventStoreDb,
  openPool,
} from '@anjuan/event-store';
import type pg from 'pg';
import { certificate } from '../support/certificate.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { append } from './appending.js';
import { StandIn } from './eventstoredb-stand-in/stand-in.js';
import { removeFolder } from '../support/folder.js';

const clock = () => new Date('2025-03-03T01:00:00.000Z');
const day = 24 * 60 * 60 * 1000;

describe('EventStoreDB at the start of the program', () => {
  let folder: string;
  let pool: pg.Pool;
  const standIns: StandIn[] = [];
  beforeAll(async () => {
    folder = await temporaryFolder();
    pool = openPool(await testDatabase());
    await migrateEventStoreDb(pool);
  });
  afterAll(async () => {
    for (const one of standIns) one.stop();
    await pool.end();
    await removeFolder(folder);
  });

  const serving = async (of: ConstructorParameters<typeof StandIn>[0] = {}): Promise<StandIn> => {
    const standIn = new StandIn(of);
    await standIn.start();
    standIns.push(standIn);
    return standIn;
  };
  const withTls = async (of: Parameters<typeof certificate>[0] = {}) => {
    const tls = certificate(of);
    const ca = join(folder, `${crypto.randomUUID()}.crt`);
    await writeFile(ca, tls.cert);
    const standIn = await serving({ tls });
    const at = (account: string) => `esdb://${account}${standIn.host}?tls=true&tlsCAFile=${ca}`;
    return { standIn, ca, at };
  };

  /** The reason, after the sentence was looked at. */
  const fault = async (address: string): Promise<string> => {
    const store = await openEventStoreDb(pool, { address, clock, callMs: 1_000 }).catch(
      (error: unknown) => error,
    );
    if (!(store instanceof NoEventStore))
      throw new Error('It was opened, or refused otherwise.', { cause: store });
    expect(store.message).toMatch(/^无法使用 EventStoreDB：.+。EventStoreDB cannot be used: .+\.$/);
    expect(store.message).not.toMatch(/secret|127\.0\.0\.1|\n|Error:/);
    return store.reason;
  };

  it('is used where all is well, and nothing is written by looking', async () => {
    const { standIn, at } = await withTls();
    standIn.accounts.add('anjuan', 'secret');
    const store = await openEventStoreDb(pool, { address: at('anjuan:secret@'), clock });
    expect(standIn.log.all).toEqual([]);
    await append(store, 'a', 'none');
    await store.close();
    await pool.query('TRUNCATE eventstoredb.commands; UPDATE eventstoredb.head SET position = NULL');
  });

  it.each([
    ['the stream', { $r: ['$admins'] }],
    ['its metadata', { $mr: ['$admins'] }],
  ])(
    'an ACL of one stream that keeps the account from %s is its damage, and no other is concerned',
    async (_, acl) => {
      const { standIn, at } = await withTls();
      standIn.accounts.add('anjuan', 'secret');
      const open = () => openEventStoreDb(pool, { address: at('anjuan:secret@'), clock });
      const [store, peer] = [await open(), await open()];
      await append(store, 'a', 'none', 2);
      await append(store, 'b', 'none', 2);
      standIn.log.tell('anjuan.a', { $acl: acl });
      const [denied, well] = await Promise.allSettled([append(peer, 'a', 1), append(peer, 'b', 1)]);
      expect(denied).toMatchObject({
        reason: { name: 'RecordDamaged', damage: { what: 'denied', stream: 'a' } },
      });
      expect(well.status).toBe('fulfilled');
      await expect(store.read('a')).rejects.toMatchObject({ damage: { what: 'denied', stream: 'a' } });
      expect(store.damaged()).toMatchObject([{ what: 'denied', stream: 'a' }]);
      standIn.log.tell('anjuan.a', {});
      expect(await store.read('a')).toHaveLength(2);
      expect(store.damaged()).toEqual([]);
      await Promise.all([store.close(), peer.close()]);
      await pool.query('TRUNCATE eventstoredb.commands; UPDATE eventstoredb.head SET position = NULL');
    },
  );

  it('accounts: a wrong password, none, and each right that is missing', async () => {
    const { standIn, at } = await withTls();
    standIn.accounts.add('anjuan', 'secret');
    standIn.accounts.add('narrow', 'secret', { readAll: false });
    standIn.accounts.add('blind', 'secret', { read: false });
    standIn.accounts.add('reader', 'secret', { write: false });
    expect(await fault(at('anjuan:secret2@'))).toBe('wrongPassword');
    expect(await fault(at('nobody:secret@'))).toBe('wrongPassword');
    expect(await fault(at(''))).toBe('noAccount');
    expect(await fault(at('narrow:secret@'))).toBe('mayNotReadAll');
    expect(await fault(at('blind:secret@'))).toBe('mayNotRead');
    expect(await fault(at('reader:secret@'))).toBe('mayNotWrite');
    expect(standIn.log.all).toEqual([]);
  });

  it('what others may do is said, as far as the account can see it', async () => {
    const { standIn, at } = await withTls();
    standIn.accounts.add('anjuan', 'secret');
    standIn.accounts.add('ops', 'secret', { admin: true });
    const warnings = async (address: string) => {
      const { checks } = await examineEventStoreDb(pool, { address, clock });
      expect(checks.filter(({ fault }) => fault)).toEqual([]);
      return checks.find(({ what }) => what === 'accounts')?.warnings;
    };
    expect(await warnings(at('anjuan:secret@'))).toEqual([]);
    const [administrator, acl] = [/is an administrator/, /has no \$userStreamAcl/].map((one) =>
      expect.stringMatching(one),
    );
    expect(await warnings(at('ops:secret@'))).toEqual([administrator, acl]);
    const data = Buffer.from(JSON.stringify({ $userStreamAcl: { $r: ['$admins', 'anjuan'] } }));
    standIn.log.append('$settings', 'any', [
      { id: 'x', type: 'update-default-acl', contentType: 'application/json', data },
    ]);
    expect(await warnings(at('ops:secret@'))).toEqual([administrator]);
    expect(await warnings((await serving()).url)).toEqual([expect.stringMatching(/asks for no account/)]);
  });

  it('TLS: of an authority not trusted, out of date, for another name, and one side without it', async () => {
    const { standIn, at, ca } = await withTls();
    expect(await fault(`esdb://${standIn.host}?tls=true`)).toBe('untrusted');
    const other = await withTls();
    expect(await fault(`esdb://${other.standIn.host}?tls=true&tlsCAFile=${ca}`)).toBe('untrusted');
    const old = { from: new Date(Date.now() - 2 * day), to: new Date(Date.now() - day) };
    expect(await fault((await withTls(old)).at(''))).toBe('expired');
    expect(await fault((await withTls({ address: [127, 0, 0, 9] })).at(''))).toBe('otherName');
    expect(await fault(`esdb://${standIn.host}?tls=false`)).toBe('serverWithTls');
    const plain = await serving();
    expect(await fault(at('').replace(standIn.host, plain.host))).toBe('serverWithoutTls');
  });

  it('the network: nobody listens, the name is not known, something else answers', async () => {
    const gone = await serving();
    gone.stop();
    expect(await fault(gone.url)).toBe('nobodyListens');
    expect(await fault(`esdb://${gone.host},127.0.0.1:1?tls=false&maxDiscoverAttempts=1`)).toBe(
      'nobodyListens',
    );
    expect(await fault('esdb://no-such-host.invalid:2113?tls=false')).toBe('unknownHost');
    const silent: Server = createServer((socket) => {
      socket.on('error', () => undefined).end('220 mail\r\n', () => socket.destroy());
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    expect(await fault(`esdb://127.0.0.1:${port}?tls=false`)).toBe('otherServer');
    expect(await fault(`esdb://127.0.0.1:${port},127.0.0.1:${port}?tls=false&maxDiscoverAttempts=1`)).toBe(
      'noLeader',
    );
    await new Promise((resolve) => silent.close(resolve));
  });

  it('a server that is reached and says nothing', async () => {
    const standIn = await serving();
    standIn.faults.readsAreSilent = true;
    expect(await fault(standIn.url)).toBe('silent');
  });

  it.each([[undefined], ['21.10.0'], ['22.2.0'], ['nonsense']])('a server too old: %s', async (version) => {
    const standIn = await serving();
    standIn.version = version;
    expect(await fault(standIn.url)).toBe('tooOld');
  });

  it.each(['22.6.0', '23.10.7', '26.0.1'])('a server new enough: %s', async (version) => {
    const standIn = await serving();
    standIn.version = version;
    const store = await openEventStoreDb(pool, { address: standIn.url, clock });
    await store.close();
  });

  it.each([
    ['$settings', { $userStreamAcl: {}, $maxAge: 60 }],
    ['$$$all', { $maxCount: 5 }],
    ['$$$all', { $tb: 5 }],
  ])('a limit for all streams, in %s', async (stream, reported) => {
    const standIn = await serving();
    const data = Buffer.from(JSON.stringify(reported));
    standIn.log.append(stream, 'any', [{ id: 'x', type: 'settings', contentType: 'application/json', data }]);
    expect(await fault(standIn.url)).toBe('limits');
  });
});
