import path from 'node:path';
import { about, versionLine } from '@anjuan/program';
import { rulesInForce } from '@anjuan/rule-data';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openLog, type Log } from './log/log.js';
import { shown } from './log/shown.js';
import { serveMetrics } from './metrics/metrics-server.js';
import { MovableClock, SystemClock } from './parts/clock.js';
import { loadConfig, type Config } from './parts/config.js';
import { publicUrlOf } from './parts/public-url.js';
import { addressUnusable, freePort } from './start/address.js';
import { createApp } from './start/create-app.js';
import { Ending } from './start/ending.js';
import { explained } from './start/explained.js';
import type { Administrator } from './start/first-password.js';
import { firstStart } from './start/first-start.js';
import { openParts, type OpenParts } from './start/open-parts.js';

const started = performance.now();
const metricsNames = { host: 'METRICS_HOST', port: 'METRICS_PORT' };

const answerThePlayer = (clock: MovableClock): void => {
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    if ('memory' in message) process.send?.({ memory: process.memoryUsage.rss() });
    if (!('clock' in message)) return;
    clock.moveTo(new Date(String(message.clock)));
    process.send?.({ clock: clock.now().toISOString() });
  });
};

/** The password itself goes to a terminal alone: a log may be read by many, and for long. */
const introduce = ({ login, password, file }: Administrator): void => {
  console.log(
    `管理员 ${login} 的首个密码在 ${file}，登录后请删除该文件。The first password of administrator ${login} is in ${file}: delete it after signing in.`,
  );
  if (process.stdout.isTTY) console.log(`${login} / ${password}`);
};

const listenForMetrics = async ({ METRICS_PORT: port, METRICS_HOST: host }: Config, parts: OpenParts) => {
  if (port === undefined) return;
  const server = await serveMetrics(parts.metrics, port, host).catch((error: unknown) => {
    throw addressUnusable({ host, port, names: metricsNames }, error);
  });
  server.unref();
};

/** Finishes what is in flight, then stops the database it started. */
const stop = async (app: NestFastifyApplication, parts: OpenParts, ending: Ending): Promise<void> => {
  const server = app.getHttpServer();
  ending.hurriedBy(() => {
    server.closeAllConnections();
  });
  await app.close();
  await parts.close();
};

const serve = async (parts: OpenParts, url: string, port: number, ending: Ending): Promise<void> => {
  const { config, log } = parts;
  (await firstStart(parts)).forEach(introduce);
  const app = await createApp(parts, url);
  await app.listen(port, config.HOST).catch((error: unknown) => {
    throw addressUnusable({ host: config.HOST, port }, error);
  });
  await listenForMetrics(config, parts);
  const startedInMs = Math.round(performance.now() - started);
  log.info(
    { ...about(), node: process.version, startedInMs, config: shown(config), rules: parts.rules.sources },
    'started',
  );
  console.log(`案卷已启动；Anjuan ${versionLine()} answers at ${url} (${String(startedInMs)} ms)`);
  console.log(rulesInForce(parts.rules, path.resolve(config.RULES_DIR)));
  process.send?.({ ready: { url, startedInMs } });
  await ending.signalled;
  await stop(app, parts, ending);
};

const run = async (config: Config, log: Log, ending: Ending): Promise<void> => {
  const { HOST: host, METRICS_PORT: metricsPort, METRICS_HOST: metricsHost } = config;
  // The issuer's address contains the port: it must be known before anything is opened.
  const port = await freePort({ host, port: config.PORT });
  if (metricsPort !== undefined)
    await freePort({ host: metricsHost, port: metricsPort, names: metricsNames });
  const url = publicUrlOf(config, port);
  const clock = config.CLOCK === 'movable' ? new MovableClock() : new SystemClock();
  if (clock instanceof MovableClock) {
    answerThePlayer(clock);
    // The process that moves the clock has ended: no other would stop this program.
    process.once('disconnect', () => {
      ending.begin('disconnect');
    });
  }
  const parts = await openParts(config, clock, url, log);
  try {
    if (ending.why === undefined) await serve(parts, url, port, ending);
    else await parts.close();
  } catch (error) {
    await parts.close().catch(() => undefined);
    throw error;
  }
  const uptime = Math.round((performance.now() - started) / 1000);
  log.info({ why: ending.why, uptimeSeconds: uptime }, 'stopped');
};

/** A closed pipe on standard output or error must not end the program. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const ending = new Ending();
const main = async (): Promise<number> => {
  let log: Log | undefined;
  try {
    const config = loadConfig(process.env);
    log = openLog(config);
    await run(config, log, ending);
    return 0;
  } catch (error) {
    const sentence = explained(error);
    if (sentence === undefined) log?.fatal({ err: error }, 'ended');
    console.error(sentence ?? (log ? '' : error));
    return 1;
  }
};
process.exit(await main());
