import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Dice } from '../law/adversary/dice.js';
import type { Cluster } from './cluster.js';
import type { Programs } from './programs.js';

export const faults = ['writer', 'reader', 'connection', 'backend', 'postmaster', 'stall'] as const;
export type Fault = (typeof faults)[number];

/** Longer than the store lets a stopped holder keep the lock of all writers. */
const longStallMs = 5_600;
const mostTries = 200;

export type Scene = Readonly<{ cluster: Cluster; writers: Programs; readers: Programs; dice: Dice }>;

/** Makes one fault happen. False when there was nobody to strike at that moment. */
export async function strike(fault: Fault, scene: Scene): Promise<boolean> {
  const { cluster, writers, readers, dice } = scene;
  switch (fault) {
    case 'writer':
    case 'reader': {
      const programs = fault === 'writer' ? writers : readers;
      const number = dice.below(programs.size);
      await programs.kill(number);
      programs.start(number);
      return true;
    }
    case 'connection': {
      const ended = await cluster.ask(`SELECT pg_terminate_backend(pid) FROM (${clients}) AS client LIMIT 3`);
      return ended.length > 0;
    }
    case 'backend': {
      const [found] = await cluster.ask<{ pid: number }>(`${clients} LIMIT 1`);
      return found !== undefined && killed(found.pid);
    }
    case 'postmaster':
      return killed(cluster.postmaster);
    case 'stall':
      return stall(scene);
  }
}

const clients = `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
  AND application_name ~ '^(writer|reader)-' ORDER BY (state <> 'idle') DESC, random()`;

function killed(pid: number | undefined): boolean {
  return pid !== undefined && process.kill(pid, 'SIGKILL');
}

/** Stops a writer while its transaction is open and holds the lock of all writers; one time in four until it loses it. */
async function stall({ cluster, writers, dice }: Scene): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const number = dice.below(writers.size);
    writers.signal(number, 'SIGSTOP');
    try {
      const inside = await cluster.ask(
        `SELECT FROM pg_stat_activity WHERE application_name = $1 AND state = 'idle in transaction'`,
        [`writer-${number}`],
      );
      if (inside.length > 0) {
        await sleep(dice.chance(25) ? longStallMs : 100 + dice.below(900));
        return true;
      }
    } finally {
      writers.signal(number, 'SIGCONT');
    }
    await sleep(10);
  }
  return false;
}

/** Transactions of others that hold a transaction number, in the store's database and beside it, for as long as the server lives. */
export class Foreigners {
  #clients: pg.Client[] = [];
  opened = 0;

  async stay({ connection }: Cluster): Promise<void> {
    if (this.#clients.length > 0) return;
    for (const database of [connection.database!, 'postgres']) {
      const client = new pg.Client({ ...connection, database });
      client.on('error', () => undefined);
      client.on('end', () => (this.#clients = this.#clients.filter((other) => other !== client)));
      try {
        await client.connect();
        await client.query('BEGIN; SELECT pg_current_xact_id()');
        this.#clients.push(client);
        this.opened++;
      } catch {
        await client.end().catch(() => undefined);
      }
    }
  }

  async leave(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.end().catch(() => undefined)));
  }
}
