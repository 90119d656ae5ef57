/** Forged locks: each fault is found, and nothing is found in what is there. */
import { readFileSync } from 'node:fs';
import { faultsOf, shipped, type Lock, type Locked, type Manifest } from '../../tools/supply/lock.js';
import { noticeOf } from '../../tools/supply/notice.js';
import { sbomOf } from '../../tools/supply/sbom.js';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

const sound: Locked = { version: '1.0.0', license: 'MIT', integrity: 'sha512-AAAA' };
const lockOf = (one: Partial<Locked>, path = 'node_modules/some'): Lock => ({
  lockfileVersion: 3,
  packages: { '': { version: '0.1.0' }, [path]: { ...sound, ...one } },
});
const faults = (one: Partial<Locked>, of: Manifest = {}) => faultsOf(lockOf(one), of);

describe('the packages of the lock', () => {
  it('are as they should be, and NOTICE names those that are shipped', () => {
    expect(faultsOf(lock, manifest)).toStrictEqual([]);
    const notice = readFileSync('NOTICE', 'utf8');
    expect(notice).toBe(noticeOf(lock));
    for (const name of ['fastify', 'pg', 'yaml', '@nestjs/core']) expect(notice).toContain(`\n${name} `);
    for (const name of ['jest', 'eslint']) expect(notice).not.toContain(`\n${name} `);
  });

  it.each<[string, Partial<Locked>, RegExp]>([
    ['a licence that is not allowed', { license: 'AGPL-3.0-only' }, /licence AGPL-3.0-only is not among/],
    ['one of two that both bind', { license: '(MIT AND GPL-2.0-only)' }, /is not among/],
    ['a choice of none that is allowed', { license: '(GPL-2.0-only OR SSPL-1.0)' }, /is not among/],
    ['none at all', { license: undefined }, /licence not stated/],
    ['no hash', { integrity: undefined }, /no sha512 integrity/],
    ['a weak hash', { integrity: 'sha1-AAAA' }, /no sha512 integrity/],
    ['a link to a folder', { link: true }, /no sha512 integrity/],
    ['another registry', { resolved: 'https://registry.example/some.tgz' }, /not from the public registry/],
    ['git', { resolved: 'git+ssh://git@github.com/some/some.git' }, /not from the public registry/],
    ['a name like the registry’s', { resolved: 'https://registry.npmjs.org.example/s.tgz' }, /not from/],
    ['an install script nobody spoke of', { hasInstallScript: true }, /say true or false in allowScripts/],
  ])('%s is a fault', (_, one, expected) => {
    expect(faults(one)).toHaveLength(1);
    expect(faults(one)[0]).toMatch(expected);
  });

  it('a choice with one allowed licence, a named install script and the public registry are none', () => {
    expect(faults({ license: '(MIT OR GPL-2.0-only)' })).toStrictEqual([]);
    expect(faults({ hasInstallScript: true }, { allowScripts: { some: false } })).toStrictEqual([]);
    expect(faults({ resolved: 'https://registry.npmjs.org/some/-/some-1.0.0.tgz' })).toStrictEqual([]);
    expect(faults({}, { allowScripts: { some: true } })[0]).toMatch(/some 没有安装脚本/);
    expect(faultsOf({ ...lockOf({}), lockfileVersion: 2 }, {})[0]).toMatch(/must be 3/);
  });

  it('are all in the bill of materials, under the program’s name', () => {
    const bom = JSON.parse(sbomOf(lock, 'anjuan'));
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'anjuan' } } });
    const names = new Set((bom.components as readonly { name: string }[]).map(({ name }) => name));
    expect(shipped(lock).filter(({ name }) => !names.has(name))).toStrictEqual([]);
    expect([names.has('jest'), names.has('pg')]).toStrictEqual([false, true]);
  });
});
