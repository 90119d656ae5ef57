import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { recordAccess } from '../access/record-access.js';
import { ApiModule } from '../api.module.js';
import { serveDocs } from '../docs/docs-page.js';
import { answerAsOurselves } from '../http/addressed.js';
import { readBodies } from '../http/bodies.js';
import { boundConnections } from '../http/connections.js';
import { refuseExpectations, refusingOptions } from '../http/no-request.js';
import { readHeads } from '../http/request-head.js';
import { NestLog } from '../log/nest-log.js';
import { logRequests, requestIds } from '../log/request-log.js';
import { trustedProxies } from '../parts/trusted-proxies.js';
import type { Parts } from '../parts/parts.module.js';

/** The HTTP host on parts that are open. */
export const createApp = async (parts: Parts, publicUrl: string): Promise<NestFastifyApplication> => {
  const problemsAt = parts.config.PUBLIC_URL ?? '';
  const trusted = trustedProxies(parts.config.TRUSTED_PROXY) ?? (() => false);
  const adapter = new FastifyAdapter({
    forceCloseConnections: 'idle',
    genReqId: requestIds(trusted),
    trustProxy: trusted,
    ...refusingOptions(problemsAt),
  });
  const fastify = adapter.getInstance();
  logRequests(fastify, parts.log);
  refuseExpectations(fastify.server, problemsAt);
  answerAsOurselves(fastify, publicUrl);
  readHeads(fastify);
  readBodies(fastify);
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    parts.metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  recordAccess(fastify, parts.access, parts.clock);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.on(parts), adapter, {
    logger: new NestLog(parts.log),
    bodyParser: false,
  });
  boundConnections(app.getHttpServer(), trusted);
  const { issuer } = parts.identity;
  if (issuer) app.use('/oidc', issuer.callback);
  serveDocs(app, parts, publicUrl);
  await app.init();
  return app;
};
