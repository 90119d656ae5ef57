import { ConnectionStringRefused, type Said } from './said.js';

/** Carried by the driver, or by us for it. */
const carried = [
  'application_name',
  'channel_binding',
  'client_encoding',
  'connect_timeout',
  'dbname',
  'fallback_application_name',
  'gssencmode',
  'host',
  'hostaddr',
  'keepalives',
  'keepalives_idle',
  'load_balance_hosts',
  'options',
  'password',
  'port',
  // Of the driver, not of libpq: milliseconds that an answer may take.
  'query_timeout',
  'ssl',
  'sslcert',
  'sslcompression',
  'sslkey',
  'sslmode',
  'sslnegotiation',
  'sslpassword',
  'sslrootcert',
  'sslsni',
  'target_session_attrs',
  'user',
];

/** Values of libpq that ask for nothing the driver does not do; all others of these names are refused. */
const only = new Map<string, readonly string[]>(
  Object.entries({
    channel_binding: ['disable', 'prefer'],
    client_encoding: ['UTF8', 'utf8', 'UTF-8', 'utf-8', 'auto'],
    gssencmode: ['disable', 'prefer'],
    keepalives: ['0', '1'],
    load_balance_hosts: ['disable', 'random'],
    ssl: ['true'],
    sslcompression: ['0'],
    sslmode: ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'],
    sslnegotiation: ['postgres', 'direct'],
    sslsni: ['1'],
    target_session_attrs: ['any', 'read-write', 'primary'],
  }),
);

const instead = new Map<string, readonly [string, string]>(
  Object.entries({
    passfile: ['请用环境变量 PGPASSFILE', 'set PGPASSFILE in the environment'],
    service: ['请把该服务的内容写入此处', 'write what the service holds here'],
    servicefile: ['请把该服务的内容写入此处', 'write what the service holds here'],
    target_session_attrs: [
      '本程序须写入，请用 read-write、primary 或 any',
      'the program writes: read-write, primary or any',
    ],
  }),
);

/** @throws ConnectionStringRefused for what the driver cannot do: it would be left out in silence */
export const checkParameters = (said: Said): void => {
  for (const [name, value] of Object.entries(said)) {
    const [zh, en] = instead.get(name) ?? ['请删去', 'leave it out'];
    if (!carried.includes(name))
      throw new ConnectionStringRefused(
        `${name}：不支持这一连接参数，${zh}`,
        `${name}: this connection parameter is missing here, ${en}`,
      );
    const allowed = only.get(name);
    if (allowed && !allowed.includes(value))
      throw new ConnectionStringRefused(
        `${name}：只能是 ${allowed.join('、')}${instead.has(name) ? `，${zh}` : ''}`,
        `${name}: only ${allowed.join(', ')} is possible${instead.has(name) ? `, ${en}` : ''}`,
      );
  }
  for (const [name, form, zh, en] of numbers)
    if (said[name] !== undefined && !form.test(said[name]))
      throw new ConnectionStringRefused(`${name}：须为${zh}`, `${name}: write a number of ${en}`);
};

const numbers = [
  ['connect_timeout', /^\d{1,6}$/, '秒数', 'seconds'],
  ['keepalives_idle', /^\d{1,6}$/, '秒数', 'seconds'],
  ['query_timeout', /^\d{1,9}$/, '毫秒数', 'milliseconds'],
] as const;
