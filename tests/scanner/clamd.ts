/** A clamd of the test's own, with one signature of the test's own: none can be fetched where it runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect, type NetConnectOpts } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeFolder } from '../support/folder.js';
import { somePort } from '../support/ports.js';

export const malware = 'ANJUAN-TEST-MALWARE-OF-ITS-OWN';
/** clamd says of signatures that are not ClamAV's own that they are unofficial. */
export const malwareName = 'Anjuan.Test.Signature.UNOFFICIAL';
export const largestMb = 2;
/** Less than it takes: larger files it takes and does not look through. */
export const largestScannedMb = 1;

export type RunningClamd = Readonly<{
  tcp: string;
  unix: string;
  /** kill -9 */
  kill: () => Promise<void>;
  startAgain: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export const startClamd = async (): Promise<RunningClamd> => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-clamd-'));
  chmodSync(folder, 0o755);
  const signatures = join(folder, 'signatures');
  mkdirSync(signatures);
  writeFileSync(
    join(signatures, 'test.ndb'),
    `Anjuan.Test.Signature:0:*:${Buffer.from(malware).toString('hex')}\n`,
  );
  const socket = join(folder, 'clamd.ctl');
  const port = somePort();
  const settings = {
    DatabaseDirectory: signatures,
    LocalSocket: socket,
    FixStaleSocket: 'yes',
    TCPSocket: String(port),
    TCPAddr: '127.0.0.1',
    Foreground: 'yes',
    StreamMaxLength: `${String(largestMb)}M`,
    MaxFileSize: `${String(largestScannedMb)}M`,
    AlertExceedsMax: 'yes',
    TemporaryDirectory: folder,
  };
  const file = join(folder, 'clamd.conf');
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
  const start = () => running(file, [{ path: socket }, { port, host: '127.0.0.1' }]);
  let program = await start();
  const kill = () => program.kill();
  return {
    tcp: `tcp://127.0.0.1:${String(port)}`,
    unix: `unix://${socket}`,
    kill,
    startAgain: async () => {
      program = await start();
    },
    stop: async () => {
      await kill();
      await removeFolder(folder);
    },
  };
};

const running = async (file: string, at: readonly NetConnectOpts[]) => {
  const child = spawn('clamd', ['--config-file', file], {
    cwd: '/',
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]);
  while (!(await Promise.all(at.map(answers))).every(Boolean)) {
    if (child.exitCode !== null || child.pid === undefined)
      throw new Error(`clamd did not start; install clamav-daemon from Debian's packages. ${said}`);
    await sleep(100);
  }
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { kill };
};

const answers = (at: NetConnectOpts): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(at);
    socket.once('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
