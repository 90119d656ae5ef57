import path from 'node:path';
import {
  Admission,
  agreeOnPlace,
  bucketSettings,
  Clamd,
  clamdAddress,
  DocumentStore,
  FilePlaceRefused,
  FilesInBucket,
  FilesInFolder,
  FilesUnavailable,
  type FileLost,
  type FilePlace,
} from '@anjuan/documents';
import type { EventStore } from '@anjuan/event-store';
import type pg from 'pg';
import type { Log } from '../log/log.js';
import { MovableClock, type Clock } from '../parts/clock.js';
import { ClockWatch } from '../parts/clock-watch.js';
import type { Config } from '../parts/config.js';
import type { Metrics } from '../metrics/metrics.js';
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

type OfDocuments = Readonly<{ config: Config; pool: pg.Pool; log: Log; metrics: Metrics }>;

/**
 * Files arrive below the data folder, also where they stay in a bucket; what uploads cut short have left is removed.
 * @throws FilesElsewhere, FilePlaceRefused
 */
export const openDocuments = async ({ config, pool, log, metrics }: OfDocuments): Promise<DocumentStore> => {
  const clamd = clamdAddress(config.CLAMD ?? '');
  const folder = path.resolve(config.DATA_DIR, 'files');
  const bucket = bucketSettings(config);
  const place = bucket
    ? await openBucket(new FilesInBucket(bucket, metrics.ofFiles), log)
    : new FilesInFolder(folder);
  await agreeOnPlace(pool, place.name);
  const documents = new DocumentStore(pool, folder, {
    place,
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

/** One that refuses stops the start: it is set wrongly. One that is away is waited for, while all else goes on. */
const openBucket = async (files: FilesInBucket, log: Log): Promise<FilePlace> => {
  try {
    await files.tryOut();
  } catch (error) {
    if (error instanceof FilesUnavailable && error.refused)
      throw new FilePlaceRefused(error.message, { cause: error });
    if (!(error instanceof Error)) throw error;
    log.error({ from: 'files', says: error.message }, 'the bucket takes no files');
  }
  return files;
};
