import { chmodSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { requestIds } from '../../apps/api/src/log/request-log.js';
import { ConfigurationRefused, loadConfig } from '../../apps/api/src/parts/config.js';
import { trustedProxies } from '../../apps/api/src/parts/trusted-proxies.js';
import { publicUrlOf } from '../../apps/api/src/parts/public-url.js';
import { temporaryFolder } from '../support/folder.js';

const refusal = (env: Readonly<Record<string, string>>): string => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationRefused) return error.message;
  }
  return 'accepted';
};

describe('PUBLIC_URL', () => {
  it.each([
    'https://anjuan.example',
    'https://anjuan.example:8443',
    'http://localhost:3000',
    'http://[::1]:3000',
  ])('may be %s', (url) => {
    expect(loadConfig({ PUBLIC_URL: url }).PUBLIC_URL).toBe(url);
  });

  it.each([
    ['https://anjuan.example/', 'write https://anjuan.example'],
    ['https://anjuan.example/anjuan', 'write https://anjuan.example'],
    ['https://anjuan.example?a', 'write https://anjuan.example'],
    ['https://Anjuan.example:443', 'write https://anjuan.example'],
    ['https://user:secret@anjuan.example', 'write https://anjuan.example'],
    ['http://anjuan.example', 'must be https'],
    ['http://10.0.0.5:3000', 'must be https'],
    ['http://127.0.0.1.evil.example', 'must be https'],
    ['anjuan.example', 'is no address'],
    ['ftp://anjuan.example', 'is no address'],
    ['javascript:alert(1)', 'is no address'],
  ])('%s is refused: %s', (url, cure) => {
    expect(refusal({ PUBLIC_URL: url })).toContain(cure);
    expect(refusal({ PUBLIC_URL: url })).not.toContain('secret');
  });

  it('must be given when the program listens off the loopback', () => {
    expect(refusal({ HOST: '0.0.0.0' })).toMatch(/PUBLIC_URL.*must be given/);
    expect(refusal({ HOST: '0.0.0.0', PUBLIC_URL: 'https://anjuan.example' })).toBe('accepted');
  });

  it('is where the program listens unless it is given', () => {
    expect(publicUrlOf({ HOST: '127.0.0.1' }, 3000)).toBe('http://127.0.0.1:3000');
    expect(publicUrlOf({ HOST: '::1' }, 3000)).toBe('http://[::1]:3000');
  });
});

describe('X-Request-Id', () => {
  const given = 'given-out-by-1';
  const from = (remoteAddress: string, id: string = given) =>
    requestIds(trustedProxies('loopback,10.0.0.5') ?? (() => false))({
      headers: { 'x-request-id': id },
      socket: { remoteAddress },
    } as unknown as IncomingMessage);

  it.each(['127.0.0.1', '::ffff:127.0.0.1', '10.0.0.5'])('is that of the proxy at %s', (address) => {
    expect(from(address)).toBe(given);
  });

  it.each(['10.0.0.6', '203.0.113.9', ''])('is a new one for whoever calls from "%s"', (address) => {
    expect(from(address)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['short', 'a b"}{ and more', 'x'.repeat(65)])('is a new one in place of "%s"', (id) => {
    expect(from('127.0.0.1', id)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('TRUSTED_PROXY', () => {
  it.each([
    ['loopback', ['127.0.0.1', '::1', '::ffff:127.0.0.1'], ['10.0.0.1', '', 'x']],
    ['private', ['10.1.2.3', '172.18.0.1', '192.168.1.1', 'fd00::1'], ['127.0.0.1', '8.8.8.8', '172.32.0.1']],
    ['none', [], ['127.0.0.1', '::1']],
    ['10.0.0.5, 10.1.0.0/16, loopback', ['10.0.0.5', '10.1.9.9', '127.0.0.1'], ['10.0.0.6', '10.2.0.1']],
  ])('%s believes %j and not %j', (list, believed, others) => {
    const trusts = trustedProxies(list)!;
    expect(believed.filter((address) => !trusts(address))).toEqual([]);
    expect(others.filter((address) => trusts(address))).toEqual([]);
  });

  it.each(['everybody', '10.0.0.0/33', '10.0.0', '10.0.0.0/8/8', '10.0.0.0/', 'constructor', '*'])(
    '%s is refused',
    (list) => {
      expect(refusal({ TRUSTED_PROXY: list })).toContain('TRUSTED_PROXY');
    },
  );

  it.each([
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0/1,128.0.0.0/1',
    'loopback, 0.0.0.0/7',
    '2000::/3',
    '::ffff:0:0/96',
    '::ffff:10.0.0.0/103',
    '0::ffff:0.0.0.0/97',
    '::/80',
  ])('%s is refused: whoever calls would be believed', (list) => {
    expect(trustedProxies(list)).toBeUndefined();
    expect(refusal({ TRUSTED_PROXY: list })).toContain('no network wider than /8');
  });

  it.each(['10.0.0.0/8', 'fd00::/8', 'fc00::/7', '::ffff:10.0.0.0/104', '::1', 'loopback,private'])(
    '%s is a place of proxies',
    (list) => {
      expect(refusal({ TRUSTED_PROXY: list })).not.toContain('TRUSTED_PROXY');
    },
  );
});

describe('A secret in a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder();
    writeFileSync(`${folder}/password`, 'from a file, twelve\n');
    writeFileSync(`${folder}/empty`, '\n');
    writeFileSync(`${folder}/bytes`, Buffer.from([0xff, 0xfe]));
    chmodSync(`${folder}/password`, 0o400);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('counts as if it stood in the environment, without its line break', () => {
    expect(loadConfig({ ADMIN_PASSWORD_FILE: `${folder}/password` }).ADMIN_PASSWORD).toBe(
      'from a file, twelve',
    );
  });

  it.each(['none', 'empty', 'bytes', '.'])('that cannot be read as text is refused: %s', (name) => {
    expect(refusal({ ADMIN_PASSWORD_FILE: `${folder}/${name}` })).toMatch(
      /ADMIN_PASSWORD_FILE.*cannot be read/,
    );
  });

  it('is refused beside the secret itself', () => {
    const both = { ADMIN_PASSWORD_FILE: `${folder}/password`, ADMIN_PASSWORD: 'hunter2hunter2' };
    expect(refusal(both)).toMatch(/not both/);
    expect(refusal(both)).not.toContain('hunter2');
  });
});
