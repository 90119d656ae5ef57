import { declared, mustStand } from '@anjuan/database';
import type pg from 'pg';
import { documentWalls } from '../schema.js';
import { FilesElsewhere } from './place-errors.js';

type Queryable = Pick<pg.Pool | pg.ClientBase, 'query'>;

/** The place in which the files of the record lie. */
export const keptIn = async (database: Queryable): Promise<string> => {
  const { rows } = await database.query<{ place: string }>('SELECT place FROM documents.kept_in');
  return rows[0]?.place ?? '';
};

/** From the end of the transaction on; nobody notes a file until then. */
const holdPlace = async (client: pg.ClientBase): Promise<string> => {
  const { rows } = await client.query<{ place: string }>('SELECT place FROM documents.kept_in FOR UPDATE');
  return rows[0]?.place ?? '';
};

export const notePlace = async (client: Queryable, place: string): Promise<void> => {
  await client.query('UPDATE documents.kept_in SET place = $1 WHERE place <> $1', [place]);
};

/** All that is done in it is one: no file is noted meanwhile. */
export const whileHeld = async <Done>(
  pool: pg.Pool,
  act: (client: pg.PoolClient, place: string) => Promise<Done>,
): Promise<Done> => {
  const client = await pool.connect();
  let broken = true;
  try {
    // A place has the files of every agency. Where the wall between them was altered it might hide some, and a record
    // would be taken for empty.
    await client.query(`BEGIN; ${declared('every-agency')}`);
    await mustStand(client, documentWalls);
    const done = await act(client, await holdPlace(client));
    await client.query('COMMIT');
    broken = false;
    return done;
  } finally {
    // Closed, it takes nothing of the transaction to whoever is next.
    client.release(broken);
  }
};

/**
 * A record without files has them wherever it is told to; any other has them where they are.
 * @throws FilesElsewhere; NoDatabase where the wall between agencies was altered
 */
export const agreeOnPlace = async (pool: pg.Pool, wanted: string): Promise<void> => {
  if ((await keptIn(pool)) === wanted) return;
  await whileHeld(pool, async (client, place) => {
    const { rowCount } = await client.query('SELECT FROM documents.file LIMIT 1');
    if (rowCount !== 0 && place !== wanted) throw new FilesElsewhere(place, wanted);
    await notePlace(client, wanted);
  });
};
