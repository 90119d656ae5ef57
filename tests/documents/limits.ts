import { Admission, usualKinds } from '@anjuan/documents';

/** Of the documents in specs that ask about something else. */
export const limits = {
  mostBytes: 100_000_000,
  leastFreeBytes: 0,
  mostUploads: 16,
  mostFilesOfDay: 1_000_000,
  mostBytesOfDay: Number.MAX_SAFE_INTEGER,
  admission: new Admission(usualKinds),
};
