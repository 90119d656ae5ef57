import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import type pg from 'pg';
import { readConnectionString } from './connection-string.js';
import { ConnectionStringRefused, type Said } from './said.js';
import { ChoosingClient, type Candidate } from './choosing-client.js';
import { checkParameters } from './parameters.js';

type Tls = false | ConnectionOptions;

const defaultPort = 5432;
/** Where the packages of PostgreSQL put their socket. */
const socketFolders = ['/var/run/postgresql', '/tmp'];

/**
 * For a pool or a client (see clientOf): every form of connection string that libpq documents and the driver can
 * carry. Without `sslmode` as libpq has it: with TLS where the server offers it.
 * @throws ConnectionStringRefused for everything else, with the parameter and its cure
 */
export const connectionOf = (text: string): pg.PoolConfig => {
  const said = readConnectionString(text);
  checkParameters(said);
  const candidates = inOrder(
    said,
    hostsOf(said).flatMap((host) => candidatesAt(host, said)),
  );
  const [first] = candidates;
  const writable = ['read-write', 'primary'].includes(said['target_session_attrs'] ?? 'any');
  const chosen = candidates.length > 1 || writable ? { Client: ChoosingClient, candidates, writable } : {};
  const settings: pg.PoolConfig = {
    ...(first && { host: first.host, port: first.port, ssl: first.ssl }),
    ...renamed(said, inDriver),
    ...(said['keepalives'] !== undefined && { keepAlive: said['keepalives'] === '1' }),
    ...seconds(said, 'connect_timeout', 'connectionTimeoutMillis'),
    ...seconds(said, 'keepalives_idle', 'keepAliveInitialDelayMillis'),
    ...(said['query_timeout'] !== undefined && { query_timeout: Number(said['query_timeout']) }),
  };
  const driver = {
    ...(said['channel_binding'] === 'prefer' && { enableChannelBinding: true }),
    ...(said['sslnegotiation'] !== undefined && { sslnegotiation: said['sslnegotiation'] }),
  };
  return Object.assign(settings, driver, chosen);
};

/** libpq's names, and the driver's. */
const inDriver = {
  user: 'user',
  password: 'password',
  dbname: 'database',
  options: 'options',
  application_name: 'application_name',
  fallback_application_name: 'fallback_application_name',
} as const;

const renamed = (said: Said, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([name, as]) => {
      const value = said[name];
      return value === undefined ? [] : [[as, value]];
    }),
  );

const seconds = (said: Said, name: string, as: string): Readonly<Record<string, number>> => {
  const value = Number(said[name] ?? 0);
  return value === 0 ? {} : { [as]: value * 1_000 };
};

type Host = Readonly<{ host: string; name: string; port: number }>;

const hostsOf = (said: Said): readonly Host[] => {
  const addresses = said['hostaddr']?.split(',');
  const names = said['host']?.split(',') ?? addresses ?? [process.env['PGHOST'] ?? ''];
  const ports = (said['port'] ?? process.env['PGPORT'] ?? '').split(',');
  if (addresses && addresses.length !== names.length)
    throw new ConnectionStringRefused('hostaddr：个数须与 host 相同', 'hostaddr: as many as hosts');
  if (ports.length !== 1 && ports.length !== names.length)
    throw new ConnectionStringRefused('port：只写一个，或与 host 个数相同', 'port: one, or as many as hosts');
  return names.map((name, index) => {
    const port = portOf(ports.length === 1 ? ports[0] : ports[index]);
    const host = addresses?.[index] || name || localSocket(port);
    return { host, name: name || host, port };
  });
};

const portOf = (text = ''): number => {
  if (text === '') return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535)
    throw new ConnectionStringRefused('port：须为 1 至 65535', 'port: write 1 to 65535');
  return port;
};

const localSocket = (port: number): string =>
  socketFolders.find((folder) => existsSync(join(folder, `.s.PGSQL.${String(port)}`))) ?? 'localhost';

const candidatesAt = ({ host, name, port }: Host, said: Said): readonly Candidate[] =>
  // Nobody listens between the two ends of a socket; libpq does not encrypt there either.
  (host.startsWith('/') ? [false as const] : tlsOf(said, name)).map((ssl) => ({ host, port, ssl }));

const tlsOf = (said: Said, name: string): readonly Tls[] => {
  const root = said['sslrootcert'];
  const keys = keysOf(said, name);
  const unchecked = { ...keys, rejectUnauthorized: false };
  const issuerAlone = { ...keys, checkServerIdentity: () => undefined };
  switch (modeOf(said)) {
    case 'disable':
      return [false];
    case 'allow':
      return [false, unchecked];
    case 'prefer':
      return [unchecked, false];
    case 'require':
      return [root === undefined ? unchecked : issuerAlone];
    case 'verify-ca':
      return [issuerAlone];
    default:
      return [keys];
  }
};

const modeOf = ({ sslmode, ssl }: Said): string =>
  sslmode ?? (ssl === 'true' ? 'require' : (process.env['PGSSLMODE'] ?? 'prefer'));

const keysOf = ({ sslrootcert, sslcert, sslkey, sslpassword }: Said, name: string): ConnectionOptions => ({
  host: name,
  ...(/^[\d.]+$|:/.test(name) ? {} : { servername: name }),
  ...(sslrootcert !== undefined && sslrootcert !== 'system' && { ca: fileOf(sslrootcert, 'sslrootcert') }),
  ...(sslcert !== undefined && { cert: fileOf(sslcert, 'sslcert') }),
  ...(sslkey !== undefined && { key: fileOf(sslkey, 'sslkey') }),
  ...(sslpassword !== undefined && { passphrase: sslpassword }),
});

const fileOf = (file: string, name: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConnectionStringRefused(
      `${name}：无法读取该文件，请检查路径与权限`,
      `${name}: the file cannot be read, check its path and its rights`,
    );
  }
};

const inOrder = (said: Said, candidates: readonly Candidate[]): readonly Candidate[] =>
  said['load_balance_hosts'] === 'random'
    ? candidates
        .map((candidate) => ({ candidate, at: Math.random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ candidate }) => candidate)
    : candidates;
