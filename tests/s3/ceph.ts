/** A Ceph of the test's own, with one disk in memory and its gateway of the S3 protocol: a server as bureaus run it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { certificate } from '../support/certificate.js';
import { removeFolder } from '../support/folder.js';
import { somePort } from '../support/ports.js';
import { Owner } from './owner.js';

export type RunningCeph = Readonly<{
  /** plain, on this machine */
  endpoint: string;
  port: number;
  secure: string;
  /** the file of the authority that `secure` has its certificate from */
  ca: string;
  /** Somebody with an access key, who may make buckets. */
  owner: (name: string) => Promise<Owner>;
  /** So many bytes are all that they may have; undefined: any number. */
  limit: (owner: Owner, bytes: number | undefined) => Promise<void>;
  stop: () => Promise<void>;
}>;

const settings = (folder: string, fsid: string, monitor: string, gateway: string): string => `
[global]
fsid = ${fsid}
mon host = v1:${monitor}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
run dir = ${folder}
admin socket = ${folder}/$name.asok
pid file = ${folder}/$name.pid
log file = ${folder}/$name.log
mon data = ${folder}/mon
mon data avail crit = 1
mon allow pool size one = true
mon max pg per osd = 1000
osd data = ${folder}/osd
osd objectstore = memstore
memstore device bytes = 536870912
osd crush chooseleaf type = 0
osd crush update on start = false
osd class update on start = false
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
rgw thread pool size = 16
rgw frontends = ${gateway}
rgw bucket quota ttl = 0
rgw user quota bucket sync interval = 1
`;

export const startCeph = async (): Promise<RunningCeph> => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-ceph-'));
  for (const one of ['mon', 'osd']) mkdirSync(join(folder, one));
  const at = (file: string) => join(folder, file);
  const { cert, key } = certificate();
  writeFileSync(at('cert.pem'), cert);
  writeFileSync(at('key.pem'), key);
  const [fsid, disk, port, monitorPort] = [randomUUID(), randomUUID(), somePort(), somePort()];
  const monitor = `127.0.0.1:${String(monitorPort)}`;
  const secure = `127.0.0.1:${String(port + 1)}`;
  const endpoints = `endpoint=127.0.0.1:${String(port)} ssl_endpoint=${secure}`;
  const gateway = `beast ${endpoints} ssl_certificate=${at('cert.pem')} ssl_private_key=${at('key.pem')}`;
  writeFileSync(at('ceph.conf'), settings(folder, fsid, monitor, gateway));
  const conf = ['-c', at('ceph.conf')];
  const programs: Running[] = [];
  const stop = async () => {
    for (const one of programs.reverse()) await one.kill();
    await removeFolder(folder);
  };
  try {
    await done('monmaptool', '--create', '--fsid', fsid, '--addv', 'a', `[v1:${monitor}]`, at('monmap'));
    await done('ceph-mon', ...conf, '--mkfs', '-i', 'a', '--monmap', at('monmap'));
    programs.push(running('ceph-mon', ...conf, '-f', '-i', 'a'));
    await done('ceph', ...conf, 'osd', 'new', disk);
    // By itself the disk enters its place as it starts, now and then before it knows the cluster, and crashes.
    await done('ceph', ...conf, 'osd', 'crush', 'add', 'osd.0', '1', 'root=default', 'host=here');
    await done('ceph-osd', ...conf, '-i', '0', '--mkfs', '--osd-uuid', disk);
    programs.push(running('ceph-osd', ...conf, '-f', '-i', '0'));
    programs.push(running('radosgw', ...conf, '-f', '-n', 'client.rgw'));
    const endpoint = `http://127.0.0.1:${String(port)}`;
    while (!(await answers(endpoint))) {
      for (const one of programs) one.demandRuns();
      await sleep(100);
    }
    const admin = (...words: string[]) => done('radosgw-admin', ...conf, ...words);
    return {
      endpoint,
      port,
      secure: `https://${secure}`,
      ca: at('cert.pem'),
      owner: async (name) => {
        const keys = ['--access-key', `${name}-key`, '--secret', randomUUID()];
        await admin('user', 'create', '--uid', name, '--display-name', name, ...keys);
        return new Owner(endpoint, name, `${name}-key`, keys[3] ?? '');
      },
      limit: async ({ name }, bytes) => {
        const of = ['--uid', name, '--quota-scope', 'user'];
        if (bytes === undefined) await admin('quota', 'disable', ...of);
        else {
          await admin('quota', 'set', ...of, '--max-size', String(bytes));
          await admin('quota', 'enable', ...of);
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

type Running = Readonly<{ kill: () => Promise<void>; demandRuns: () => void }>;

const environment = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`, LC_ALL: 'C' };
const wanting = (program: string, said: string): Error =>
  new Error(`${program} did not run; install radosgw, ceph-mon and ceph-osd from Debian's packages. ${said}`);

const done = async (program: string, ...words: string[]): Promise<void> => {
  await promisify(execFile)(program, words, { env: environment }).catch((error: unknown) => {
    throw wanting(program, String(error));
  });
};

const running = (program: string, ...words: string[]): Running => {
  const child: ChildProcess = spawn(program, words, {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text) => (said = (said + String(text)).slice(-2_000)));
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    demandRuns: () => {
      const hasEnded = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
      if (hasEnded) throw wanting(program, said);
    },
  };
};
