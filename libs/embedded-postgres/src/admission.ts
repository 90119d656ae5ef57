import { chmodSync, chownSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Place } from './place.js';
import type { ServerUser } from './server-user.js';

const map = 'anjuan';
const hosts = `# Written at each start. The server listens on its socket alone, and the system says who is at the other end.
local all all peer map=${map}
`;

/**
 * Who may connect: this user of the system, and root. Takes the place of what an older program left there, where every
 * user who could reach the socket was let in; a server that runs must read it again.
 */
export function admit({ cluster }: Place, user: ServerUser): void {
  const names = [...new Set([userInfo().username, 'root'])];
  const lines = names.map((name) => `${map} "${name.replaceAll('"', '""')}" all\n`);
  put(join(cluster, 'pg_hba.conf'), hosts, user);
  put(join(cluster, 'pg_ident.conf'), lines.join(''), user);
}

/** It appears whole: the server may be reading it. */
function put(file: string, text: string, user: ServerUser): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const growing = `${file}.${String(process.pid)}`;
  writeFileSync(growing, text, { mode: 0o600 });
  chmodSync(growing, 0o600);
  if (user !== undefined) chownSync(growing, user.uid, user.gid);
  renameSync(growing, file);
}
