import type { Readable } from 'node:stream';
import { MIMEType } from 'node:util';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { compare, statedSha256 } from './content-digest.js';
import { largestBody } from './form-size.js';
import { jsonIn } from './json-body.js';
import { Problem } from './problems.js';

/** What a route does with a body; without it, a route takes a small one in JSON. */
export type BodyConfig = Readonly<{
  /** `file`: the route gets the body as a stream, under any media type; `bytes`: as it is, up to `most` bytes. */
  body?: 'file' | 'bytes';
  most?: number;
  /** The form of a body in JSON. */
  form?: new () => object;
}>;

const configOf = ({ routeOptions }: FastifyRequest): BodyConfig => routeOptions.config as BodyConfig;
const refused = (detail: string) => new Problem('media-type-unknown', detail);

/**
 * Every body goes through here. A file is handed on as it comes in, or as its bytes; everything else is JSON in UTF-8, read
 * up to the size of its form.
 */
export const readBodies = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  // Also where there is no body, and so nothing to parse.
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    try {
      if (request.method === 'POST' && !request.is404) asItIs(request);
      done();
    } catch (error) {
      done(error as Problem);
    }
  });
  fastify.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) => {
    const { body, form, most } = configOf(request);
    if (body === 'file') return payload;
    if (body !== 'bytes') inJson(request);
    const bytes = await bytesOf(request, payload, most ?? largestBody(form));
    compare(request.headers, bytes);
    return body === 'bytes' ? bytes : jsonIn(bytes);
  });
};

/** Content that was packed or divided on the way is not put together here: it would be taken for the content itself. */
const asItIs = ({ headers }: FastifyRequest): void => {
  if (headers['content-range'] !== undefined)
    throw new Problem(
      'malformed-request',
      '须一次发送完整内容，不分段（Content-Range）；Send the whole at once, without Content-Range',
    );
  statedSha256(headers);
  const empty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  if (empty) compare(headers, Buffer.alloc(0));
  const transferred = String(headers['content-transfer-encoding'] ?? 'binary').toLowerCase();
  if (!['binary', '7bit', '8bit'].includes(transferred))
    throw refused(
      '正文须为内容本身，不作转码（Content-Transfer-Encoding）；Send the content itself, without Content-Transfer-Encoding',
    );
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw refused('正文不得压缩（Content-Encoding）；Send the body as it is, without Content-Encoding');
};

const inJson = ({ headers }: FastifyRequest): void => {
  const type = mediaTypeOf(headers['content-type'] ?? '');
  if (type?.essence !== 'application/json') throw refused('须为 application/json；Send application/json');
  const charset = type.params.get('charset');
  if (charset !== null && charset.toLowerCase() !== 'utf-8')
    throw refused('JSON 须为 UTF-8；JSON must be in UTF-8');
};

const mediaTypeOf = (text: string): MIMEType | undefined => {
  try {
    return new MIMEType(text);
  } catch {
    return undefined;
  }
};

/** So much beyond the limit is read and dropped: a client still sending when the connection closes loses the answer. */
const droppedBytes = 2_000_000;

/** @throws Problem `body-too-large`, `malformed-body` when the sender goes away */
const bytesOf = async ({ headers }: FastifyRequest, payload: Readable, limit: number): Promise<Buffer> => {
  const tooLarge = new Problem(
    'body-too-large',
    `此处正文不得超过${String(limit)}字节；at most ${String(limit)} bytes here`,
  );
  if (Number(headers['content-length'] ?? 0) > limit + droppedBytes) throw tooLarge;
  const parts: Buffer[] = [];
  let length = 0;
  try {
    // Left open when it is too much: the answer goes out on the same connection.
    for await (const part of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > limit + droppedBytes) break;
      if (length <= limit) parts.push(part);
    }
  } catch {
    throw new Problem('malformed-body', '正文未发完；The body was cut short');
  }
  if (length > limit) throw tooLarge;
  return Buffer.concat(parts, length);
};
