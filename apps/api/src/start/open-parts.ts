import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { AccessLog } from '@anjuan/access-log';
import { checkFolder, markFolder, onDatabase } from '@anjuan/database';
import { Growth } from '@anjuan/event-store';
import {
  builtInIssuer,
  consoleClient,
  createIssuer,
  createTokenVerifier,
  resourceScope,
  sessionsIn,
} from '@anjuan/identity';
import { isLoopback, privateFolder, versionLine, writableFolder } from '@anjuan/program';
import { OfficialNumbers, Registry } from '@anjuan/registry';
import { readRuleData } from '@anjuan/rule-data';
import { ViewRunner, viewsBy } from '@anjuan/views';
import type pg from 'pg';
import { AttemptLog } from '@anjuan/attempt-log';
import { accessLog, recordTry } from '../access/record-tries.js';
import type { Clock } from '../parts/clock.js';
import { Disk } from '../parts/disk.js';
import { LastWrites } from '../parts/last-writes.js';
import { WatchedStore } from '../parts/watched-store.js';
import { openDocuments, watchedClock } from './watching.js';
import { Config } from '../parts/config.js';
import { docsSignedInPath } from '../docs/docs-page.js';
import { holdersIn, Identity } from '../parts/identity.js';
import { noLog, type Log } from '../log/log.js';
import { Metrics } from '../metrics/metrics.js';
import { openDatabase } from './open-database.js';
import { openStore } from './open-store.js';
import type { Parts } from '../parts/parts.module.js';
import { Rules } from '../parts/rules.js';
import { SecondFactorDemand } from '../parts/second-factor-demand.js';

export type OpenParts = Parts & Readonly<{ close: () => Promise<void> }>;

/** Opens what the program depends on, in order; `close` ends it in the opposite order, as does a failure. */
export const openParts = async (
  config: Config,
  clock: Clock,
  publicUrl: string,
  log = noLog,
): Promise<OpenParts> => {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    return { ...(await opened({ config, clock, publicUrl, log }, closers)), close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
};

type Given = Readonly<{ config: Config; clock: Clock; publicUrl: string; log: Log }>;

const opened = async (
  { config, clock, publicUrl, log }: Given,
  closers: (() => Promise<unknown>)[],
): Promise<Parts> => {
  const dataDir = path.resolve(config.DATA_DIR);
  await writableFolder(dataDir);
  await checkFolder(dataDir);
  await privateFolder(path.join(dataDir, 'files'));
  const rules = new Rules(readRuleData(path.resolve(config.RULES_DIR)));
  const { pool, issuersPool, trouble } = await openDatabase(config, log, closers);
  const metrics = new Metrics();
  const writes = new LastWrites();
  const now = () => clock.now();
  const record = await onDatabase(openStore(config, pool, now));
  closers.push(() => record.close());
  await markFolder(dataDir, versionLine());
  const clockWatch = watchedClock({ config, clock, pool, store: record, log });
  const store = metrics.measuring(new WatchedStore(record, writes, clockWatch));
  const growth = new Growth(store);
  const runner = new ViewRunner({ pool, store, views: viewsBy(rules), clock: now });
  await onDatabase(runner.start());
  closers.push(() => runner.stop());
  metrics.watch(() => runner.states());
  const registry = new Registry(store, growth);
  const demand = new SecondFactorDemand(registry, config, clock);
  const access = accessLog(store, log);
  closers.push(() => access.close());
  return {
    config: Object.freeze(Object.assign(new Config(), config, { PUBLIC_URL: publicUrl })),
    log,
    clock,
    clockWatch,
    writes,
    disk: new Disk(path.resolve(config.DATA_DIR), config.MIN_FREE_MB),
    rules,
    pool,
    store,
    growth,
    attempts: new AttemptLog(pool),
    access,
    views: runner,
    registry,
    demand,
    numbers: new OfficialNumbers(store, now),
    documents: await onDatabase(openDocuments({ config, pool, log, metrics })),
    identity: await onDatabase(
      identityOf({
        config,
        clock,
        pool: issuersPool,
        everybodysPool: pool,
        registry,
        demand,
        access,
        publicUrl,
        log,
      }),
    ),
    metrics,
    trouble,
  };
};

type OfIdentity = Given &
  Readonly<{
    pool: pg.Pool;
    everybodysPool: pg.Pool;
    registry: Registry;
    demand: SecondFactorDemand;
    access: AccessLog;
  }>;

const identityOf = async ({
  config,
  clock,
  pool,
  everybodysPool,
  registry,
  demand,
  access,
  publicUrl,
  log,
}: OfIdentity): Promise<Identity> => {
  const audience = config.OIDC_AUDIENCE;
  if (config.OIDC_ISSUER !== undefined)
    return new Identity(createTokenVerifier({ issuerUrl: config.OIDC_ISSUER, audience }), config.OIDC_ISSUER);
  const issuerUrl = `${publicUrl}/oidc`;
  const issuer = await createIssuer({
    issuerUrl,
    pool,
    audience,
    clients: [consoleClient(returnsTo(publicUrl))],
    addressOf,
    onTry: (tried, of) => {
      log.info(tried, 'sign-in');
      recordTry({ access, registry, clock }, tried, of);
    },
    onError: (error) => {
      log.error({ from: 'issuer', err: error }, 'error');
    },
    holders: holdersIn({ registry, clock, demand }, builtInIssuer),
  });
  // Not on the issuer's own connections: strangers who sign in may be waiting for those.
  const sessions = sessionsIn(everybodysPool);
  const isOpen = (session: string) => sessions.isOpen(session);
  const { jwks } = issuer;
  const verifier = createTokenVerifier({ issuerUrl, audience, scope: resourceScope, jwks, isOpen });
  return new Identity(verifier, builtInIssuer, issuer);
};

/** As Fastify found it, which knows the proxies that are believed. */
const addressOf = (request: IncomingMessage): string =>
  'ip' in request && typeof request.ip === 'string' ? request.ip : (request.socket.remoteAddress ?? '');

/** Back to the API's page after signing in; the issuer takes plain http on this machine alone. */
const returnsTo = (publicUrl: string): { redirectUris: readonly string[] } => {
  const { protocol, hostname } = new URL(publicUrl);
  const safe = protocol === 'https:' || isLoopback(hostname);
  return { redirectUris: safe ? [`${publicUrl}${docsSignedInPath}`] : [] };
};
