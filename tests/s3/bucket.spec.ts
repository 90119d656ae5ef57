/** The files of a record in a bucket of a real Ceph: put, read, harmed, and reached by a network that fails. */
import { hash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FilesInBucket, FilesUnavailable, NoRoomForFiles, type ArrivedFile } from '@anjuan/documents';
import { Cable } from '../support/cable.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';
import { startCeph, type RunningCeph } from './ceph.js';
import { keyOf, type Owner } from './owner.js';

let ceph: RunningCeph;
let bureau: Owner;
let folder: string;
beforeAll(async () => {
  [ceph, folder] = await Promise.all([startCeph(), temporaryFolder()]);
  bureau = await ceph.owner('bureau');
  await bureau.makeBucket('papers');
});
afterAll(async () => {
  await ceph.stop();
  await removeFolder(folder);
});

const arrived = async (content: Buffer): Promise<ArrivedFile> => {
  const sha256 = hash('sha256', content);
  const at = join(folder, sha256);
  await writeFile(at, content);
  return { at, sha256, bytes: content.length };
};
const some = (bytes = 100) => arrived(randomBytes(bytes));
/** The clock of this machine, as whoever signs reads it. */
const anHourBehind = async (act: () => Promise<void>): Promise<void> => {
  const Right = Date;
  class Wrong extends Right {
    constructor() {
      super(Right.now() - 3_600_000);
    }
  }
  globalThis.Date = Wrong as DateConstructor;
  try {
    await act();
  } finally {
    globalThis.Date = Right;
  }
};
const papers = () => new FilesInBucket(bureau.settings('papers'));
/** Of what is there under the hash. */
const hashIn = async (files: FilesInBucket, sha256: string) => {
  const kept = await files.read(sha256);
  return kept && hash('sha256', await buffer(kept.content));
};

describe('A file in a bucket', () => {
  it('is kept byte for byte under its hash, large or empty', async () => {
    for (const file of [await some(), await some(9_000_000), await arrived(Buffer.from(''))]) {
      await papers().keep(file);
      expect(await papers().sizeOf(file.sha256)).toBe(file.bytes);
      expect(await hashIn(papers(), file.sha256)).toBe(file.sha256);
      expect(await bureau.list('papers')).toContain(keyOf(file.sha256));
    }
  });

  it('is not there before it was kept', async () => {
    const { sha256 } = await some();
    expect(await papers().sizeOf(sha256)).toBeUndefined();
    expect(await papers().read(sha256)).toBeUndefined();
  });

  it('is not written again while it is whole: the same bytes are found', async () => {
    const file = await some();
    const puts: string[] = [];
    const watched = new FilesInBucket(bureau.settings('papers'), (method, outcome) => {
      if (method === 'PUT') puts.push(outcome);
    });
    await watched.keep(file);
    await watched.keep(file);
    expect(puts).toEqual(['200']);
  });

  it('is mended where its object was altered or taken away', async () => {
    const file = await some();
    await papers().keep(file);
    for (const harm of [
      () => bureau.put('papers', keyOf(file.sha256), Buffer.from('altered')),
      () => bureau.remove('papers', keyOf(file.sha256)),
    ]) {
      await harm();
      expect(await hashIn(papers(), file.sha256)).not.toBe(file.sha256);
      await papers().keep(file);
      expect(await hashIn(papers(), file.sha256)).toBe(file.sha256);
    }
  });

  it('is kept once by any number of programs at the same moment', async () => {
    const file = await some(200_000);
    await Promise.all(Array.from({ length: 8 }, () => papers().keep(file)));
    expect(await hashIn(papers(), file.sha256)).toBe(file.sha256);
  });

  it('is refused by the server where the bytes are not of the hash, and nothing is there', async () => {
    const file = await some();
    await writeFile(file.at, randomBytes(file.bytes));
    await expect(papers().keep(file)).rejects.toThrow(/XAmzContentSHA256Mismatch/);
    expect(await papers().read(file.sha256)).toBeUndefined();
  });

  it('lies behind a prefix of its own, and over TLS of an authority of one’s own', async () => {
    const file = await some();
    const ca = await readFile(ceph.ca, 'utf8');
    const files = new FilesInBucket(
      bureau.settings('papers', { endpoint: ceph.secure, ca, prefix: 'anjuan/' }),
    );
    await files.tryOut();
    await files.keep(file);
    expect(await bureau.list('papers')).toContain(`anjuan/${keyOf(file.sha256)}`);
    expect(await papers().read(file.sha256)).toBeUndefined();
  });
});

