import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '@anjuan/program';
import { Problem } from './problems.js';

const year = 365 * 24 * 60 * 60;
const closed = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** Headers of every response: a browser must not render it as a page, nor guess its type, nor leave TLS. */
export const closedHeaders = (publicUrl: string): Readonly<Record<string, string>> => ({
  ...closed,
  ...(publicUrl.startsWith('https:') && {
    'strict-transport-security': `max-age=${String(year)}; includeSubDomains`,
  }),
});

/**
 * Answers requests for PUBLIC_URL's host alone: another name in `Host` is a mistake of a proxy, or a page elsewhere
 * that reaches for this program. On the loopback its other names and ports will do; /health answers under every name,
 * for those who watch the process and know it by its address only.
 */
export const answerAsOurselves = (fastify: FastifyInstance, publicUrl: string): void => {
  const own = new URL(publicUrl);
  const headers = closedHeaders(publicUrl);
  fastify.addHook('onRequest', (request, reply, done) => {
    // On the raw answer, so that the issuer's carry them too unless it sets its own.
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
    const [path = ''] = request.url.split('?');
    const watched = path === '/health' || path.startsWith('/health/');
    if (watched || isFor(own, request.raw)) done();
    else
      done(
        new Problem(
          'wrong-host',
          `请经 ${own.origin} 访问；反向代理须原样转发 Host。Use ${own.origin}; a proxy must pass the Host header on as it came.`,
        ),
      );
  });
};

const isFor = (own: URL, { headers: { host = '' }, rawHeaders }: IncomingMessage): boolean => {
  const hosts = rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length !== 1 || /[/?#@\\\s]/.test(host)) return false;
  const requested = URL.parse(`${own.protocol}//${host}`);
  if (requested === null) return false;
  return requested.host === own.host || (isLoopback(own.hostname) && isLoopback(requested.hostname));
};
