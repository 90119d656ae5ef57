import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { serveDocs } from './docs/docs-page.js';
import type { Parts } from './parts.module.js';

/** A command is a form, not a file: papers and media go to /v1/files. */
const largestBody = 1024 * 1024;
const api = "default-src 'none'; frame-ancestors 'none'";

/** The HTTP host on parts that are open. */
export const createApp = async (parts: Parts, publicUrl: string): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({ bodyLimit: largestBody, forceCloseConnections: 'idle' });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload);
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', api);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    parts.metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.on(parts), adapter, {
    logger: ['error', 'warn'],
  });
  const { issuer } = parts.identity;
  if (issuer) app.use('/oidc', issuer.callback);
  serveDocs(app, parts, publicUrl);
  await app.init();
  return app;
};
