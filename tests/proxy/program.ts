import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { administrators } from '../support/api.js';

const unit = readFileSync('docker/anjuan.service', 'utf8');

/** Every value that the unit gives to a key, in order. */
const valuesOf = (key: string): readonly string[] =>
  unit
    .split('\n')
    .filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1));

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

export type Program = Readonly<{ process: ChildProcess; said: () => string; ended: Promise<number | null> }>;

/** The unit's own line and environment, but for the place of node and of the data. */
export const startAsTheUnit = async (
  env: Readonly<{ PORT: string; DATA_DIR: string; PUBLIC_URL: string }>,
): Promise<Program> => {
  const [node, ...line] = valuesOf('ExecStart')[0]!.split(' ');
  if (node !== '/usr/bin/node') throw new Error('ExecStart is to run /usr/bin/node.');
  const fixed = Object.fromEntries(
    valuesOf('Environment')
      .flatMap((pairs) => pairs.split(' '))
      .map(pair),
  );
  const child = spawn(process.execPath, line, {
    env: { PATH: process.env['PATH'], ...fixed, ...administrators, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  await untilHealthy(env.PORT, () => said, child);
  return { process: child, said: () => said, ended };
};

const pair = (text: string): [string, string] => {
  const [name = '', ...value] = text.split('=');
  return [name, value.join('=')];
};

/** Asked by address, as a supervisor would. */
const untilHealthy = async (port: string, said: () => string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended: ${said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true) return;
    await sleep(50);
  }
};

/** A certificate of its own making, for one day. */
export const makeCertificate = (folder: string): Readonly<{ certificate: string; key: string }> => {
  const [certificate, key] = [`${folder}/certificate.pem`, `${folder}/key.pem`];
  const name = ['-subj', '/CN=anjuan.example', '-addext', 'subjectAltName=DNS:anjuan.example'];
  const how = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  const { status, stderr } = spawnSync(
    'openssl',
    ['req', ...how, ...name, '-keyout', key, '-out', certificate],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
  return { certificate, key };
};
