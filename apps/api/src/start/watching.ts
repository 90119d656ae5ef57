import path from 'node:path';
import { Admission, Clamd, clamdAddress, DocumentStore, type FileLost } from '@anjuan/documents';
import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import type { Log } from '../log/log.js';
import { MovableClock, type Clock } from '../parts/clock.js';
import { ClockWatch } from '../parts/clock-watch.js';
import type { Config } from '../parts/config.js';
import { kindsIn } from '../parts/upload-settings.js';

const megabyte = 1024 * 1024;
const day = 24 * 60 * 60 * 1000;

type Watched = Readonly<{ config: Config; clock: Clock; pool: pg.Pool; store: EventStore; log: Log }>;

/** None for a clock that the tests and the demo move: it may be anywhere. */
export const watchedClock = ({ config, clock, pool, store, log }: Watched): ClockWatch | undefined => {
  if (clock instanceof MovableClock) return undefined;
  const database = async () => {
    const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return rows[0]?.now ?? new Date(NaN);
  };
  return new ClockWatch(
    { clock, database, head: () => store.lastRecordedAt() },
    {
      skewMs: config.MAX_CLOCK_SKEW_SECONDS * 1000,
      silenceMs: config.MAX_SILENCE_DAYS * day,
      ...(config.ACCEPT_FUTURE_HEAD !== undefined && { acceptedHead: config.ACCEPT_FUTURE_HEAD }),
    },
    (wrong) => {
      if (wrong === undefined) log.info({ from: 'clock' }, 'right again');
      else log.error({ from: 'clock', says: wrong }, 'wrong');
    },
  );
};

/** Files below the data folder; what uploads cut short have left is removed. */
export const openDocuments = async (config: Config, pool: pg.Pool, log: Log): Promise<DocumentStore> => {
  const clamd = clamdAddress(config.CLAMD ?? '');
  const documents = new DocumentStore(pool, path.resolve(config.DATA_DIR, 'files'), {
    mostBytes: config.MAX_UPLOAD_MB * megabyte,
    leastFreeBytes: config.MIN_FREE_MB * megabyte,
    mostUploads: config.MAX_UPLOADS,
    mostFilesOfDay: config.MAX_UPLOADS_PER_DAY,
    mostBytesOfDay: config.MAX_UPLOAD_MB_PER_DAY * megabyte,
    ...(clamd && { scanner: new Clamd(clamd, config.CLAMD_TIMEOUT_SECONDS * 1000) }),
    admission: new Admission(kindsIn(config.UPLOAD_TYPES) ?? []),
    alarm: ({ sha256, how, message }: FileLost) => {
      log.error({ from: 'files', sha256, how, says: message }, 'file lost');
    },
  });
  // With a database of its own this program has the data folder to itself.
  const swept = await documents.sweep(config.DATABASE_URL === undefined);
  if (swept > 0) log.warn({ from: 'files', swept }, 'uploads cut short were removed');
  return documents;
};
