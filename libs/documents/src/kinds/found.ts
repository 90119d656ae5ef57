import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What the bytes of a file begin and end with. */
export type Found = Readonly<{
  /** As `file-type` calls it; undefined: it knows no such bytes. */
  content: string | undefined;
  empty: boolean;
  /** A PDF may be opened from anywhere in the first kilobyte, a ZIP from its end: then one file is two. */
  alsoPdf: boolean;
  alsoZip: boolean;
}>;

const headBytes = 1024;
/** The record at the end of a ZIP with the longest comment it may have. */
const tailBytes = 22 + 65_535;
/** The end of a ZIP's directory, on the first disk: four bytes alone are met by chance. */
const zipEnd = Buffer.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0]);

export const foundIn = async (place: string, bytes: number): Promise<Found> => {
  const handle = await open(place, 'r');
  try {
    const head = await read(handle, 0, headBytes);
    const tail = await read(handle, Math.max(0, bytes - tailBytes), tailBytes);
    const type = bytes === 0 ? undefined : await fileTypeFromFile(place);
    return {
      content: type?.ext,
      empty: bytes === 0,
      alsoPdf: head.includes('%PDF-'),
      alsoZip: tail.includes(zipEnd),
    };
  } finally {
    await handle.close();
  }
};

const read = async (handle: FileHandle, from: number, most: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, from);
  return buffer.subarray(0, bytesRead);
};
