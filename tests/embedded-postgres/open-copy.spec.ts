import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCopy } from '../../libs/embedded-postgres/src/open-copy.js';
import { temporaryFolder } from '../support/postgres.js';
import { removeFolder } from '../support/folder.js';

describe('A program that the database user cannot reach', () => {
  let folder: string;
  const installed = () => join(folder, 'closed', 'native');
  beforeEach(async () => {
    folder = await temporaryFolder();
    await mkdir(join(installed(), 'bin'), { recursive: true });
    await mkdir(join(installed(), 'lib'));
    await writeFile(join(folder, 'closed', 'package.json'), '{ "version": "18.4.0" }');
    await writeFile(join(installed(), 'bin', 'postgres'), 'server', { mode: 0o755 });
    await writeFile(join(installed(), 'bin', 'initdb'), 'initdb', { mode: 0o755 });
    await symlink('libpq.so.5', join(installed(), 'lib', 'libpq.so'));
  });
  afterEach(() => removeFolder(folder));

  it('is copied once a version, links and rights kept, into a folder that everybody may enter', async () => {
    const binaries = {
      postgres: join(installed(), 'bin', 'postgres'),
      initdb: join(installed(), 'bin', 'initdb'),
    };
    const cache = join(folder, 'cache');
    const [first, second] = await Promise.all([openCopy(binaries, cache), openCopy(binaries, cache)]);
    expect(first).toEqual(second);
    expect(await readFile(first.postgres, 'utf8')).toBe('server');
    expect((await stat(first.initdb)).mode & 0o777).toBe(0o755);
    expect((await stat(cache)).mode & 0o777).toBe(0o755);
    expect(await readdir(cache)).toEqual(['postgres-18.4.0']);
    expect(await readdir(join(cache, 'postgres-18.4.0', 'lib'))).toEqual(['libpq.so']);
  });
});
