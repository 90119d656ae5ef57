import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from './server.js';

const idleMs = 3000;

/** Resident memory of the server in bytes after some idle seconds; undefined where it cannot be measured. */
export const idleMemory = async ({ pid, askMemory }: Server): Promise<number | undefined> => {
  await pause(idleMs);
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return askMemory();
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
};
