import { RecordDamaged } from '../damage.js';
import type { Appended } from '../event-store.js';
import type { Connection, Standing } from './connection.js';
import { metadataStream, mustBeUnlimited, ours, type Ours } from './ours.js';
import type { Stored } from './protocol.js';
import { isDenied } from './trouble.js';

/** The stream from revision `from` on. @throws RecordDamaged */
export async function readStream(
  connection: Connection,
  prefix: string,
  { stream, from, count }: Readonly<{ stream: string; from: number; count: number }>,
): Promise<readonly Ours[]> {
  const found = await standing(connection, prefix, stream, connection.read(prefix + stream, from, count));
  return found.flatMap((one) => ours(one, prefix) ?? []);
}

/** What was looked up of the stream, where nothing was done to it. @throws RecordDamaged */
async function standing(
  connection: Connection,
  prefix: string,
  stream: string,
  looked: Promise<Standing>,
): Promise<readonly Stored[]> {
  const name = metadataStream(prefix + stream);
  const both = Promise.all([looked, connection.last(name)]);
  const [found, metadata] = await both.catch(async (error: unknown) => {
    if (!isDenied(error)) throw error;
    await mayReadOthers(connection, prefix);
    throw new RecordDamaged({ what: 'denied', stream });
  });
  if (found === 'deleted') throw new RecordDamaged({ what: 'deleted', stream });
  if (metadata !== 'deleted') mustBeUnlimited(stream, metadata);
  return found;
}

/** By the rights that hold for all: of a stream that is never there. @throws what the server says where it denies that */
export async function mayReadOthers(connection: Connection, prefix: string): Promise<void> {
  await Promise.all([prefix, metadataStream(prefix)].map((never) => connection.last(never)));
}

/** The command's last event must stand where it is known to. @throws RecordDamaged */
export async function mustStand(
  connection: Connection,
  prefix: string,
  { commandId, stream, revision, position }: Readonly<{ commandId: string } & Appended>,
): Promise<void> {
  const [found] = await readStream(connection, prefix, { stream, from: revision, count: 1 });
  const same =
    found !== undefined &&
    'envelope' in found &&
    found.envelope.commandId === commandId &&
    found.stored.revision === revision &&
    found.stored.position === position;
  if (!same) throw new RecordDamaged({ what: 'shorter', stream, revision, position });
}

/** The stream's last revision, -1 when there is none. @throws RecordDamaged */
export async function lastRevision(connection: Connection, prefix: string, stream: string): Promise<number> {
  const found = await standing(connection, prefix, stream, connection.last(prefix + stream));
  return found[0]?.revision ?? -1;
}
