import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { signIn } from '../../libs/identity/src/sign-in.js';
import { dayOf } from '@anjuan/law';
import { administrators, adminPassword, firstPassword, ownPassword } from '../support/api.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';
import { freePort, makeCertificate, startAsTheUnit, type Program } from './program.js';
import type { Place, Proxy } from './proxies.js';
import { host, Visitor, type Answer } from './visitor.js';

const first = { login: 'lin', password: firstPassword };
const officer = { login: 'lin', password: ownPassword };

/** So many bytes that begin as a JPEG does. */
const photo = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(bytes - 4)]);

/** What has to hold behind any proxy: asked of each sample under docker/. */
export const behindAProxy = (name: string, startProxy: (place: Place) => Promise<Proxy>): void => {
  describe(`Behind ${name}`, () => {
    let folder: string;
    let data: string;
    let program: Program;
    let proxy: Proxy;
    let visitor: Visitor;
    let behind: number;
    let token: string;
    let lin: string;

    const start = () => startAsTheUnit({ PORT: String(behind), DATA_DIR: data, PUBLIC_URL: visitor.origin });
    const signedIn = async (login: string, password: string, newPassword?: string) => {
      const signing = { baseUrl: visitor.origin, login, password, newPassword, fetch: visitor.fetch };
      return (await signIn(signing)).accessToken;
    };
    const as = (bearer: string, capacity: string) => (path: string, body?: object) =>
      visitor.ask(path, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${bearer}`,
          'acting-capacity': capacity,
          ...(body && { 'idempotency-key': randomUUID(), 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
    const upload = (content: Buffer) =>
      visitor.ask('/v1/files?name=photo.jpg', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'acting-capacity': 'officer',
          'content-type': 'image/jpeg',
        },
        body: content,
      });

    const engage = async () => {
      const ask = as(await signedIn('admin', adminPassword), 'administrator');
      const agency = await ask('/v1/agencies', {
        name: '朝阳区市场监督管理局',
        uscc: '11110105000067897H',
        level: 'district',
        domain: 'market-supervision',
        region: '110105',
        shortName: '朝市监',
      });
      const { agency: id } = JSON.parse(agency.text) as { agency: string };
      const registered = await ask('/v1/people', { agency: id, staffNumber: 'lin', name: '林' });
      const { person } = JSON.parse(registered.text) as { person: string };
      lin = person;
      const today = dayOf(new Date().toISOString());
      await ask(`/v1/people/${person}/capacities`, { capacity: 'officer', from: today });
      const credential = { number: '执-1', validFrom: today, validTo: '2099-12-31' };
      await ask(`/v1/people/${person}/credentials`, credential);
      expect((await ask(`/v1/people/${person}/account`, first)).status).toBe(204);
    };

    beforeAll(async () => {
      folder = await temporaryFolder();
      data = await temporaryFolder();
      const certificate = makeCertificate(folder);
      const port = await freePort();
      behind = await freePort();
      visitor = new Visitor(port, certificate.certificate);
      program = await start();
      proxy = await startProxy({ folder, ...certificate, port, behind });
      await engage();
      token = await signedIn(first.login, first.password, officer.password);
      const second = as(await signedIn('admin2', administrators.SECOND_ADMIN_PASSWORD), 'administrator');
      expect((await second(`/v1/people/${lin}/account/confirm`, {})).status).toBe(204);
    }, 240_000);
    afterAll(async () => {
      await proxy.stop();
      program.process.kill('SIGKILL');
      await program.ended;
      for (const used of [folder, data]) await removeFolder(used);
    });

    it('people sign in, enter a lead and upload evidence', async () => {
      const ask = as(token, 'officer');
      const lead = await ask('/v1/cases/initiation/receive-lead', { source: '投诉', summary: '未明码标价' });
      expect(lead.status).toBe(201);
      const { case: id } = JSON.parse(lead.text) as { case: string };
      expect((await ask(`/v1/cases/${id}`)).status).toBe(200);
      // More than a form may have, and more than a proxy holds in memory.
      const stored = await upload(photo(5_000_000));
      expect(stored.status).toBe(201);
      expect(JSON.parse(stored.text)).toMatchObject({ bytes: 5_000_000 });
    });

    it('cookies are secure and bound to the host, and browsers are told to stay with TLS', async () => {
      const begun = await visitor.ask(
        '/oidc/auth?client_id=anjuan-console&response_type=code&redirect_uri=http%3A%2F%2F127.0.0.1%2Fsigned-in&scope=openid%20api&state=s&code_challenge=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&code_challenge_method=S256',
      );
      const docs = await visitor.ask('/docs');
      const cookies = [...begun.headers.getSetCookie(), ...docs.headers.getSetCookie()];
      expect(cookies.length).toBeGreaterThan(2);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__(Host|Secure)-/);
        expect(cookie).toMatch(/; secure/i);
        expect(cookie).toMatch(/; httponly/i);
        expect(cookie).toMatch(/; samesite=/i);
        expect(cookie).not.toMatch(/; domain=/i);
        if (cookie.startsWith('__Host-')) expect(cookie).toMatch(/; path=\/(;|$)/i);
      }
      expect(new URL(docs.headers.get('location')!).origin).toBe(visitor.origin);
      for (const path of ['/docs', '/health/live', '/v1/me', '/oidc/jwks', '/oidc/none', '/none']) {
        const { headers } = await visitor.ask(path);
        expect([path, headers.get('strict-transport-security')]).toEqual([
          path,
          'max-age=31536000; includeSubDomains',
        ]);
        expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
        expect([path, headers.get('content-security-policy')]).toEqual([
          path,
          expect.stringContaining("frame-ancestors 'none'"),
        ]);
      }
    });

    it('the page of the API is reached through the sign-in, with its cookies', async () => {
      const jar = new Map<string, string>();
      const visit = async (path: string, form?: URLSearchParams): Promise<Answer> => {
        const answer = await visitor.ask(path, {
          headers: {
            cookie: [...jar].map((pair) => pair.join('=')).join('; '),
            ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
          },
          ...(form && { method: 'POST', body: form.toString() }),
        });
        for (const cookie of answer.headers.getSetCookie()) {
          const [, key, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
          jar.set(key!, value!);
        }
        const location = answer.headers.get('location');
        if (location === null) return answer;
        const next = new URL(location, visitor.origin);
        expect(next.origin).toBe(visitor.origin);
        return visit(`${next.pathname}${next.search}`);
      };
      const page = await visit('/docs');
      const action = /action="([^"]+)"/.exec(page.text)![1]!;
      const docs = await visit(action, new URLSearchParams(officer));
      expect(docs.status).toBe(200);
      expect(docs.text).toContain('案卷 Anjuan API');
    });

    it.each([
      ['another host', { host: 'evil.example' }],
      ['our host on another port', { host: `${host}:1` }],
      ['an address', { host: '127.0.0.1' }],
      ['a host with a user', { host: `${host}@evil.example` }],
    ])('%s is refused and echoed nowhere', async (_what, headers) => {
      for (const path of ['/oidc/.well-known/openid-configuration', '/oidc/session/end', '/v1/me', '/docs']) {
        const { status, text, headers: answered } = await visitor.ask(path, { headers });
        expect([400, 421]).toContain(status);
        expect(`${text}${JSON.stringify([...answered])}`).not.toMatch(/evil/);
      }
    });

    it('what a caller says of hosts and proxies changes no address', async () => {
      const headers = {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'http',
        'x-forwarded-port': '1',
        'x-forwarded-for': '6.6.6.6',
        forwarded: 'host=evil.example;proto=http',
        'x-original-host': 'evil.example',
        'x-rewrite-url': '/v1/me',
      };
      const answer = await visitor.ask('/oidc/.well-known/openid-configuration', { headers });
      const discovery = JSON.parse(answer.text) as Record<string, unknown>;
      expect(discovery['issuer']).toBe(`${visitor.origin}/oidc`);
      const addresses = Object.entries(discovery).filter(([key]) => /_(endpoint|uri)$/.test(key));
      expect(addresses.length).toBeGreaterThan(3);
      for (const [, address] of addresses) expect(address).toMatch(new RegExp(`^${visitor.origin}/oidc/`));
      const signOut = await visitor.ask('/oidc/session/end', { headers });
      expect(signOut.text).toContain(`action="${visitor.origin}/oidc/session/end/confirm"`);
      expect(signOut.text).not.toContain('evil');
    });

    it.each([
      ['both lengths', 'Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG'],
      ['a hidden chunked', 'Transfer-Encoding: xchunked\r\nContent-Length: 40\r\n\r\n'],
      ['a chunked with a tab', 'Transfer-Encoding:\tchunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n'],
      ['two lengths', 'Content-Length: 0\r\nContent-Length: 45\r\n\r\n'],
      ['a signed length', 'Content-Length: +45\r\n\r\n'],
      ['a chunk too long', 'Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n'],
    ])('a second request cannot be smuggled in: %s', async (_what, framing) => {
      const at = `Host: ${host}:${String(visitor.port)}\r\n`;
      const hidden = `GET /health/live HTTP/1.1\r\n${at}\r\n`;
      const answered = await visitor.send(`POST /v1/files?name=a HTTP/1.1\r\n${at}${framing}${hidden}`);
      expect(answered).not.toContain('"status":"ok"');
      const next = await visitor.ask('/v1/me');
      expect(next.status).toBe(401);
    });

    it('is watched by address, whichever name the watcher uses', async () => {
      for (const path of ['/health', '/health/live']) {
        expect((await fetch(`http://127.0.0.1:${String(behind)}${path}`)).status).toBe(200);
        expect((await visitor.ask(path)).status).toBe(200);
      }
      expect((await fetch(`http://127.0.0.1:${String(behind)}/v1/me`)).status).toBe(421);
    });

    it('is there again after kill -9, with its sign-ins, and ends on TERM without leaving a process', async () => {
      program.process.kill('SIGKILL');
      expect(await program.ended).toBeNull();
      program = await start();
      expect((await as(token, 'officer')('/v1/me')).status).toBe(200);
      program.process.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      expect(existsSync(`${data}/postgres/postmaster.pid`)).toBe(false);
      expect([502, 503]).toContain((await visitor.ask('/v1/me')).status);
      program = await start();
      expect((await upload(photo(12))).status).toBe(201);
    }, 240_000);
  });
};
