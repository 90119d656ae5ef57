import { StandIn } from '../event-store/eventstoredb-stand-in/stand-in.js';

let standIn: StandIn | undefined;
let records = 0;

/** The server named by EVENTSTOREDB_URL, or else a stand-in of this spec file. */
export async function testServer(): Promise<string> {
  const real = process.env['EVENTSTOREDB_URL'];
  if (real !== undefined && real !== '') return real;
  if (standIn === undefined) {
    standIn = new StandIn();
    await standIn.start();
  }
  return standIn.url;
}

/** Begins the names of the streams of a record that nobody else has. */
export function ownPrefix(): string {
  return `test-${crypto.randomUUID()}-${++records}.`;
}

afterAll(() => {
  standIn?.stop();
});
