import {
  FileInfected,
  FileKindRefused,
  FileLost,
  FileNotScanned,
  FilesElsewhere,
  FilesUnavailable,
  FileTooLarge,
  NoRoomForFiles,
  OtherContent,
  TooManyUploads,
  UploadsUsedUp,
  type KindFault,
} from '@anjuan/documents';
import { contentAltered } from './content-digest.js';
import { Problem } from './problems.js';

/** Those whose message says all there is to say. */
const byKind = [
  [FileTooLarge, 'file-too-large'],
  [FileNotScanned, 'file-not-scanned'],
  [FilesUnavailable, 'files-unavailable'],
  [NoRoomForFiles, 'no-room-for-files'],
  [TooManyUploads, 'unavailable'],
] as const;

/** Where in the request it is wrong: a key of the address, a header, the body. */
const places: Readonly<Record<KindFault['at'], object>> = {
  name: { pointer: '#/name' },
  declared: { header: 'Content-Type' },
  content: { pointer: '#' },
};

/** Why a file was not stored, or cannot be given back. */
export const ofFile = (error: Error): Problem | undefined => {
  if (error instanceof OtherContent) return contentAltered(error.said, error.found);
  // The log has the names of both places: they are no reader's business.
  if (error instanceof FilesElsewhere)
    return new Problem(
      'files-unavailable',
      '文件存放之处与本程序的设定不符，请管理员检查 FILE_STORE 及 S3_ 各项设定；The files are kept elsewhere than this program is set to: have FILE_STORE and the S3_ settings checked',
    );
  if (error instanceof FileLost) return new Problem('file-lost', error.message, { sha256: error.sha256 });
  if (error instanceof FileInfected)
    return new Problem('file-infected', error.message, { sha256: error.sha256, found: error.found });
  if (error instanceof FileKindRefused)
    return new Problem('file-type-refused', error.message, {
      errors: error.faults.map(({ at, zh, en }) => ({ ...places[at], detail: `${zh}；${en}` })),
    });
  if (error instanceof UploadsUsedUp)
    return new Problem('uploads-used-up', error.message, {
      limit: error.limit,
      most: error.most,
      ends: error.ends,
    });
  const named = byKind.find(([kind]) => error instanceof kind);
  return named && new Problem(named[1], error.message);
};
