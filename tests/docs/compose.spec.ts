/** The compose files give the running program a role that rewrites nothing; the README names each secret they read. */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { parse } from 'yaml';
import request from 'supertest';
import { startApi } from '../support/api.js';
import { testDatabase } from '../support/postgres.js';

type Compose = Readonly<{
  services: Readonly<
    Record<'api' | 'database', { environment: Record<string, string>; secrets: string[]; configs?: object[] }>
  >;
  secrets: Readonly<Record<string, unknown>>;
  configs: Readonly<Record<string, { file: string }>>;
}>;
const readme = readFileSync('docker/README.md', 'utf8');
const script = readFileSync('docker/two-roles.sql', 'utf8').split('\n').filter(Boolean);

describe.each(['compose.yaml', 'compose.eventstoredb.yaml'])('docker/%s', (file) => {
  const { services, secrets, configs } = parse(readFileSync(`docker/${file}`, 'utf8'), {
    merge: true,
  }) as Compose;
  const { api, database } = services;

  it('gives the program the addresses of two roles, and no password of the server’s administrator', () => {
    expect(api.environment).toMatchObject({
      DATABASE_URL_FILE: '/run/secrets/database-url',
      DATABASE_OWNER_URL_FILE: '/run/secrets/database-owner-url',
    });
    expect(api.secrets).toEqual(expect.arrayContaining(['database-url', 'database-owner-url']));
    expect(api.secrets).not.toContain('database-password');
    // Neither of the two is who the image makes a superuser.
    expect(database.environment).not.toHaveProperty('POSTGRES_USER');
  });

  it('has the two roles made from secrets that the database gets', () => {
    expect(database.configs).toEqual([
      { source: 'two-roles', target: '/docker-entrypoint-initdb.d/two-roles.sql' },
    ]);
    expect(configs['two-roles']?.file).toBe('./two-roles.sql');
    const read = [...script.join('\n').matchAll(/`cat \/run\/secrets\/([\w-]+)`/g)].map(([, name]) => name);
    expect(read).toHaveLength(2);
    expect(database.secrets).toEqual(['database-password', ...read]);
  });

  it('reads no secret that the README does not name', () => {
    for (const name of [...api.secrets, ...database.secrets]) {
      expect(secrets).toHaveProperty(name);
      expect(readme).toContain(`\`${name}\``);
    }
  });
});

describe('docker/two-roles.sql', () => {
  it('makes a database on which the program starts and its role rewrites nothing', async () => {
    const server = await testDatabase();
    const admin = new pg.Client(server);
    await admin.connect();
    // What psql does with `\set` and `:'name'`; the server of this test has a role `anjuan` of its own.
    const statements = script.filter((line) => !/^(--|\\set)/.test(line));
    expect(statements).toHaveLength(4);
    for (const statement of statements)
      await admin.query(statement.replaceAll('anjuan', 'composed').replaceAll(/:'\w+'/g, "'secret'"));
    await admin.end();
    const as = (role: string) =>
      `postgresql://${role}@/composed?host=${encodeURIComponent(server.host ?? '')}`;
    const alone = startApi({ DATABASE_URL: as('composed') });
    await expect(alone).rejects.toThrow();
    const api = await startApi({
      DATABASE_URL: as('composed'),
      DATABASE_OWNER_URL: as('composed_owner'),
    });
    const { body } = await request(api.url).get('/health').expect(200);
    // That the specs take the second factor back is said; of the database nothing is.
    expect(body.warnings).toEqual([expect.stringMatching(/^SECOND_FACTOR /)]);
    const { rows } = await api.parts.pool.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false }]);
    await expect(api.parts.pool.query('DELETE FROM ledger.log')).rejects.toMatchObject({ code: '42501' });
    await api.close();
  });
});
