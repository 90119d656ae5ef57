import 'reflect-metadata';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { consoleClient, createIssuer, createTokenVerifier, signIn } from '@anjuan/identity';
import { authorization, newBrowser, newVerifier } from './browser.js';
import { audience, holders, issuerDatabase, own, password } from './issuer-under-test.js';
import { somePort } from '../support/ports.js';

@Controller()
class Other {
  @Get('v1/hello')
  hello() {
    return { hello: 'world' };
  }

  @Post('v1/echo')
  echo(@Body() body: unknown) {
    return body;
  }
}

@Module({ controllers: [Other] })
class App {}

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let app: NestFastifyApplication;
let baseUrl: string;
let subject: string;
let jwks: Awaited<ReturnType<typeof createIssuer>>['jwks'];

beforeAll(async () => {
  database = await issuerDatabase();
  const port = somePort();
  baseUrl = `http://127.0.0.1:${port}`;
  const issuer = await createIssuer({
    issuerUrl: `${baseUrl}/oidc`,
    pool: database.pool,
    audience,
    clients: [consoleClient()],
    holders,
  });
  jwks = issuer.jwks;
  subject = await issuer.accounts.open('A-1001', password, own);
  app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter(), { logger: false });
  app.use('/oidc', issuer.callback);
  await app.listen(port, '127.0.0.1');
});
afterAll(async () => {
  await app.close();
  await database.close();
});

it('under /oidc of a Nest application on Fastify the whole sign-in works', async () => {
  const { accessToken } = await signIn({ baseUrl, login: 'A-1001', password });
  const verifier = createTokenVerifier({ issuerUrl: `${baseUrl}/oidc`, audience, jwks });
  expect(await verifier.verify(accessToken)).toEqual({
    issuer: `${baseUrl}/oidc`,
    subject,
    issuedAt: expect.any(Number),
    authTime: expect.any(Number),
    methods: ['pwd'],
    session: expect.any(String),
  });
});

it('redirects, discovery and keys name addresses under /oidc', async () => {
  const start = await newBrowser().open(authorization(`${baseUrl}/oidc`, newVerifier()));
  expect(start.location).toMatch(new RegExp(`^${baseUrl}/oidc/interaction/`));
  const answer = await fetch(`${baseUrl}/oidc/.well-known/openid-configuration`);
  const discovery = (await answer.json()) as { issuer: string; jwks_uri: string };
  expect(discovery.issuer).toBe(`${baseUrl}/oidc`);
  expect(await (await fetch(discovery.jwks_uri)).json()).toMatchObject(jwks);
});

it('the rest of the application is as before, bodies included', async () => {
  expect(await (await fetch(`${baseUrl}/v1/hello`)).json()).toEqual({ hello: 'world' });
  const echo = await fetch(`${baseUrl}/v1/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  });
  expect(await echo.json()).toEqual({ a: 1 });
  expect((await fetch(`${baseUrl}/oidcx`)).status).toBe(404);
});
