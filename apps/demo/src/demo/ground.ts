/** The temporary folder of one demo, its administrator, and the servers started on it. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@anjuan/law';
import type { Account } from '../play/client.js';
import { startServer, type Server } from './server.js';

export type Ground = Readonly<{
  /** The second approves what the first enters. */
  administrators: readonly [Account, Account];
  /** Starts the API on the folder, its clock at that moment. Throws ServerUnusable. */
  start: (clock: Instant) => Promise<Server>;
  /** Stops every server and removes the folder. */
  clear: () => Promise<void>;
}>;

export const newGround = (): Ground => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-demo-'));
  // Started by root the database runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const account = (login: string): Account => ({ login, password: randomBytes(18).toString('base64url') });
  const administrators = [account('administrator'), account('administrator2')] as const;
  const [dataDir, log] = [join(folder, 'data'), join(folder, 'server.log')];
  const servers: Server[] = [];
  return {
    administrators,
    start: async (clock) => {
      const server = await startServer({ dataDir, log, administrators, clock });
      servers.push(server);
      return server;
    },
    clear: async () => {
      for (const server of servers) await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
};
