import type { FastifyInstance, FastifyRequest } from 'fastify';
import { statedCapacity } from './command-headers.js';
import { inside, invalid } from './faults.js';
import { Problem } from './problems.js';

const mostKeys = 30;
const control = /\p{Cc}/u;
/** Of these, a second one would be passed over in silence. */
const single: ReadonlySet<string> = new Set([
  'host',
  'authorization',
  'content-type',
  'content-encoding',
  'content-length',
  'idempotency-key',
  'acting-capacity',
  'if-match',
]);

const malformed = (detail: string) => new Problem('malformed-request', detail);

/**
 * Refuses, before anything else looks at the request, an address or a header that would have to be guessed at. The
 * query arrives as names and texts, each name once.
 */
export const readHeads = (fastify: FastifyInstance): void => {
  const methods = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ method, url }) => {
    const known = methods.get(url) ?? new Set<string>();
    methods.set(url, known);
    for (const one of [method].flat()) known.add(one);
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    try {
      read(request);
      if (request.is404) otherMethods(methods, request);
      done();
    } catch (error) {
      done(error as Problem);
    }
  });
};

const read = (request: FastifyRequest): void => {
  eachHeaderOnce(request.raw.rawHeaders);
  if (request.headers.host === undefined && request.raw.httpVersion === '1.1')
    throw malformed('缺少 Host；Host is missing');
  const { 'transfer-encoding': transferred = 'chunked' } = request.headers;
  if (transferred.trim().toLowerCase() !== 'chunked')
    throw malformed(
      '正文不得压缩传输，Transfer-Encoding 只能为 chunked；Only Transfer-Encoding: chunked is understood',
    );
  nothingToReadWith(request);
  statedCapacity(request);
  readPath(request);
  readQuery(request);
};

/** A read takes no body: one that is sent would be ignored silently. */
const nothingToReadWith = ({ method, headers }: FastifyRequest): void => {
  const sent = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (sent && (method === 'GET' || method === 'HEAD'))
    throw malformed(`${method} 请求不带正文；${method} is sent without a body`);
};

const eachHeaderOnce = (raw: readonly string[]): void => {
  const seen = new Set<string>();
  raw.forEach((name, place) => {
    const key = place % 2 === 0 ? name.toLowerCase() : '';
    if (!single.has(key)) return;
    if (seen.has(key)) throw malformed(`${key}：只能有一个；${key} must be given once`);
    seen.add(key);
  });
};

const readPath = ({ params }: FastifyRequest): void => {
  for (const [name, value] of Object.entries((params ?? {}) as Record<string, unknown>))
    if (typeof value === 'string' && control.test(value))
      throw malformed(`地址中的 ${name} 不得含控制字符；${name} in the address holds a control character`);
};

const readQuery = (request: FastifyRequest): void => {
  const at = request.url.indexOf('?');
  const pairs =
    at === -1
      ? []
      : request.url
          .slice(at + 1)
          .split('&')
          .filter((pair) => pair !== '');
  if (pairs.length > mostKeys)
    throw malformed(`查询不得超过${String(mostKeys)}项；at most ${String(mostKeys)} keys in a query`);
  const query = Object.create(null) as Record<string, string>;
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    const key = decoded(name);
    if (Object.hasOwn(query, key) && !isIssuers(request))
      throw invalid([{ pointer: inside('#', key), detail: '只能给出一次；it must be given once' }]);
    query[key] = decoded(rest.join('='));
  }
  request.query = query;
};

/** The issuer reads its own queries. */
const isIssuers = ({ url }: FastifyRequest): boolean => url.startsWith('/oidc/');

const decoded = (text: string): string => {
  try {
    // Characters outside ASCII came in as bytes of an unknown encoding.
    const found = /[^\x21-\x7e]/.test(text) ? undefined : decodeURIComponent(text.replaceAll('+', ' '));
    if (found !== undefined && !control.test(found)) return found;
  } catch {
    // no UTF-8
  }
  throw malformed(
    '查询须为百分号编码的 UTF-8，不含控制字符；The query must be percent-encoded UTF-8 without control characters',
  );
};

const otherMethods = (methods: ReadonlyMap<string, ReadonlySet<string>>, { url }: FastifyRequest): void => {
  const [path = ''] = url.split('?');
  const allowed = [...methods]
    .filter(([pattern]) => matches(pattern, path))
    .flatMap(([, known]) => [...known]);
  if (allowed.length === 0) return;
  const allow = [...new Set(allowed)].sort().join(', ');
  throw new Problem('method-not-allowed', `此处只支持 ${allow}；only ${allow} here`, { allow });
};

const matches = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, place) => (part.startsWith(':') ? given[place] !== '' : part === given[place]))
  );
};