describe('A bucket that refuses', () => {
  const refuses = async (files: FilesInBucket, says: RegExp, refused = true) => {
    const file = await some();
    const refusal = { name: 'FilesUnavailable', message: expect.stringMatching(says), refused };
    await expect(files.tryOut()).rejects.toMatchObject(refusal);
    await expect(files.keep(file)).rejects.toMatchObject(refusal);
    await expect(files.read(file.sha256)).rejects.toMatchObject(refusal);
    await expect(files.sizeOf(file.sha256)).rejects.toMatchObject(refusal);
    expect(await files.closed()).toMatchObject(refusal);
  };

  it('because it is not there: no file is called missing', () =>
    refuses(new FilesInBucket(bureau.settings('no-such-bucket')), /NoSuchBucket.+S3_BUCKET/));

  it('because the key is another', async () => {
    await refuses(
      new FilesInBucket(bureau.settings('papers', { secretAccessKey: 'wrong' })),
      /SignatureDoesNotMatch.+S3_SECRET_ACCESS_KEY/,
    );
    await refuses(
      new FilesInBucket(bureau.settings('papers', { accessKeyId: 'nobody' })),
      /InvalidAccessKeyId.+S3_ACCESS_KEY_ID/,
    );
  });

  it('because it is somebody else’s', async () => {
    const stranger = await ceph.owner('stranger');
    await refuses(new FilesInBucket(stranger.settings('papers')), /AccessDenied.+s3:GetObject/);
  });

  it('because the clock of this machine is an hour behind', () =>
    anHourBehind(() => refuses(papers(), /RequestTimeTooSkewed.+clock/)));

  it('nothing to a key that may get, put and list: it can do no more', async () => {
    const [owner, program] = [await ceph.owner('records-office'), await ceph.owner('program')];
    await owner.makeBucket('granted');
    await owner.grant('granted', program, ['s3:GetObject', 's3:PutObject', 's3:ListBucket']);
    const files = new FilesInBucket(program.settings('granted'));
    await files.tryOut();
    const file = await some();
    await files.keep(file);
    expect(await hashIn(files, file.sha256)).toBe(file.sha256);
    await expect(program.remove('granted', keyOf(file.sha256))).rejects.toThrow(/AccessDenied/);
    await expect(program.list('papers')).rejects.toThrow(/AccessDenied/);
    await owner.grant('granted', program, ['s3:GetObject', 's3:PutObject']);
    await expect(files.tryOut()).rejects.toThrow(/AccessDenied.+s3:ListBucket/);
    await owner.grant('granted', program, ['s3:GetObject', 's3:ListBucket']);
    await expect(files.keep(await some())).rejects.toThrow(/AccessDenied.+s3:PutObject/);
  });

  it('because its certificate is of an authority that nobody knows', () =>
    refuses(new FilesInBucket(bureau.settings('papers', { endpoint: ceph.secure })), /S3_CA/));

  it('never with the key in what it says', async () => {
    const files = new FilesInBucket(bureau.settings('papers', { secretAccessKey: 'secret-of-ours' }));
    const why = await files.closed();
    expect(`${String(why)} ${JSON.stringify(why)} ${why?.stack ?? ''}`).not.toMatch(/secret-of-ours/);
  });

  it('because it is full, until there is room', async () => {
    const small = await ceph.owner('small');
    await small.makeBucket('small-papers');
    const files = new FilesInBucket(small.settings('small-papers'));
    await ceph.limit(small, 4_096);
    const file = await some(100_000);
    await expect(files.keep(file)).rejects.toThrow(NoRoomForFiles);
    expect(await files.read(file.sha256)).toBeUndefined();
    await ceph.limit(small, undefined);
    await files.keep(file);
    expect(await hashIn(files, file.sha256)).toBe(file.sha256);
  });
});

describe('A network that fails', () => {
  let cable: Cable;
  let files: FilesInBucket;
  /** Of the same bucket, by the same network. */
  let impatient: FilesInBucket;
  beforeEach(async () => {
    cable = new Cable('127.0.0.1', ceph.port);
    const endpoint = `http://${await cable.listen()}`;
    files = new FilesInBucket(bureau.settings('papers', { endpoint }));
    impatient = new FilesInBucket(bureau.settings('papers', { endpoint, timeoutMs: 300 }));
  });
  afterEach(() => cable.close());

  it('in passing is not noticed: the request is sent again', async () => {
    const file = await some(5_000_000);
    await files.keep(file);
    cable.cut();
    expect(await files.sizeOf(file.sha256)).toBe(file.bytes);
    await files.keep(await some(100));
  });

  it('for good is said, and files come again when it is mended', async () => {
    const file = await some(5_000_000);
    cable.break();
    await expect(files.keep(file)).rejects.toMatchObject({
      name: 'FilesUnavailable',
      refused: false,
      message: expect.stringMatching(/S3_ENDPOINT/),
    });
    expect(await papers().read(file.sha256)).toBeUndefined();
    cable.cut();
    await files.keep(file);
    expect(await hashIn(files, file.sha256)).toBe(file.sha256);
  });

  it('by silence is given up after the time that is set', async () => {
    const file = await some(5_000_000);
    for (const way of ['silent', 'answers are lost'] as const) {
      cable.way = way;
      await expect(impatient.sizeOf(file.sha256)).rejects.toThrow(/S3_TIMEOUT_SECONDS/);
      await expect(impatient.keep(file)).rejects.toThrow(FilesUnavailable);
      expect(await impatient.closed()).toBeInstanceOf(FilesUnavailable);
    }
    cable.cut();
    await files.keep(file);
    expect(await hashIn(files, file.sha256)).toBe(file.sha256);
  });

  it('amid a put leaves no object, whole or in parts', async () => {
    const file = await some(5_000_000);
    // Less comes than was announced, then nothing more.
    const broken = { ...file, bytes: file.bytes + 1 };
    const patient = new FilesInBucket(bureau.settings('papers', { timeoutMs: 2_000 }));
    await expect(patient.keep(broken)).rejects.toThrow(FilesUnavailable);
    expect(await papers().read(file.sha256)).toBeUndefined();
    expect(await bureau.list('papers')).not.toContain(keyOf(file.sha256));
    expect(await (await bureau.ask('GET', 'papers?uploads=')).text()).not.toMatch(/<Upload>/);
    await papers().keep(file);
    expect(await hashIn(papers(), file.sha256)).toBe(file.sha256);
  });

  it('amid a file ends it as unavailable, never as lost or whole', async () => {
    const file = await some(20_000_000);
    await papers().keep(file);
    const kept = await files.read(file.sha256);
    const parts = kept!.content[Symbol.asyncIterator]();
    await parts.next();
    cable.cut();
    await expect(
      (async () => {
        while (!(await parts.next()).done);
      })(),
    ).rejects.toThrow(FilesUnavailable);
  });
});
