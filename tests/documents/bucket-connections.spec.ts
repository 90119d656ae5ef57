/** What is left of a request to a bucket that ends before its time: no connection, no open file, nobody who waits. */
import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, type ReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { FilesInBucket, FilesUnavailable, type BucketSettings } from '@anjuan/documents';
import { BucketLine } from '../../libs/documents/src/places/bucket-line.js';
import { keptBytes } from '../../libs/documents/src/kept-bytes.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';

type Answer = (request: IncomingMessage, reply: ServerResponse) => void;

let folder: string;
let server: Server;
let answer: Answer;
let settings: BucketSettings;
let files: FilesInBucket;
beforeEach(async () => {
  folder = await temporaryFolder();
  server = createServer((request, reply) => {
    answer(request, reply);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  settings = {
    endpoint: `http://127.0.0.1:${String(port)}`,
    region: 'us-east-1',
    bucket: 'papers',
    prefix: '',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    addressing: 'path',
    // Longer than a test may take: what ends, ends by itself.
    timeoutMs: 600_000,
  };
  files = new FilesInBucket(settings);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await removeFolder(folder);
});

const content = randomBytes(20_000_000);
const file = { sha256: hash('sha256', content), bytes: content.length };
const arrived = async () => {
  const at = join(folder, file.sha256);
  await writeFile(at, content);
  return { at, ...file };
};
/** More than goes into the buffers on the way: its end is not sent before it is read. */
const large: Answer = (_, reply) => {
  reply.writeHead(200, { 'content-length': String(content.length) }).end(content);
};
/** Resolves when the connection of the next request is closed. */
const nextClosed = (then: Answer) =>
  new Promise<void>((resolve) => {
    answer = (request, reply) => {
      request.socket.once('close', () => {
        resolve();
      });
      then(request, reply);
    };
  });

it('An object that nobody begins to read holds no connection', async () => {
  const closed = nextClosed(large);
  const kept = await files.read(file.sha256);
  kept!.content.destroy();
  await closed;
});

it('Nor does one of another size than was noted, nor one whose reader goes before the first byte', async () => {
  const ofOtherSize = nextClosed(large);
  await expect(keptBytes(files, { ...file, bytes: 5_000_000 })).rejects.toThrow(/altered/);
  await ofOtherSize;
  const whole = nextClosed(large);
  (await keptBytes(files, file)).destroy();
  await whole;
});

it('Any number of slow readers keeps nobody else waiting', async () => {
  answer = large;
  const slow = await Promise.all(Array.from({ length: 80 }, () => files.read(file.sha256)));
  expect(await files.sizeOf(file.sha256)).toBe(file.bytes);
  for (const kept of slow) kept!.content.destroy();
});

it('One that refuses before it has all of a file is heard, and its connection is closed', async () => {
  const file = await arrived();
  const closed = nextClosed((request, reply) => {
    const [status, code] = request.method === 'PUT' ? [403, 'AccessDenied'] : [404, 'NoSuchKey'];
    reply.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
  });
  await expect(files.keep(file)).rejects.toThrow(/AccessDenied/);
  await closed;
});

it('A file is closed when its request has failed, and what is wrong with it is not said of the bucket', async () => {
  const { at, sha256, bytes } = await arrived();
  const line = new BucketLine(settings);
  const opened: ReadStream[] = [];
  const put = (path: string) =>
    line.ask({
      method: 'PUT',
      key: sha256,
      body: {
        open: () => {
          const stream = createReadStream(path);
          opened.push(stream);
          return stream;
        },
        bytes,
        sha256,
      },
    });
  answer = (request) => request.socket.destroy();
  await expect(put(at)).rejects.toThrow(FilesUnavailable);
  expect(opened).toHaveLength(3);
  for (const stream of opened) {
    await finished(stream).catch(() => undefined);
    expect(stream.closed).toBe(true);
  }
  await expect(put(join(folder, 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('How a silent bucket is, is said without its whole patience', async () => {
  answer = () => undefined;
  const closed = await files.closed();
  expect(closed).toBeInstanceOf(FilesUnavailable);
  expect(closed).toMatchObject({ refused: false, message: expect.stringMatching(/S3_TIMEOUT_SECONDS/) });
});

it('One that states no size is not understood, and no file is called altered for it', async () => {
  answer = (_, reply) => {
    reply.writeHead(200, { 'transfer-encoding': 'chunked' }).end('现场笔录');
  };
  const refused = { name: 'FilesUnavailable', message: expect.stringMatching(/Content-Length/) };
  await expect(files.sizeOf(file.sha256)).rejects.toMatchObject(refused);
  await expect(keptBytes(files, file)).rejects.toMatchObject(refused);
  answer = large;
  expect(await buffer(await keptBytes(files, file))).toHaveLength(content.length);
});
