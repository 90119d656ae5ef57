import request from 'supertest';
import { startApi, type Api } from '../support/api.js';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const get = (path: string, accept: string) => request(api.url).get(path).set('accept', accept).redirects(0);

describe('The address that the start prints', () => {
  it('is a page in both languages whose links lead somewhere', async () => {
    const { headers, text } = await get('/', browser).expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/行政执法案件.*administrative-enforcement cases/s);
    const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(links).toEqual(['/docs', '/health']);
    for (const link of links) expect([200, 302]).toContain((await get(link, browser)).status);
  });

  it('names the same links to a program', async () => {
    expect((await get('/', 'application/json').expect(200)).body).toEqual({
      name: 'Anjuan',
      links: ['/docs', '/health'],
    });
    await get('/', '*/*').expect('content-type', /json/);
  });

  it('runs no script and fetches nothing, also where there is no page', async () => {
    for (const path of ['/', '/nothing']) {
      const { headers, text } = await get(path, browser);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; /,
      );
      expect(text).not.toMatch(/<script|<img|<link|https?:/);
    }
  });

  it.each(['/nothing', '/favicon.ico', '/v1/nothing', '/problems/nothing', '/v1/cases//'])(
    '%s is a page for a browser, and a problem for a program',
    async (path) => {
      const page = await get(path, browser);
      expect(page.status).toBe(404);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.text).not.toContain(path);
      const problem = await get(path, 'application/json');
      expect(problem.status).toBe(page.status);
      expect(problem.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(problem.body.requestId).toBe(problem.headers['x-request-id']);
    },
  );
});
