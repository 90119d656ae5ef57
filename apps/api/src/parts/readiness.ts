import { describeDamage, type Damage, type Position } from '@anjuan/event-store';
import type { StateOfView } from '@anjuan/views';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Room } from './disk.js';
import type { LastWrites } from './last-writes.js';
import type { Parts } from './parts.module.js';

type Looked = Pick<Parts, 'store' | 'pool' | 'views' | 'documents' | 'clockWatch' | 'writes' | 'disk'>;

/** `head`: undefined, the record is empty; null, the store does not answer. */
export type Found = Readonly<{
  head: Position | undefined | null;
  views: readonly StateOfView[];
  /** Why no request should be sent here; empty: all is well. */
  notReady: readonly string[];
  /** Warnings for the operator, while requests are still answered. */
  troubles: readonly string[];
  /** Writing fails, or soon will. */
  failing: boolean;
  damaged: readonly (Damage & { says: string })[];
  files: readonly Readonly<{ sha256: string; how: string }>[];
  clock: Readonly<{ right: boolean; aheadOfDatabaseMs?: number; lastEntry?: string }> | null;
  disk: Room | null;
  lastWrites: LastWrites['all'];
}>;

/** What can be found out about this program's work, for the probes and the operator. */
export class Readiness implements OnModuleDestroy {
  #stopping = false;

  constructor(private readonly parts: Looked) {}

  onModuleDestroy(): void {
    this.#stopping = true;
  }

  async found(): Promise<Found> {
    const head = await this.#head();
    const views = head === null ? [] : await this.parts.views.states();
    const stopped = views.filter(({ state }) => state === 'stopped' || state === 'ahead-of-store');
    const notReady = [
      ...(this.#stopping ? ['程序正在停止；the program is stopping'] : []),
      ...(head === null ? ['记录或数据库无应答；the record or the database does not answer'] : []),
      ...stopped.map(({ name }) => `列表 ${name} 已停止；the view ${name} has stopped`),
      ...(await this.#clock(head)),
    ];
    const { store, documents, clockWatch, writes } = this.parts;
    const disk = await this.parts.disk.room().catch(() => null);
    return {
      head,
      views,
      notReady,
      troubles: this.#troubles(views, disk),
      failing: !writes.well || disk?.low !== false,
      damaged: store.damaged().map((damage) => ({ ...damage, says: describeDamage(damage) })),
      files: [...documents.damaged].map(([sha256, how]) => ({ sha256, how })),
      clock: clockWatch?.state ?? null,
      disk,
      lastWrites: writes.all,
    };
  }

  /** Not asked for `ready`: a scanner that hangs holds up uploads, and no other request. */
  scanner(): ReturnType<Parts['documents']['scanner']> {
    return this.parts.documents.scanner();
  }

  /** Likewise: without them cases are read, and whatever names no file is done. */
  filesClosed(): ReturnType<Parts['documents']['closed']> {
    return this.parts.documents.closed();
  }

  #troubles(views: readonly StateOfView[], disk: Room | null): readonly string[] {
    const { store, documents, writes } = this.parts;
    return [
      ...views
        .filter(({ parked }) => parked > 0)
        .map(({ name }) => `列表 ${name} 有案件待处理；cases wait in the view ${name}`),
      ...store.damaged().map(describeDamage),
      ...store.troubles(),
      ...[...documents.damaged].map(([sha256, how]) => `文件 ${sha256}：${how}；file ${sha256} is ${how}`),
      ...Object.entries(writes.all).flatMap(([kind, { error, at }]) =>
        error === undefined ? [] : [`最近一次写入失败；the last write failed: ${kind}, ${at}, ${error}`],
      ),
      ...(disk === null ? ['数据目录无法读取；the data folder cannot be read'] : []),
      ...(disk?.low === true
        ? [
            `磁盘剩余 ${String(disk.freeMb)} MB，低于 ${String(disk.leastMb)} MB；${String(disk.freeMb)} MB free on the disk, less than ${String(disk.leastMb)}`,
          ]
        : []),
    ];
  }

  async #clock(head: Found['head']): Promise<readonly string[]> {
    const { clockWatch } = this.parts;
    if (head !== null) await clockWatch?.look().catch(() => undefined);
    return clockWatch?.wrong === undefined ? [] : [clockWatch.wrong];
  }

  async #head(): Promise<Found['head']> {
    const { store, pool } = this.parts;
    try {
      const [head] = await Promise.all([store.head(), pool.query('SELECT 1')]);
      return head;
    } catch {
      // Whatever the driver says of a database that is away.
      return null;
    }
  }
}
