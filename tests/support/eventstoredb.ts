import { EventStoreDBClient, NotLeaderError, START } from '@eventstore/db-client';
import { partsOf } from '../../libs/event-store/src/eventstoredb/address.js';
import { StandIn } from '../event-store/eventstoredb-stand-in/stand-in.js';

let standIn: StandIn | undefined;
let records = 0;

/** The server named by EVENTSTOREDB_URL. */
export function namedServer(): string | undefined {
  const named = process.env['EVENTSTOREDB_URL'];
  return named === '' ? undefined : named;
}

/** That server, or else a stand-in of this spec file. */
export async function testServer(): Promise<string> {
  const real = namedServer();
  if (real !== undefined) return real;
  if (standIn === undefined) {
    standIn = new StandIn();
    await standIn.start();
  }
  return standIn.url;
}

/** The node that leads, of a server or a cluster. */
export async function leaderOf(address: string): Promise<Readonly<{ name: string; port: number }>> {
  const [first] = partsOf(address).hosts;
  const client = EventStoreDBClient.connectionString(at(address, `${first!.name}:${first!.port}`));
  try {
    for await (const _ of client.readAll({ fromPosition: START, maxCount: 1, requiresLeader: true })) break;
    return first!;
  } catch (error) {
    if (!(error instanceof NotLeaderError)) throw error;
    return { name: error.leader.address, port: error.leader.port };
  }
}

/** The address with another host in the place of its own. */
export function at(address: string, host: string): string {
  return address.replace(/(\/\/(?:[^@]+@)?)[^/?]+/, `$1${host}`);
}

/** Begins the names of the streams of a record that nobody else has. */
export function ownPrefix(): string {
  return `test-${crypto.randomUUID()}-${++records}.`;
}

afterAll(() => {
  standIn?.stop();
});
