import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { DiskFull, ServerFailed } from './errors.js';
import type { Place } from './place.js';

/** One segment of the log, which the server makes whole before it writes to it. */
const leastRoom = 16 * 1024 * 1024;
const noRoom = /No space left on device|Disk quota exceeded|File too large|ENOSPC|EDQUOT|SIGXFSZ/;

/** The server's own words tell; where there is no room, it may not have had room for them either. */
export function whyItFailed(place: Place, what: string, words: string): DiskFull | ServerFailed {
  const full = noRoom.test(words) || roomLeft(place) < leastRoom;
  return full ? new DiskFull(place.dataDir) : new ServerFailed(what, words);
}

/** Bytes of what the server has said so far. */
export function saidSoFar({ log }: Place): number {
  return existsSync(log) ? statSync(log).size : 0;
}

/** What it has said since then, the last of it. */
export function lastWords({ log }: Place, since: number): string {
  if (!existsSync(log)) return '';
  const all = readFileSync(log);
  const words = all.length < since ? all : all.subarray(since);
  return words.toString('utf8').split('\n').slice(-12).join('\n');
}

function roomLeft({ dataDir }: Place): number {
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize;
}
