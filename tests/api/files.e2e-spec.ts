import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { placeOf } from '@anjuan/documents';
import {
  administrator,
  as,
  register,
  registerAgency,
  startApi,
  type Api,
  type Person,
} from '../support/api.js';

const digestOf = (content: Buffer | string) =>
  `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** As many bytes of text, other each time. */
const someText = (bytes: number) => Buffer.from(randomBytes(bytes / 2).toString('hex'));

describe('A file', () => {
  let api: Api;
  let lin: Person;
  let others: readonly Person[];
  let folder: string;
  beforeAll(async () => {
    api = await startApi({ MAX_UPLOAD_MB: '2' });
    folder = join(api.parts.config.DATA_DIR, 'files');
    const admin = await administrator(api);
    const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
    lin = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
    const local = await register(api, admin, agency, { login: 'local', capacity: 'administrator' });
    others = [admin, local];
  });
  afterAll(() => api.close());

  type Headers = Readonly<Record<string, string>>;
  const send = (body: Buffer | string, headers: Headers = {}, name = 'x.txt') =>
    fetch(`${api.url}/v1/files?name=${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${lin.token}`, ...headers },
      body: new Blob([new Uint8Array(Buffer.from(body))]),
    });
  const get = (sha256: string, headers: Headers = {}, method = 'GET') =>
    fetch(`${api.url}/v1/files/${sha256}`, {
      method,
      headers: { authorization: `Bearer ${lin.token}`, ...headers },
    });
  const arriving = () => readdir(join(folder, 'arriving')).catch(() => []);
  const problem = async (answer: Response) => {
    const body = (await answer.json()) as { type: string; detail: string };
    return { status: answer.status, type: body.type.split('/').at(-1), detail: body.detail };
  };

  it('is given to nobody who works on no cases, by its hash neither, and taken from nobody else', async () => {
    const { sha256 } = (await as(api, lin).upload('笔录.txt', '询问笔录').expect(201)).body;
    await as(api, lin).get(`/v1/files/${sha256}`).expect(200);
    for (const one of others) {
      const refused = await as(api, one).get(`/v1/files/${sha256}`).expect(403);
      expect(refused.body.detail).toMatch(/限以下身份查阅.+officer/);
      await as(api, one).upload('笔录.txt', '询问笔录').expect(403);
    }
  });

  it.each([
    ['x.json', 'application/json', 'application/json'],
    ['x.json', 'application/json; charset=gbk', 'application/json;charset=gbk'],
    ['x.txt', 'text/plain', 'text/plain'],
    ['x.txt', 'TEXT/PLAIN; a="b; c"; d=e', 'text/plain;a="b; c";d=e'],
    ['x.csv', 'application/octet-stream', 'text/csv'],
    ['x.txt', '', 'text/plain'],
  ])('named %s, of the type "%s", is stored and given back byte for byte', async (name, given, kept) => {
    const content = Buffer.from(`{"不是": [合法的 JSON ${randomUUID()}`);
    const answer = await send(content, given === '' ? {} : { 'content-type': given }, name);
    expect(answer.status).toBe(201);
    const { sha256, mediaType } = (await answer.json()) as { sha256: string; mediaType: string };
    expect({ sha256, mediaType }).toEqual({ sha256: hashOf(content), mediaType: kept });
    const got = await get(sha256);
    expect(got.headers.get('content-type')).toBe(kept);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(content);
  });

  it.each<[string, Headers]>([
    ['in a form', { 'content-type': 'multipart/form-data; boundary=b' }],
    ['in parts that belong together', { 'content-type': 'multipart/related; boundary=b' }],
    ['in mixed parts', { 'content-type': 'Multipart/Mixed; boundary=b' }],
    ['as the fields of a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['packed', { 'content-type': 'application/pdf', 'content-encoding': 'gzip' }],
    ['under a type without an end', { 'content-type': `application/${'x'.repeat(300)}` }],
  ])('%s is refused, and what the refusal says is done and works', async (_, headers) => {
    const content = Buffer.from(`%PDF-1.4 ${randomUUID()}`);
    const refused = await problem(await send(content, headers, 'x.pdf'));
    expect(refused).toMatchObject({ status: 415, type: 'media-type-unknown' });
    expect(await arriving()).toEqual([]);
    expect((await get(hashOf(content))).status).toBe(404);
    if ('content-encoding' in headers) return;
    const cured = /-H "Content-Type: ([^"]+)"/.exec(refused.detail)?.[1] ?? '';
    expect((await send(content, { 'content-type': cured }, 'x.pdf')).status).toBe(201);
  });

  it('under no type at all is refused', async () => {
    expect(await problem(await send('x', { 'content-type': 'pdf' }))).toMatchObject({ status: 415 });
  });

  it.each([
    ['a path', '..%2F..%2Fetc%2Fpasswd'],
    ['a path of Windows', 'C%3A%5Cx.pdf'],
    ['a line break', 'a%0Ab.pdf'],
    ['NUL', 'a%00.pdf'],
    ['a turn of direction', 'a%E2%80%AEfdp.exe'],
    ['nothing to be seen', '%E2%80%8B'],
    ['dots', '..'],
    ['bytes that are no UTF-8', 'a%FF.pdf'],
    ['too many characters', 'x'.repeat(201)],
    ['nothing', ''],
  ])('whose name is %s is refused', async (_, name) => {
    const { status } = await send('x', {}, name);
    expect([400, 422]).toContain(status);
    expect(await arriving()).toEqual([]);
  });

  it.each([
    ...[
      'a<b',
      'a>b',
      'a:b',
      'a"b',
      'a|b',
      'a?b',
      'a*b',
      'a\u2044b',
      'a\u2215b',
      'a\uFF0Fb',
      'a\uFF3Cb',
      'a\u29F8b',
    ],
    ...[
      'CON',
      'nul.txt',
      'Com1.pdf',
      'lpt9',
      'COM\u00B2',
      'aux .pdf',
      'a.pdf.',
      'a.pdf ',
      ' a.pdf',
      'a.pdf\u3000',
    ],
    ...[
      '\u3164',
      '\u2800.pdf',
      '\u034F',
      '\u0301',
      '\u0301.pdf',
      '\uFFFC.pdf',
      '\uFFA0',
      'a\u3164.pdf',
      '\u3000',
    ],
  ])('whose name is %j is refused', async (name) => {
    expect((await send('x', {}, encodeURIComponent(name))).status).toBe(422);
  });

  it.each(['a.tar.txt', 'console.log.txt', 'com10.txt', '.profile.txt', '附件1：照片 2.TXT', 'é.txt'])(
    'whose name is %j is stored',
    async (name) => {
      expect((await send(randomUUID(), {}, encodeURIComponent(name))).status).toBe(201);
    },
  );

  it.each<[string, Headers]>([
    ['Content-Range', { 'content-range': 'bytes 0-4/10' }],
    ['Content-Digest that is no SHA-256', { 'content-digest': 'sha-256=:AAAA:' }],
    ['Content-Digest of another algorithm', { 'content-digest': `sha-512=:${'A'.repeat(86)}==:` }],
    ['Content-Digest of two', { 'content-digest': `${digestOf('x')}, ${digestOf('y')}` }],
    ['Content-Digest with bits to spare', { 'content-digest': `sha-256=:${'A'.repeat(42)}B=:` }],
    ['Content-Digest behind the body', { trailer: 'Content-Digest' }],
    ['Repr-Digest', { 'repr-digest': 'sha-256=:AAAA:' }],
    ['Digest', { digest: 'SHA-256=AAAA' }],
    ['Content-MD5', { 'content-md5': 'AAAA' }],
  ])('with a %s, which nobody would look at, is refused', async (_, headers) => {
    const content = someText(20);
    expect(await problem(await send(content, headers))).toMatchObject({
      status: 400,
      type: 'malformed-request',
    });
    expect((await get(hashOf(content))).status).toBe(404);
  });

  it('is compared with its Content-Digest, and stored only where it is that content', async () => {
    const content = someText(100_000);
    const digest = { 'content-digest': digestOf(content) };
    expect(await problem(await send(content.subarray(1), digest))).toMatchObject({
      status: 400,
      type: 'content-altered',
    });
    expect(await problem(await send('', digest))).toMatchObject({ status: 400, type: 'content-altered' });
    for (const sent of [content.subarray(1), Buffer.alloc(0)])
      expect((await get(hashOf(sent))).status).toBe(404);
    expect(await arriving()).toEqual([]);
    expect((await send(content, digest)).status).toBe(201);
    expect((await get(hashOf(content))).status).toBe(200);
  });

  it.each(['gzip, chunked', 'deflate,chunked', 'identity, chunked', 'chunked;q=1'])(
    'under the transfer coding "%s" is refused',
    async (coding) => {
      const answer = await raw([`Transfer-Encoding: ${coding}`], ['5\r\nhello\r\n0\r\n\r\n']);
      expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*(?:Transfer-Encoding|malformed-request)/);
      expect(await arriving()).toEqual([]);
    },
  );

  it('keeps its name, whatever characters it has', async () => {
    const name = "现场笔录 (1)';%：？𠮷.txt";
    const content = Buffer.from(randomUUID());
    await send(content, {}, encodeURIComponent(name));
    const disposition = (await get(hashOf(content))).headers.get('content-disposition') ?? '';
    const [, kept = ''] = /^attachment; filename\*=UTF-8''([\w.!#$&+^`|~%-]+)$/.exec(disposition) ?? [];
    expect(decodeURIComponent(kept)).toBe(name);
  });

  /** What a client sends byte for byte, and all that is answered. */
  const raw = async (
    head: readonly string[],
    parts: readonly (string | Buffer)[],
    end: 'keep' | 'cut' = 'keep',
  ) => {
    const { port } = new URL(api.url);
    const socket = connect(Number(port), '127.0.0.1');
    const line = [
      `POST /v1/files?name=x.txt HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${lin.token}`,
    ];
    socket.write([...line, 'Connection: close', ...head, '', ''].join('\r\n'));
    for (const part of parts) socket.write(part);
    if (end === 'cut') {
      while ((await arriving()).length === 0) await new Promise(setImmediate);
      socket.destroy();
      while ((await arriving()).length > 0) await new Promise(setImmediate);
      return '';
    }
    return text(socket);
  };

  it('that is cut short leaves nothing', async () => {
    const content = Buffer.from(`half ${randomUUID()}`);
    await raw(['Content-Type: text/plain', 'Content-Length: 1000000'], [content], 'cut');
    expect((await get(hashOf(content))).status).toBe(404);
  });

  it('in chunks with trailers is the chunks alone', async () => {
    const content = Buffer.from(randomUUID());
    const chunk = [
      `${content.length.toString(16)}\r\n`,
      content,
      '\r\n0\r\nX-After: not of the file\r\n\r\n',
    ];
    const answer = await raw(
      ['Content-Type: text/plain', 'Transfer-Encoding: chunked', 'Trailer: X-After'],
      chunk,
    );
    expect(answer).toContain(hashOf(content));
  });

  it('is taken from who waits to be told to go on', async () => {
    const content = Buffer.from(randomUUID());
    const head = [
      'Content-Type: text/plain',
      `Content-Length: ${String(content.length)}`,
      'Expect: 100-continue',
    ];
    const answer = await raw(head, [content]);
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue/);
    expect(answer).toContain(hashOf(content));
  });

  it('larger than may be is refused at once, or when it has grown too large; the next is taken', async () => {
    const large = Buffer.alloc(2 * 1024 * 1024 + 1, 'x');
    expect(await problem(await send(large))).toMatchObject({ status: 413, type: 'file-too-large' });
    const chunks = Array.from({ length: 40 }, () => `10000\r\n${'x'.repeat(65_536)}\r\n`);
    const answer = await raw(
      ['Content-Type: text/plain', 'Transfer-Encoding: chunked'],
      [...chunks, '0\r\n\r\n'],
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(await arriving()).toEqual([]);
    expect((await send(large.subarray(1))).status).toBe(201);
  });

  it('is given back whole, whatever part is asked for', async () => {
    const content = someText(100);
    const { sha256 } = (await (await send(content)).json()) as { sha256: string };
    for (const request of [
      { range: 'bytes=10-20' },
      { 'if-none-match': `"${sha256}"` },
      { 'if-range': '"x"', range: 'bytes=0-1' },
    ]) {
      const got = await get(sha256, request);
      expect([got.status, got.headers.get('accept-ranges')]).toEqual([200, 'none']);
      expect(Buffer.from(await got.arrayBuffer())).toEqual(content);
    }
    const head = await get(sha256, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '100', '']);
  });

  describe('that the disk has lost', () => {
    const lost = async (content: Buffer, harm: (place: string) => Promise<void>) => {
      const { sha256 } = (await (await send(content)).json()) as { sha256: string };
      await harm(placeOf(folder, sha256));
      return sha256;
    };
    const health = async () =>
      (await (await fetch(`${api.url}/health`)).json()) as { status: string; files?: object[] };

    it('is said to be lost, is named by no entry, and by /health until it is stored anew', async () => {
      const content = someText(50);
      const sha256 = await lost(content, rm);
      expect(await problem(await get(sha256))).toMatchObject({ status: 500, type: 'file-lost' });
      const paper = { sha256, name: '笔录.txt' };
      const { case: id } = (
        await as(api, lin)
          .post('/v1/cases/initiation/receive-lead', { source: '投诉', summary: '未明码标价' })
          .expect(201)
      ).body;
      const named = await as(api, lin)
        .post(`/v1/cases/${String(id)}/statement/take-down`, { signedPaper: paper })
        .set('if-match', '"0"');
      expect(named.status).toBeGreaterThanOrEqual(400);
      expect(await api.parts.documents.missing(api.parts.config.DATA_DIR, [sha256])).toEqual([sha256]);
      expect(await health()).toMatchObject({ status: 'degraded', files: [{ sha256, how: 'missing' }] });
      expect((await send(content)).status).toBe(200);
      expect(Buffer.from(await (await get(sha256)).arrayBuffer())).toEqual(content);
      expect(await health()).toMatchObject({ status: 'ok' });
    });

    it('is not given back altered: the transfer of a large one breaks off', async () => {
      const small = await lost(someText(50), (place) => writeFile(place, randomBytes(50)));
      expect(await problem(await get(small))).toMatchObject({ type: 'file-lost' });
      const large = await lost(someText(2_000_000), (place) => writeFile(place, randomBytes(2_000_000)));
      const got = await get(large);
      expect(got.status).toBe(200);
      await expect(got.arrayBuffer()).rejects.toThrow();
      expect(await health()).toMatchObject({
        files: expect.arrayContaining([{ sha256: large, how: 'altered' }]),
      });
      await as(api, lin).get('/v1/me').expect(200);
    });
  });
});
