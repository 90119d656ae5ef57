import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DocumentStore, migrateDocuments } from '@anjuan/documents';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@anjuan/embedded-postgres';
import { Growth, openPool } from '@anjuan/event-store';
import {
  consoleClient,
  createIssuer,
  createTokenVerifier,
  migrate as migrateIdentity,
} from '@anjuan/identity';
import { OfficialNumbers, Registry } from '@anjuan/registry';
import { readRuleData } from '@anjuan/rule-data';
import { migrate as migrateViews, ViewRunner, viewsBy } from '@anjuan/views';
import type pg from 'pg';
import { AttemptLog } from '@anjuan/attempt-log';
import type { Clock } from './clock.js';
import { Config } from './config.js';
import { docsSignedInPath } from './docs/docs-page.js';
import { builtInIssuer, Identity } from './identity/identity.js';
import { Metrics } from './metrics/metrics.js';
import { openStore } from './open-store.js';
import type { Parts } from './parts.module.js';
import { Rules } from './rules.js';
import { Trouble } from './trouble.js';

export type OpenParts = Parts & Readonly<{ close: () => Promise<void> }>;

/** Opens everything the program stands on, oldest first; `close` ends it in the opposite order. */
export const openParts = async (config: Config, clock: Clock, publicUrl: string): Promise<OpenParts> => {
  const rules = new Rules(await readRuleData(path.resolve(config.RULES_DIR)));
  const database = config.DATABASE_URL === undefined ? await embedded(config) : undefined;
  const pool = openPool(database ? database.connection : { connectionString: config.DATABASE_URL });
  const attempts = new AttemptLog(pool);
  await reach(pool);
  await Promise.all([migrateDocuments(pool), migrateIdentity(pool), migrateViews(pool), attempts.migrate()]);
  const now = () => clock.now();
  const metrics = new Metrics();
  const store = metrics.measuring(await openStore(config, pool, now));
  const growth = new Growth(store);
  const runner = new ViewRunner({ pool, store, views: viewsBy(rules), clock: now });
  await runner.start();
  metrics.watch(() => runner.states());
  return {
    config: Object.freeze(Object.assign(new Config(), config, { PUBLIC_URL: publicUrl })),
    clock,
    rules,
    pool,
    store,
    growth,
    attempts,
    views: runner,
    registry: new Registry(store, growth),
    numbers: new OfficialNumbers(store, now),
    documents: new DocumentStore(pool, path.resolve(config.DATA_DIR, 'files')),
    identity: await identityOf(config, pool, publicUrl),
    metrics,
    trouble: new Trouble(() => database?.trouble()),
    close: async () => {
      await runner.stop();
      await store.close();
      await pool.end();
      await database?.stop();
    },
  };
};

/** The database named in the configuration does not answer, or does not let us in. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase';
}

const reach = async (pool: pg.Pool): Promise<void> => {
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    await pool.end();
    const why = cause instanceof Error ? cause.message : '';
    throw new NoDatabase(
      `无法使用数据库，请检查 DATABASE_URL、数据库是否存在、账号与网络。The database cannot be used: check DATABASE_URL, that the database exists, the account and the network. (${why})`,
      { cause },
    );
  }
};

const embedded = async (config: Config): Promise<EmbeddedPostgres> => {
  await mkdir(config.DATA_DIR, { recursive: true });
  return startEmbeddedPostgres({ dataDir: path.resolve(config.DATA_DIR) });
};

const identityOf = async (config: Config, pool: pg.Pool, publicUrl: string): Promise<Identity> => {
  const audience = config.OIDC_AUDIENCE;
  if (config.OIDC_ISSUER !== undefined)
    return new Identity(createTokenVerifier({ issuerUrl: config.OIDC_ISSUER, audience }), config.OIDC_ISSUER);
  const issuerUrl = `${publicUrl}/oidc`;
  const issuer = await createIssuer({
    issuerUrl,
    pool,
    audience,
    clients: [consoleClient(returnsTo(publicUrl))],
  });
  const verifier = createTokenVerifier({ issuerUrl, audience, jwks: issuer.jwks });
  return new Identity(verifier, builtInIssuer, issuer);
};

/** Back to the API's page after signing in; the issuer takes plain http on this machine alone. */
const returnsTo = (publicUrl: string): { redirectUris: readonly string[] } => {
  const { protocol, hostname } = new URL(publicUrl);
  const safe = protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return { redirectUris: safe ? [`${publicUrl}${docsSignedInPath}`] : [] };
};
