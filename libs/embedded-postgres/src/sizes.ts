import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { ServerFailed } from './errors.js';

/** As PostgreSQL writes sizes: `512MB`. */
export type Sizes = Readonly<{ sharedBuffers: string; maxWalSize: string; minWalSize: string }>;
/** MB */
export type Machine = Readonly<{ memory: number; disk: number }>;

const mega = 1024 * 1024;
/** What a control group, such as a container's, may use at most, in its two versions. */
const limits = ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'];

const buffers = { least: 32, most: 1024, partOfMemory: 8 };
const wal = { least: 256, most: 2048, timesBuffers: 4, partOfDisk: 10 };
const smallestWal = 80;
/** The largest part of the memory for buffers whose size is configured. */
const partAtMost = 2;

/** @param wanted buffers of another size, such as `32MB` @throws ServerFailed when it is none that can be given */
export function sizesFor({ memory, disk }: Machine, wanted?: string): Sizes {
  const own = within(buffers, memory / buffers.partOfMemory);
  const log = within(wal, Math.min(own * wal.timesBuffers, disk / wal.partOfDisk));
  return {
    sharedBuffers: inMb(wanted === undefined ? own : parsed(wanted, memory)),
    maxWalSize: inMb(log),
    minWalSize: inMb(Math.max(smallestWal, Math.floor(log / 4))),
  };
}

/** Of the machine, or of the control group where that may use less. */
export function machineOf(folder: string, limitFiles: readonly string[] = limits): Machine {
  const given = limitFiles.flatMap((file) => (existsSync(file) ? [Number(readFileSync(file, 'utf8'))] : []));
  const memory = Math.min(totalmem(), ...given.filter((limit) => limit > 0));
  const { blocks, bsize } = statfsSync(folder);
  return { memory: Math.floor(memory / mega), disk: Math.floor((blocks * bsize) / mega) };
}

function within({ least, most }: Readonly<{ least: number; most: number }>, size: number): number {
  return Math.max(least, Math.min(most, Math.floor(size)));
}

function parsed(wanted: string, memory: number): number {
  const [, amount, unit] = /^([1-9]\d*)(MB|GB)$/.exec(wanted) ?? [];
  const size = Number(amount) * (unit === 'GB' ? 1024 : 1);
  if (amount !== undefined && size <= memory / partAtMost) return size;
  throw new ServerFailed(
    'EMBEDDED_SHARED_BUFFERS',
    `${wanted}：须写作 256MB 或 1GB，且不超过内存的一半；write 256MB or 1GB, at most half of the memory, ${String(memory)}MB.`,
  );
}

const inMb = (size: number): string => `${String(size)}MB`;
