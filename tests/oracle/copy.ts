import pg, { type ClientBase, type QueryResultRow } from 'pg';
import type { Cluster } from './cluster.js';
import type { StoredEvent } from './stored-record.js';

const pageSize = 5_000;

type Table = Readonly<{ name: string; columns: Readonly<Record<string, string>> }>;

const tables: readonly Table[] = [
  { name: 'ledger.streams', columns: { number: 'integer', name: 'text' } },
  {
    name: 'ledger.log',
    columns: {
      position: 'bigint',
      recorded_at: 'timestamptz',
      command: 'bigint',
      stream: 'integer',
      revision: 'integer',
      id: 'uuid',
      digest: 'bytea',
      bytes: 'bytea',
    },
  },
];

/** A logical dump of the record in one snapshot, restored into a cluster whose transactions are numbered from the start. */
export async function copyRecord(from: Cluster, to: Cluster): Promise<void> {
  await withClient(from, async (source) => {
    await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await withClient(to, async (target) => {
      await target.query('BEGIN');
      for (const table of tables)
        for await (const rows of pages(source, `SELECT * FROM ${table.name}`))
          await insert(target, table, rows);
      const head = await source.query('SELECT position, recorded_at, streams FROM ledger.log_head');
      await target.query(
        'UPDATE ledger.log_head SET position = $1, recorded_at = $2, streams = $3',
        Object.values(head.rows[0]),
      );
      await target.query('COMMIT');
    });
  });
}

type Row = Readonly<{
  position: string;
  stream: string;
  revision: number;
  id: string;
  type: string;
  command_id: string;
  recorded_at: Date;
}>;

/** The record as the tables have it. */
export async function* recordOf(cluster: Cluster): AsyncGenerator<StoredEvent> {
  const client = new pg.Client(cluster.connection);
  await client.connect();
  await client.query('BEGIN');
  const text = `SELECT position, name AS stream, revision, id, recorded_at,
      convert_from(bytes, 'UTF8')::json ->> 'type' AS type, convert_from(bytes, 'UTF8')::json ->> 'commandId' AS command_id
    FROM ledger.log JOIN ledger.streams ON number = stream ORDER BY position`;
  for await (const rows of pages<Row>(client, text))
    for (const row of rows)
      yield {
        position: Number(row.position),
        stream: row.stream,
        revision: row.revision,
        id: row.id.replaceAll('-', ''),
        commandId: row.command_id,
        index: Number(row.type.slice('Step'.length)),
        recordedAt: row.recorded_at.getTime(),
      };
  await client.end();
}

async function* pages<Found extends QueryResultRow>(
  client: ClientBase,
  text: string,
): AsyncGenerator<readonly Found[]> {
  await client.query(`DECLARE page CURSOR FOR ${text}`);
  for (;;) {
    const { rows } = await client.query<Found>(`FETCH ${pageSize} FROM page`);
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('CLOSE page');
}

async function insert(
  client: ClientBase,
  { name, columns }: Table,
  rows: readonly QueryResultRow[],
): Promise<void> {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  const values = names.map((column) => rows.map((row) => row[column]));
  await client.query(`INSERT INTO ${name} (${names.join()}) SELECT * FROM unnest(${arrays.join()})`, values);
}

async function withClient(cluster: Cluster, use: (client: ClientBase) => Promise<void>): Promise<void> {
  const client = new pg.Client(cluster.connection);
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
