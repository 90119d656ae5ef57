import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { TableUnreadable, type TableLimits } from './table.js';

/** Excel and WPS write some twenty. */
const mostParts = 500;

const noWorkbook = (): TableUnreadable =>
  new TableUnreadable(
    '文件不是 XLSX 工作簿（.xls、加密的工作簿不予读取），请另存为未加密的 .xlsx；The file is no XLSX workbook (.xls and encrypted ones are not read): save it as .xlsx, without a password',
  );

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(noWorkbook());
      else resolve(zip);
    });
  });

const entriesOf = (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    const found = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      // Of two of one name each program would read another.
      if (found.size >= mostParts || found.has(entry.fileName)) {
        reject(noWorkbook());
        return;
      }
      found.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => {
      resolve(found);
    });
    zip.on('error', () => {
      reject(noWorkbook());
    });
    zip.readEntry();
  });

/** The parts of a packed workbook, unpacked piece by piece: no more than `limits.unpacked` bytes of all of them. */
export class Parts {
  #left: number;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: TableLimits,
  ) {
    this.#left = limits.unpacked;
  }

  /** @throws TableUnreadable */
  static async of(bytes: Uint8Array, limits: TableLimits): Promise<Parts> {
    const zip = await opened(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return new Parts(zip, await entriesOf(zip), limits);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** What the file says of its size is not believed: what comes out is counted. @throws TableUnreadable */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw noWorkbook();
    try {
      for await (const piece of (await this.#stream(entry)) as AsyncIterable<Buffer>) {
        this.#left -= piece.length;
        if (this.#left < 0) throw this.#tooLarge();
        yield piece;
      }
    } catch (error) {
      // An entry that is encrypted, cut, or other than it says.
      throw error instanceof TableUnreadable ? error : noWorkbook();
    }
  }

  #stream(entry: Entry): Promise<NodeJS.ReadableStream> {
    if (entry.uncompressedSize > this.#left) throw this.#tooLarge();
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error) reject(noWorkbook());
        else resolve(stream);
      });
    });
  }

  #tooLarge(): TableUnreadable {
    return new TableUnreadable(
      `工作簿展开后超过 ${String(this.limits.unpacked)} 字节，未予读取；Unpacked, the workbook is larger than ${String(this.limits.unpacked)} bytes: it was not read`,
    );
  }
}
