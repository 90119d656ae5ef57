/**
 * Servers of the S3 protocol as they should not be: a stand-in that says what it is told to. What a server does that is
 * as it should be is asked of a real one, by npm run test:s3.
 */
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FilesInBucket, FilesUnavailable, NoRoomForFiles } from '@anjuan/documents';
import { removeFolder, temporaryFolder } from '../support/folder.js';

type Answer = (request: IncomingMessage, reply: ServerResponse, body: Buffer) => void;

let folder: string;
let server: Server;
let answer: Answer;
let asked: string[];
let files: FilesInBucket;
beforeEach(async () => {
  asked = [];
  folder = await temporaryFolder();
  server = createServer((request, reply) => {
    void buffer(request).then((body) => {
      asked.push(request.method ?? '');
      answer(request, reply, body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  files = new FilesInBucket({
    endpoint: `http://127.0.0.1:${String(port)}`,
    region: 'us-east-1',
    bucket: 'papers',
    prefix: '',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    addressing: 'path',
    timeoutMs: 10_000,
  });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await removeFolder(folder);
});

const text = '现场笔录';
const sha256 = hash('sha256', text);
const arrived = async () => {
  const at = join(folder, sha256);
  await writeFile(at, text);
  return { at, sha256, bytes: Buffer.byteLength(text) };
};
const says = (reply: ServerResponse, status: number, code = '') => {
  reply.writeHead(status).end(code === '' ? '' : `<Error><Code>${code}</Code></Error>`);
};
/** Keeps what is put; `also` answers instead where it does. */
const keeping = (also: Answer = () => undefined, kept: Buffer[] = []): Answer => {
  return (request, reply, body) => {
    also(request, reply, body);
    if (reply.writableEnded) return;
    const [there] = kept;
    if (request.method === 'PUT') {
      kept[0] = body;
      says(reply, 200);
    } else if (there) reply.end(there);
    else says(reply, 404, 'NoSuchKey');
  };
};

it('One that knows no conditions takes the file all the same', async () => {
  answer = keeping((request, reply) => {
    if (request.headers['if-none-match'] !== undefined) says(reply, 501, 'NotImplemented');
  });
  await files.keep(await arrived());
  expect(asked).toEqual(['GET', 'PUT', 'PUT', 'GET']);
});

it('One that says the checksum it has computed is not read again', async () => {
  answer = keeping((request, reply) => {
    const checksum = request.headers['x-amz-checksum-sha256'];
    if (request.method === 'PUT') reply.setHeader('x-amz-checksum-sha256', String(checksum));
  });
  await files.keep(await arrived());
  expect(asked).toEqual(['GET', 'PUT']);
});

it('One that keeps other bytes than it was sent is not believed', async () => {
  answer = (request, reply) => {
    if (request.method === 'PUT') says(reply, 200);
    else if (asked.includes('PUT')) reply.end('另一内容');
    else says(reply, 404, 'NoSuchKey');
  };
  await expect(files.keep(await arrived())).rejects.toThrow(/holds other bytes than were sent/);
});

it('One that is busy for a moment is asked again', async () => {
  answer = keeping((request, reply) => {
    if (request.method === 'PUT' && asked.filter((one) => one === 'PUT').length < 3)
      says(reply, 503, 'SlowDown');
  });
  await files.keep(await arrived());
  expect(asked).toEqual(['GET', 'PUT', 'PUT', 'PUT', 'GET']);
});

it('One that stays busy is given up after three times', async () => {
  answer = (_, reply) => {
    says(reply, 503, 'SlowDown');
  };
  await expect(files.keep(await arrived())).rejects.toMatchObject({
    message: expect.stringMatching(/SlowDown/),
    refused: false,
  });
  expect(asked).toEqual(['GET', 'GET', 'GET']);
});

it.each(['QuotaExceeded', 'XMinioStorageFull', 'StorageFull'])(
  'One that says %s has no room',
  async (code) => {
    answer = keeping((request, reply) => {
      if (request.method === 'PUT') says(reply, 403, code);
    });
    await expect(files.keep(await arrived())).rejects.toThrow(NoRoomForFiles);
  },
);

it.each<[number, string, RegExp]>([
  [404, 'NoSuchBucket', /S3_BUCKET/],
  [404, '', /S3_ENDPOINT/],
  [301, 'PermanentRedirect', /S3_REGION/],
  [400, 'AuthorizationHeaderMalformed', /S3_REGION/],
  [403, 'RequestTimeTooSkewed', /clock/],
  [403, 'AccessDenied', /s3:PutObject/],
  [403, '', /s3:PutObject/],
  [418, '<script>', /S3_ENDPOINT/],
])('An answer %s %s is no missing file', async (status, code, cure) => {
  answer = (_, reply) => {
    says(reply, status, code);
  };
  for (const act of [() => files.read(sha256), () => files.sizeOf(sha256)]) {
    const refused: unknown = await act().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FilesUnavailable);
    expect(refused).toMatchObject({ refused: true, message: expect.stringMatching(cure) });
    expect(String(refused)).not.toMatch(/script/);
  }
});

it('A page of a proxy of any length is not read to its end for its error', async () => {
  answer = (_, reply) => {
    reply.writeHead(403).end('x'.repeat(5_000_000));
  };
  await expect(files.read(sha256)).rejects.toThrow(FilesUnavailable);
});

it('An answer that ends before its length is no whole file', async () => {
  answer = (_, reply) => {
    reply.writeHead(200, { 'content-length': '1000' });
    reply.write('half', () => reply.destroy());
  };
  const kept = await files.read(sha256);
  await expect(buffer(kept!.content)).rejects.toThrow(FilesUnavailable);
});

it('How it is, is asked once for all who want to know', async () => {
  answer = (_, reply) => {
    says(reply, 200);
  };
  expect(await Promise.all([files.closed(), files.closed(), files.closed()])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(asked).toEqual(['GET']);
});
