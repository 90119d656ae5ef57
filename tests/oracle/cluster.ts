import { setTimeout as sleep } from 'node:timers/promises';
import { byOwner } from '@anjuan/database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@anjuan/embedded-postgres';
import { migrate, openPool } from '@anjuan/event-store';
import pg from 'pg';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';

/** A PostgreSQL cluster of its own that is started again on the same data when it was killed. */
export class Cluster {
  private constructor(
    readonly folder: string,
    readonly server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<Cluster> {
    const folder = await temporaryFolder();
    const cluster = new Cluster(
      folder,
      await startEmbeddedPostgres({ dataDir: folder, report: () => undefined }),
    );
    const program = openPool({ ...cluster.server.program, max: 1 });
    const by = { program, owner: cluster.server.connection, open: openPool };
    // There is the record alone, and no table of an agency.
    await byOwner({ ...by, walls: () => Promise.resolve([]) }, (owner) => migrate(owner));
    await program.end();
    return cluster;
  }

  /** of the superuser, who makes faults and judges */
  get connection(): pg.PoolConfig {
    return { ...this.server.connection, user: 'anjuan' };
  }

  /** as writers and readers have it */
  get program(): pg.PoolConfig {
    return this.server.program;
  }

  get postmaster(): number | undefined {
    return postmasterPid(placeIn(this.folder));
  }

  /** Asks until the server answers. */
  async ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
    for (;;) {
      const client = new pg.Client({
        ...this.connection,
        connectionTimeoutMillis: 5_000,
        query_timeout: 20_000,
      });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query<Row>(text, values)).rows;
      } catch (error) {
        if (error instanceof pg.DatabaseError && !/^(57|53|08)/.test(error.code ?? '')) throw error;
        await sleep(50);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  async head(): Promise<number> {
    const [row] = await this.ask<{ position: string }>('SELECT position FROM ledger.log_head');
    return Number(row?.position);
  }

  async remove(): Promise<void> {
    await this.server.stop();
    await removeFolder(this.folder);
  }
}
