import { createHash, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Parts } from '../parts.module.js';
import { openApiDocument } from './openapi-document.js';

export const docsPath = '/docs';
export const docsSignedInPath = `${docsPath}/signed-in`;
const client = 'anjuan-console';
const tokenCookie = 'anjuan-docs';
const flowCookie = 'anjuan-docs-flow';
const page =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

type Flow = Readonly<{ state: string; verifier: string }>;
const random = () => randomBytes(24).toString('base64url');

const cookie = ({ headers }: FastifyRequest, name: string): string | undefined =>
  headers.cookie
    ?.split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
const setCookie = (reply: FastifyReply, name: string, value: string, seconds: number) =>
  reply.header(
    'set-cookie',
    `${name}=${value}; Path=${docsPath}; HttpOnly; SameSite=Lax; Max-Age=${String(seconds)}`,
  );

/**
 * The OpenAPI page, for those who are signed in: the browser is led through the issuer's sign-in and keeps the
 * token in a cookie that reaches this page alone.
 */
export const serveDocs = (app: NestFastifyApplication, parts: Parts, publicUrl: string): void => {
  const { issuer, verifier } = parts.identity;
  if (!issuer) return;
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path !== docsPath && !path.startsWith(`${docsPath}/`) && !path.startsWith(`${docsPath}-`)) return;
    reply.header('content-security-policy', page);
    if (path === docsSignedInPath) return finish(request, reply, publicUrl);
    const token = cookie(request, tokenCookie);
    const signedIn = token !== undefined && (await verifier.verify(token).then(Boolean, () => false));
    if (!signedIn) return begin(reply, publicUrl);
  });
  // Made when somebody first looks: most programs run without, and it is some megabytes.
  SwaggerModule.setup(docsPath.slice(1), app, () => openApiDocument(app), {
    customSiteTitle: '案卷 Anjuan API',
    jsonDocumentUrl: `${docsPath.slice(1)}/openapi.json`,
  });
};

const begin = (reply: FastifyReply, publicUrl: string) => {
  const flow: Flow = { state: random(), verifier: random() + random() };
  const query = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    scope: 'openid api',
    redirect_uri: `${publicUrl}${docsSignedInPath}`,
    state: flow.state,
    code_challenge: createHash('sha256').update(flow.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  setCookie(reply, flowCookie, `${flow.state}.${flow.verifier}`, 600);
  return reply.redirect(`${publicUrl}/oidc/auth?${query.toString()}`);
};

const finish = async (request: FastifyRequest, reply: FastifyReply, publicUrl: string) => {
  const { code, state } = request.query as { code?: string; state?: string };
  const [known, verifier] = (cookie(request, flowCookie) ?? '').split('.');
  if (code === undefined || verifier === undefined || state !== known) return begin(reply, publicUrl);
  const answer = await fetch(`${publicUrl}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      code_verifier: verifier,
      redirect_uri: `${publicUrl}${docsSignedInPath}`,
    }),
  });
  const body = (await answer.json()) as { access_token?: string; expires_in?: number };
  if (body.access_token === undefined) return begin(reply, publicUrl);
  setCookie(reply, tokenCookie, body.access_token, body.expires_in ?? 300);
  return reply.redirect(docsPath);
};
