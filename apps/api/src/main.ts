import { createServer } from 'node:net';
import { DataFolderInUse, DiskFull, FolderClosed, ServerFailed } from '@anjuan/embedded-postgres';
import { RuleDataRefused } from '@anjuan/rule-data';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MovableClock, SystemClock } from './clock.js';
import { ConfigurationRefused, loadConfig, type Config } from './config.js';
import { createApp } from './create-app.js';
import { firstStart } from './first-start.js';
import { serveMetrics } from './metrics/metrics-server.js';
import { NoDatabase, openParts, type OpenParts } from './open-parts.js';
import { NoEventStore } from './open-store.js';

const started = performance.now();
/** How long a connection in use may hold up the end. */
const patienceMs = 5_000;

/** The issuer's address contains the port: it must be known before anything is opened. */
const portOf = async ({ PORT, HOST }: Config): Promise<number> => {
  if (PORT !== 0) return PORT;
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, HOST, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const answerThePlayer = (clock: MovableClock): void => {
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    if ('memory' in message) process.send?.({ memory: process.memoryUsage.rss() });
    if (!('clock' in message)) return;
    clock.moveTo(new Date(String(message.clock)));
    process.send?.({ clock: clock.now().toISOString() });
  });
};

/** Finishes what is in flight, then stops the database it started. Resolves with the exit status. */
const stopped = async (app: NestFastifyApplication, parts: OpenParts): Promise<number> => {
  const server = app.getHttpServer();
  setTimeout(() => {
    server.closeAllConnections();
  }, patienceMs).unref();
  try {
    await app.close();
    await parts.close();
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  }
};

const run = async (): Promise<void> => {
  const config = loadConfig(process.env);
  const port = await portOf(config);
  const url = config.PUBLIC_URL ?? `http://${config.HOST}:${String(port)}`;
  const clock = config.CLOCK === 'movable' ? new MovableClock() : new SystemClock();
  if (clock instanceof MovableClock) answerThePlayer(clock);
  const parts = await openParts(config, clock, url);
  const administrator = await firstStart(parts);
  const app = await createApp(parts, url);
  await app.listen(port, config.HOST);
  const { METRICS_PORT: metricsPort, METRICS_HOST: metricsHost } = config;
  if (metricsPort !== undefined) (await serveMetrics(parts.metrics, metricsPort, metricsHost)).unref();
  const stop = () => void stopped(app, parts).then((code) => process.exit(code));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // Whoever moves the clock is gone: nobody else would stop this program.
  if (clock instanceof MovableClock) process.once('disconnect', stop);
  const startedInMs = Math.round(performance.now() - started);
  console.log(`案卷已启动；Anjuan answers at ${url} (${String(startedInMs)} ms)`);
  if (administrator)
    console.log(
      `首次启动，管理员账号（只显示一次）；First start, the administrator, shown once: ${administrator.login} / ${administrator.password}`,
    );
  process.send?.({ ready: { url, startedInMs } });
};

/** What the operator can cure is said in a sentence; the rest with its stack. */
const explained = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const cures = [
    ConfigurationRefused,
    DataFolderInUse,
    DiskFull,
    FolderClosed,
    NoDatabase,
    NoEventStore,
    RuleDataRefused,
    ServerFailed,
  ];
  return cures.some((cure) => error instanceof cure) ? error.message : undefined;
};

run().catch((error: unknown) => {
  console.error(explained(error) ?? error);
  process.exit(1);
});
