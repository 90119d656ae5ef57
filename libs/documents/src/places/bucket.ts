import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { refusal } from './bucket-answers.js';
import { BucketLine, type Answer, type OnTry } from './bucket-line.js';
import type { BucketSettings } from './bucket-settings.js';
import type { ArrivedFile, FilePlace, Kept } from './file-place.js';
import { placeOf } from './folder.js';
import { FilesUnavailable } from './place-errors.js';

/** So long what it answered about itself holds: anybody may ask for it. */
const lookHoldsMs = 5_000;
/** Whoever asks how the program is does not wait for a silent bucket. */
const lookPatienceMs = 2_000;
/** Others may put the same file at the same moment. */
const putsAtMost = 4;

/**
 * Objects of a bucket of the S3 protocol, each under the hash of its bytes. No object is deleted, and none that is whole
 * is written again.
 */
export class FilesInBucket implements FilePlace {
  readonly name: string;
  readonly #line: BucketLine;
  #look: { readonly why: Promise<Error | undefined>; until: number } | undefined;

  constructor(
    private readonly settings: BucketSettings,
    onTry?: OnTry,
    /** in milliseconds, never set back */
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#line = new BucketLine(settings, onTry);
    this.name = `${settings.endpoint}/${settings.bucket}/${settings.prefix}`;
  }

  async keep(file: ArrivedFile): Promise<void> {
    try {
      await this.#kept(file);
    } finally {
      // It may be news how it is.
      this.#look = undefined;
    }
  }

  async read(sha256: string): Promise<Kept | undefined> {
    const answer = await this.#got(sha256);
    if (!answer) return undefined;
    const bytes = bytesOf(answer);
    const content = Readable.from(this.#line.contentOf(answer), { objectMode: false });
    // Also where nobody has begun to read it: its connection would be held for ever.
    return { bytes, content: content.once('close', () => answer.content.destroy()) };
  }

  async sizeOf(sha256: string): Promise<number | undefined> {
    const answer = await this.#line.ask({ method: 'HEAD', key: this.#keyOf(sha256) });
    answer.content.resume();
    if (answer.status === 200) return bytesOf(answer);
    // An answer to HEAD does not say why, nor whether it is the bucket that is missing.
    const found = await this.#got(sha256);
    found?.content.destroy();
    return found && bytesOf(found);
  }

  /** As of some seconds ago. */
  async closed(): Promise<Error | undefined> {
    if (this.#look && this.now() < this.#look.until) return this.#look.why;
    const look = { why: this.#looked(AbortSignal.timeout(lookPatienceMs)), until: Infinity };
    this.#look = look;
    return look.why.finally(() => {
      look.until = this.now() + lookHoldsMs;
    });
  }

  /**
   * Whether files can be put, found and read there, by one small object that is put once.
   * @throws FilesUnavailable, NoRoomForFiles
   */
  async tryOut(): Promise<void> {
    const why = await this.#looked();
    if (why) throw why;
    const words = Buffer.from(
      '案卷的文件按其 SHA-256 存放于此。The files of Anjuan lie here under their SHA-256.\n',
    );
    const sha256 = createHash('sha256').update(words).digest('hex');
    await this.#kept({ at: '', sha256, bytes: words.length }, () =>
      Readable.from([words], { objectMode: false }),
    );
  }

  async #looked(signal?: AbortSignal): Promise<Error | undefined> {
    try {
      const query = { 'list-type': '2', 'max-keys': '1', prefix: this.settings.prefix };
      const answer = await this.#line.ask({ method: 'GET', query, ...(signal && { signal }) });
      if (answer.status !== 200) return refusal(await this.#line.answered(answer));
      answer.content.resume();
      return undefined;
    } catch (error) {
      if (error instanceof FilesUnavailable) return error;
      throw error;
    }
  }

  async #kept(file: ArrivedFile, open = () => createReadStream(file.at) as Readable): Promise<void> {
    for (let left = putsAtMost; left > 0; left -= 1) {
      const there = await this.#found(file.sha256);
      if (there === 'whole') return;
      if (await this.#put(file, open, there)) return;
    }
    throw otherBytes();
  }

  /**
   * False: somebody else has put something there meanwhile. What lies there altered is replaced, and nothing else: without
   * a condition, as servers differ in theirs, and whoever mends it at the same moment puts the same bytes.
   */
  async #put(file: ArrivedFile, open: () => Readable, there: 'altered' | undefined): Promise<boolean> {
    const only = there === undefined ? { 'if-none-match': '*' } : undefined;
    const answer = await this.#answerToPut(file, open, only);
    if (answer.status === 409 || answer.status === 412) {
      answer.content.resume();
      return false;
    }
    if (answer.status !== 200) {
      const answered = await this.#line.answered(answer);
      // A server that knows no conditions. Whoever writes at the same moment writes the same bytes.
      if (answered.status !== 501 || !only) throw refusal(answered);
      const bare = await this.#answerToPut(file, open);
      if (bare.status !== 200) throw refusal(await this.#line.answered(bare));
      return this.#isThere(file, bare);
    }
    return this.#isThere(file, answer);
  }

  #answerToPut(
    { sha256, bytes }: ArrivedFile,
    open: () => Readable,
    only?: Readonly<Record<string, string>>,
  ) {
    const checksum = { 'x-amz-checksum-sha256': base64Of(sha256) };
    return this.#line.ask({
      method: 'PUT',
      key: this.#keyOf(sha256),
      headers: { ...only, ...checksum },
      body: { open, bytes, sha256 },
    });
  }

  /** By the checksum that the server has computed, or else by reading it again. */
  async #isThere({ sha256 }: ArrivedFile, put: Answer): Promise<boolean> {
    put.content.resume();
    if (put.headers['x-amz-checksum-sha256'] === base64Of(sha256)) return true;
    if ((await this.#found(sha256)) !== 'whole') throw otherBytes();
    return true;
  }

  async #found(sha256: string): Promise<'whole' | 'altered' | undefined> {
    const answer = await this.#got(sha256);
    if (!answer) return undefined;
    const hash = createHash('sha256');
    for await (const part of this.#line.contentOf(answer)) hash.update(part);
    return hash.digest('hex') === sha256 ? 'whole' : 'altered';
  }

  async #got(sha256: string): Promise<Answer | undefined> {
    const answer = await this.#line.ask({ method: 'GET', key: this.#keyOf(sha256) });
    if (answer.status === 200) return answer;
    const answered = await this.#line.answered(answer);
    if (answered.status === 404 && answered.code === 'NoSuchKey') return undefined;
    throw refusal(answered);
  }

  #keyOf(sha256: string): string {
    return `${this.settings.prefix}${placeOf('', sha256)}`;
  }
}

const base64Of = (sha256: string): string => Buffer.from(sha256, 'hex').toString('base64');

/** @throws FilesUnavailable where it does not say: no file is called altered for it */
const bytesOf = ({ status, headers, content }: Answer): number => {
  const bytes = Number(headers['content-length'] ?? NaN);
  if (Number.isSafeInteger(bytes)) return bytes;
  content.destroy();
  throw refusal({ status, code: 'without Content-Length' });
};

const otherBytes = (): FilesUnavailable =>
  new FilesUnavailable(
    {
      zh: '所存的内容与发出的不同，请管理员检查存储服务以及本机与 S3_ENDPOINT 之间的代理',
      en: 'holds other bytes than were sent: have its server, and proxies up to S3_ENDPOINT, looked at',
    },
    false,
  );
