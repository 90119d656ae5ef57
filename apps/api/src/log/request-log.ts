import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../http/signed-in.js';
import type { Log } from './log.js';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

export const requestIdHeader = 'x-request-id';

/** The request id of a trusted proxy, if it is a short plain word; otherwise a new one. */
export const requestIds =
  (trusted: (address: string) => boolean) =>
  ({ headers, socket }: IncomingMessage): string => {
    const given = headers[requestIdHeader];
    const believed = typeof given === 'string' && /^[\w.-]{8,64}$/.test(given);
    return believed && trusted(socket.remoteAddress ?? '') ? given : randomUUID();
  };

/** One line a request: the route, never the address, which may hold what was searched for. */
export const logRequests = (fastify: Fastify, log: Log): void => {
  fastify.addHook('onRequest', (request, reply, done) => {
    // On the raw answer, so that the issuer's pages have it too.
    reply.raw.setHeader(requestIdHeader, request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { statusCode: status } = reply.raw;
    log[levelOf(status)](
      {
        requestId: request.id,
        method: request.method,
        route: routeOf(request),
        ...caseOf(request),
        ...personOf(request),
        ip: request.ip,
        status,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(!reply.raw.writableFinished && { cut: true }),
      },
      'request',
    );
    done();
  });
};

const levelOf = (status: number): 'info' | 'warn' | 'error' =>
  status === 503 ? 'warn' : status >= 500 ? 'error' : 'info';

/** The issuer takes its prefix off the address. */
const routeOf = ({ routeOptions, originalUrl }: FastifyRequest): string =>
  routeOptions.url ?? (originalUrl.startsWith('/oidc/') ? '/oidc/*' : 'none');

const isId = /^[\w-]{1,64}$/;

const caseOf = ({ params }: FastifyRequest): { case?: string } => {
  const { caseId } = (params ?? {}) as { caseId?: unknown };
  return typeof caseId === 'string' && isId.test(caseId) ? { case: caseId } : {};
};

const personOf = (request: FastifyRequest & { signedIn?: SignedIn }): { person?: string } =>
  request.signedIn ? { person: request.signedIn.person } : {};
