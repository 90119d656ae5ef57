import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './program.js';
import { host } from './visitor.js';

export type Place = Readonly<{
  folder: string;
  certificate: string;
  key: string;
  /** where people come */
  port: number;
  /** where the program answers */
  behind: number;
}>;
export type Proxy = Readonly<{ stop: () => Promise<void> }>;

/** The sample with another place for each of its addresses and files; each must be found. */
const replaced = (sample: string, places: readonly (readonly [string, string])[]): string =>
  places.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${from} is not in the sample any more.`);
      return text.replaceAll(from, to);
    },
    readFileSync(sample, 'utf8'),
  );

const running = async (
  program: string,
  args: readonly string[],
  place: Place,
  end: NodeJS.Signals,
): Promise<Proxy> => {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin`, HOME: place.folder, XDG_DATA_HOME: place.folder },
  });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  const ended = Promise.race([once(child, 'exit'), once(child, 'error')]);
  while (!(await answers(place.port))) {
    if (child.exitCode !== null || child.pid === undefined)
      throw new Error(`${program} did not start; install it from Debian's packages. ${said}`);
    await sleep(50);
  }
  return {
    stop: async () => {
      child.kill(end);
      await ended;
    },
  };
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      resolve(true);
      socket.destroy();
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

export const startNginx = async (place: Place): Promise<Proxy> => {
  const { folder, certificate, key, port, behind } = place;
  const sample = replaced('docker/nginx.conf', [
    ['listen 80;', `listen 127.0.0.1:${String(await freePort())};`],
    ['listen 443 ', `listen 127.0.0.1:${String(port)} `],
    ['/etc/ssl/anjuan/fullchain.pem', certificate],
    ['/etc/ssl/private/anjuan.pem', key],
    ['127.0.0.1:3000', `127.0.0.1:${String(behind)}`],
  ]);
  writeFileSync(`${folder}/anjuan.conf`, sample);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  writeFileSync(
    `${folder}/nginx.conf`,
    `daemon off; pid ${folder}/nginx.pid; events {}
     http { access_log off; ${temporary.join(' ')} include ${folder}/anjuan.conf; }`,
  );
  return running('nginx', ['-p', folder, '-e', 'stderr', '-c', `${folder}/nginx.conf`], place, 'SIGTERM');
};

export const startCaddy = async (place: Place): Promise<Proxy> => {
  const { folder, certificate, key, port, behind } = place;
  const sample = replaced('docker/Caddyfile', [
    ['{\n\tservers {', '{\n\tadmin off\n\tauto_https disable_redirects\n\tservers {'],
    [`${host} {`, `https://${host}:${String(port)} {\n\ttls ${certificate} ${key}`],
    [':443 {', `https://:${String(port)} {`],
    ['127.0.0.1:3000', `127.0.0.1:${String(behind)}`],
  ]);
  writeFileSync(`${folder}/Caddyfile`, sample);
  return running(
    'caddy',
    ['run', '--adapter', 'caddyfile', '--config', `${folder}/Caddyfile`],
    place,
    'SIGKILL',
  );
};
