import { createHash, randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { personBehind } from '../http/account-behind.js';
import type { Parts } from '../parts/parts.module.js';
import { openApiDocument } from './openapi-document.js';

export const docsPath = '/docs';
export const docsSignedInPath = `${docsPath}/signed-in`;
const client = 'anjuan-console';
const page =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

type Flow = Readonly<{ state: string; verifier: string }>;
const random = () => randomBytes(24).toString('base64url');

const cookie = ({ headers }: FastifyRequest, name: string): string | undefined =>
  headers.cookie
    ?.split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Behind TLS under a name that no other host can set a cookie for. */
const cookiesOf = (publicUrl: string) => {
  const prefix = publicUrl.startsWith('https:') ? '__Host-' : '';
  const how = `Path=/; HttpOnly; SameSite=Lax${prefix === '' ? '' : '; Secure'}`;
  return {
    token: `${prefix}anjuan-docs`,
    flow: `${prefix}anjuan-docs-flow`,
    set: (reply: FastifyReply, name: string, value: string, seconds: number) =>
      reply.header('set-cookie', `${name}=${value}; ${how}; Max-Age=${String(seconds)}`),
  };
};
type Site = Readonly<{ publicUrl: string; cookies: ReturnType<typeof cookiesOf> }>;

/** The OpenAPI page, for those who are signed in: the browser is led through the issuer's sign-in, the token is a cookie. */
export const serveDocs = (app: NestFastifyApplication, parts: Parts, publicUrl: string): void => {
  const { registry, identity } = parts;
  const { issuer, verifier } = identity;
  if (!issuer) return;
  const site = { publicUrl, cookies: cookiesOf(publicUrl) };
  const isGood = async (token: string): Promise<boolean> => {
    try {
      await personBehind(await verifier.verify(token), { registry, identity });
      return true;
    } catch {
      return false;
    }
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request);
    if (path !== docsPath && !path.startsWith(`${docsPath}/`) && !path.startsWith(`${docsPath}-`)) return;
    reply.header('content-security-policy', page);
    if (path === docsSignedInPath) return finish(fastify, request, reply, site);
    const token = cookie(request, site.cookies.token);
    if (token === undefined || !(await isGood(token))) return begin(reply, site);
  });
  // Made on first use: most programs never need it, and it takes some megabytes.
  SwaggerModule.setup(docsPath.slice(1), app, () => openApiDocument(app), {
    customSiteTitle: '案卷 Anjuan API',
    jsonDocumentUrl: `${docsPath.slice(1)}/openapi.json`,
  });
};

/** As the router reads it: /%64ocs is /docs. */
const pathOf = ({ url }: FastifyRequest): string => {
  const [path = ''] = url.split('?');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

const begin = (reply: FastifyReply, { publicUrl, cookies }: Site) => {
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
  cookies.set(reply, cookies.flow, `${flow.state}.${flow.verifier}`, 600);
  return reply.redirect(`${publicUrl}/oidc/auth?${query.toString()}`);
};

const finish = async (fastify: FastifyInstance, request: FastifyRequest, reply: FastifyReply, site: Site) => {
  const { publicUrl, cookies } = site;
  const { code, state } = request.query as { code?: string; state?: string };
  const [known, verifier] = (cookie(request, cookies.flow) ?? '').split('.');
  if (code === undefined || verifier === undefined || state !== known) return begin(reply, site);
  // Within the process: the public address may lead through a proxy whose certificate this machine does not know.
  const answer = await fastify.inject({
    method: 'POST',
    url: '/oidc/token',
    headers: { host: new URL(publicUrl).host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      code_verifier: verifier,
      redirect_uri: `${publicUrl}${docsSignedInPath}`,
    }).toString(),
  });
  const body: { access_token?: string; expires_in?: number } = answer.json();
  if (body.access_token === undefined) return begin(reply, site);
  cookies.set(reply, cookies.token, body.access_token, body.expires_in ?? 300);
  return reply.redirect(docsPath);
};
