/** `anjuan files`: whether every file is whole where it is kept, and moving all of them into a bucket. */
import { checkFormats, isStartedAs, onDatabase } from '@anjuan/database';
import {
  FilePlaceRefused,
  FilesInFolder,
  keptIn,
  lookThroughFiles,
  moveFiles,
  FilesElsewhere,
  type Looked,
} from '@anjuan/documents';
import { openPool } from '@anjuan/event-store';
import { both } from '@anjuan/program';
import type pg from 'pg';
import { progress } from '../backup/progress.js';
import { filesFolder, reachRecord } from '../backup/record-database.js';
import { ofFiles } from '../messages.js';
import { bucketOf } from './bucket-of.js';

export type FilesCommand = Readonly<{ command: 'files check' | 'files move'; json: boolean }>;

/** Prints what was found; 1 where a file is lost. @throws FilesUnavailable, FilesElsewhere, FilePlaceRefused */
export const answerFiles = async ({ command, json }: FilesCommand): Promise<number> => {
  const { place, looked } = await onRecord(command === 'files move' ? move : check);
  const { files, bytes, lost } = looked;
  const named = lost.map(({ sha256, how }) => ({ sha256, how }));
  const summary =
    command === 'files check'
      ? ofFiles.checked(files, lost.length)
      : lost.length === 0
        ? ofFiles.moved(files, place)
        : ofFiles.notMoved(lost.length);
  console.log(
    json
      ? JSON.stringify({ place, files, bytes, lost: named }, null, 2)
      : [...lost.map(({ message }) => message), both(summary)].join('\n'),
  );
  return lost.length === 0 ? 0 : 1;
};

type Answer = Readonly<{ place: string; looked: Looked }>;

const check = async (pool: pg.Pool): Promise<Answer> => {
  const place = bucketOf(process.env) ?? new FilesInFolder(filesFolder());
  const kept = await keptIn(pool);
  if (kept !== place.name) throw new FilesElsewhere(kept, place.name);
  return { place: place.name, looked: await lookThroughFiles(pool, place, progress()) };
};

const move = async (pool: pg.Pool): Promise<Answer> => {
  const bucket = bucketOf(process.env);
  if (!bucket) throw new FilePlaceRefused(both(ofFiles.noBucket));
  await bucket.tryOut();
  return {
    place: bucket.name,
    looked: await moveFiles(pool, { folder: filesFolder(), bucket, report: progress() }),
  };
};

const onRecord = async (act: (pool: pg.Pool) => Promise<Answer>): Promise<Answer> => {
  const { connection, stop } = await reachRecord();
  const pool = openPool(connection);
  try {
    return await onDatabase(
      (async () => {
        await checkFormats(pool);
        // A program before this one knows of no bucket: it would go on storing in the folder.
        if (!(await isStartedAs(pool, 'documents'))) throw new FilePlaceRefused(both(ofFiles.notStarted));
        return act(pool);
      })(),
    );
  } finally {
    await pool.end();
    await stop();
  }
};
