import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@anjuan/embedded-postgres';
import {
  CommandReused,
  incarnations,
  migrate,
  openPool,
  PostgresEventStore,
  RecordDamaged,
  verifyRecord,
} from '@anjuan/event-store';
import type pg from 'pg';
import { moveInPlace } from '../../libs/event-store/src/postgres/older/in-place.js';
import { commandKey } from '../../libs/event-store/src/postgres/command-key.js';
import { removeFolder } from '../support/folder.js';
import { unpacked } from '../support/fixtures.js';
import { all, append, event } from './appending.js';

type OlderEvent = Readonly<{
  position: string;
  stream: string;
  revision: string;
  id: string;
  recorded_at: Date;
  command_id: string;
  bytes: Buffer;
}>;
type OlderCommand = Readonly<{
  command_id: string;
  digest: string;
  stream: string;
  revision: string;
  position: string;
  recorded_at: Date;
}>;

const quiet = (): void => undefined;
const clock = () => new Date('2027-01-01T00:00:00.000Z');

describe('a record that the program 0.1.0 made', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let before: Readonly<{
    events: OlderEvent[];
    commands: OlderCommand[];
    disclosures: unknown[];
    lives: unknown;
  }>;
  let pool: pg.Pool;
  let copies = 0;

  beforeAll(async () => {
    folder = await unpacked('0.1.0/data-folder');
    server = await startEmbeddedPostgres({ dataDir: folder });
    const older = openPool(server.connection);
    before = {
      events: (await older.query<OlderEvent>('SELECT * FROM ledger.events ORDER BY position')).rows,
      commands: (await older.query<OlderCommand>('SELECT * FROM ledger.commands')).rows,
      disclosures: (await older.query('SELECT * FROM ledger.disclosures ORDER BY position, digest')).rows,
      lives: await incarnations(older),
    };
    await older.end();
  });
  afterAll(async () => {
    await server.stop();
    await removeFolder(folder);
  });
  beforeEach(async () => {
    const database = `older_${String(++copies)}`;
    const owner = openPool({ ...server.connection, user: 'anjuan', database: 'postgres', max: 1 });
    await owner.query(`CREATE DATABASE ${database} TEMPLATE ${server.connection.database ?? ''}`);
    await owner.end();
    pool = openPool({ ...server.connection, user: 'anjuan', database });
  });
  afterEach(() => pool.end());

  /** The same events at the same positions, byte for byte, and every command with its first answer. */
  async function sameAsBefore(): Promise<void> {
    const store = new PostgresEventStore(pool, { clock });
    const events = await all(store);
    expect(
      events.map(({ position, stream, revision, id, recordedAt, commandId }) => [
        Number(position),
        stream,
        revision,
        id,
        recordedAt,
        commandId,
      ]),
    ).toEqual(
      before.events.map((one) => [
        Number(one.position),
        one.stream,
        Number(one.revision),
        one.id,
        one.recorded_at.toISOString(),
        one.command_id,
      ]),
    );
    events.forEach(({ bytes }, index) => {
      expect(before.events[index]?.bytes.equals(bytes)).toBe(true);
    });
    const headers = await store.readHeaders(undefined, events.length);
    expect(headers).toEqual(
      events.map(({ id, stream, revision, position, recordedAt }) => ({
        id,
        stream,
        revision,
        position,
        recordedAt,
      })),
    );
    for (const { command_id, digest, stream, revision, position, recorded_at } of before.commands)
      expect(await store.find(command_id)).toEqual({
        digest,
        appended: {
          stream,
          revision: Number(revision),
          position: position.padStart(16, '0'),
          recordedAt: recorded_at.toISOString(),
          replayed: false,
        },
      });
    expect((await pool.query('SELECT * FROM ledger.disclosures ORDER BY position, digest')).rows).toEqual(
      before.disclosures,
    );
    expect(await incarnations(pool)).toEqual(before.lives);
    const client = await pool.connect();
    await client.query('BEGIN');
    expect(await verifyRecord(client)).toBe(before.events.length);
    await client.query('ROLLBACK');
    client.release();
    await store.close();
  }

  it('is moved at the start, says how far it is, and goes on', async () => {
    const reported: (readonly [number, number])[] = [];
    await migrate(pool, (moved, of) => reported.push([moved, of]));
    expect(reported[0]).toEqual([0, before.events.length]);
    expect(reported.at(-1)).toEqual([before.events.length, before.events.length]);
    await sameAsBefore();
    await migrate(pool, () => {
      throw new Error('There is nothing to move.');
    });

    const store = new PostgresEventStore(pool, { clock });
    const [{ stream }] = before.events as [OlderEvent];
    const revisions = before.events.filter((one) => one.stream === stream).length;
    expect(Number((await append(store, stream, revisions - 1)).position)).toBe(before.events.length + 1);
    expect(Number((await append(store, 'new', 'none')).position)).toBe(before.events.length + 2);
    const [known] = before.commands as [OlderCommand];
    const again = await store.append('elsewhere', 'none', [event()], {
      id: known.command_id,
      digest: known.digest,
    });
    expect(again).toMatchObject({ replayed: true, stream: known.stream, revision: Number(known.revision) });
    const other = store.append('elsewhere', 'none', [event()], { id: known.command_id, digest: 'other' });
    await expect(other).rejects.toThrow(CommandReused);
    await store.close();
  });

  it('is moved once when several programs start at once', async () => {
    const pools = [1, 2, 3].map(() => openPool({ ...pool.options }));
    await Promise.all(pools.map((one) => migrate(one, quiet)));
    await Promise.all(pools.map((one) => one.end()));
    await sameAsBefore();
  });

  it('is moved whole by those who come after, when each is killed on the way', async () => {
    // The first transaction of a start, without the move.
    await stopped(pool);
    const portion = 40;
    let kills = 0;
    for (let wanted = 0; ; wanted += 2 * portion) {
      const mover = begun(pool, portion);
      for await (const line of mover.lines) {
        if (Number(line) < wanted) continue;
        mover.process.kill('SIGKILL');
        kills++;
        break;
      }
      const [code] = await mover.ended;
      if (code === 0) break;
    }
    expect(kills).toBeGreaterThan(5);
    await migrate(pool, quiet);
    await sameAsBefore();
  }, 240_000);

  it('takes no event from an older program from then on', async () => {
    await stopped(pool);
    await expect(pool.query('UPDATE ledger.head SET position = position + 1')).rejects.toThrow(
      /moved to a newer form/,
    );
    await migrate(pool, quiet);
    // What an older program asks first when it starts, appends, or reads.
    for (const request of [
      'CREATE TABLE IF NOT EXISTS ledger.head (position bigint); INSERT INTO ledger.head (position) VALUES (0) ON CONFLICT DO NOTHING',
      'UPDATE ledger.head SET position = 1, recorded_at = now() WHERE position = 0',
      'SELECT position, recorded_at FROM ledger.head FOR UPDATE',
      'SELECT position FROM ledger.head',
      "SELECT position, convert_from(bytes, 'UTF8') FROM ledger.events WHERE position > 0 ORDER BY position LIMIT 500",
      "SELECT * FROM ledger.commands WHERE command_id = 'x'",
    ])
      await expect(pool.query(request)).rejects.toThrow(/已转为新格式.*moved to a newer form/);
    await sameAsBefore();
  });

  it('keeps two commands apart that have the same short hash', async () => {
    const last = before.commands.reduce((one, other) =>
      Number(one.position) > Number(other.position) ? one : other,
    );
    const [first] = before.commands.toSorted(
      (one, other) => Number(one.position) - Number(other.position),
    ) as [OlderCommand];
    await stopped(pool);
    const some = moveInPlace(
      pool,
      (moved) => {
        assert(moved < 40, 'Stopped by the test.');
      },
      40,
    );
    await expect(some).rejects.toThrow('Stopped by the test.');
    await pool.query(
      `BEGIN; ALTER TABLE ledger.log DISABLE TRIGGER events_are_permanent;
       UPDATE ledger.log SET command = ${commandKey(last.command_id)} WHERE position = ${first.position};
       ALTER TABLE ledger.log ENABLE TRIGGER events_are_permanent; COMMIT`,
    );
    await migrate(pool, quiet);
    const store = new PostgresEventStore(pool, { clock });
    expect(await store.find(last.command_id)).toMatchObject({
      digest: last.digest,
      appended: { stream: last.stream },
    });
    const stored = await pool.query('SELECT command FROM ledger.log WHERE position = $1', [last.position]);
    expect(stored.rows).toEqual([{ command: commandKey(last.command_id, 1) }]);
    await store.close();
  });

  it.each([
    [
      'a missing event',
      /positions are not dense|does not begin at revision 0/,
      'DELETE FROM ledger.disclosures WHERE position = 9; DELETE FROM ledger.events WHERE position = 9',
    ],
    [
      'a missing last event',
      /the head is not the last event|not dense/,
      'DELETE FROM ledger.disclosures WHERE position = 513; DELETE FROM ledger.events WHERE position = 513',
    ],
    ['a missing command', /./, 'UPDATE ledger.commands SET position = 1000 WHERE position = 9'],
    [
      'a stream without its beginning',
      /does not begin at revision 0/,
      'UPDATE ledger.events SET revision = 900 WHERE position = 1',
    ],
  ])('that has %s is not moved, and nothing of it is removed', async (_, words, damage) => {
    await pool.query(`ALTER TABLE ledger.events DISABLE TRIGGER events_are_permanent; ${damage}`);
    const moved = migrate(pool, quiet);
    await expect(moved).rejects.toThrow(RecordDamaged);
    await expect(moved).rejects.toThrow(words);
    const { rows } = await pool.query(
      'SELECT count(*)::int AS count FROM ledger.events WHERE position NOT IN (9, 513)',
    );
    expect(rows).toEqual([{ count: before.events.length - 2 }]);
  });
});

/** A start that ends before the move. */
async function stopped(pool: pg.Pool): Promise<void> {
  const start = migrate(pool, () => {
    throw new Error('Stopped by the test.');
  });
  await expect(start).rejects.toThrow('Stopped by the test.');
}

/** Says after each portion how far it is. */
const mover = `
import { moveInPlace } from ${JSON.stringify(compiled('older/in-place.js'))};
import { openPool } from ${JSON.stringify(compiled('pool.js'))};
const [database, portion] = process.argv.slice(1);
const pool = openPool(JSON.parse(database));
await moveInPlace(pool, (moved) => process.stdout.write(moved + '\\n'), Number(portion));
await pool.end();
`;

function compiled(file: string): string {
  return pathToFileURL(resolve('dist', 'libs', 'event-store', 'src', 'postgres', file)).href;
}

function begun({ options }: pg.Pool, portion: number) {
  const { host, port, user, database } = options;
  const to = JSON.stringify({ host, port, user, database, ssl: false });
  const child = spawn(process.execPath, ['--input-type=module', '-e', mover, to, String(portion)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { process: child, lines: createInterface({ input: child.stdout }), ended: once(child, 'exit') };
}
