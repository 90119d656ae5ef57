import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SystemClock } from '../../apps/api/src/parts/clock.js';
import { loadConfig } from '../../apps/api/src/parts/config.js';
import { openParts } from '../../apps/api/src/start/open-parts.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';

const othersMay = async (folder: string): Promise<number> => (await stat(folder)).mode & 0o077;

it('what the program makes in a data folder is closed to everybody else, also what was left open', async () => {
  const around = await temporaryFolder();
  const folder = path.join(around, 'new', 'data');
  await mkdir(path.dirname(folder));
  const open = () => openParts(loadConfig({ DATA_DIR: folder }), new SystemClock(), 'http://127.0.0.1:1');
  await (await open()).close();
  // The server's own user may pass through, where the program runs as root; nobody may look.
  expect((await othersMay(folder)) & 0o066).toBe(0);
  const made = await readdir(folder);
  expect(made).toEqual(expect.arrayContaining(['files', 'postgres', 'postgres.log', 'socket']));
  for (const name of made) expect([name, await othersMay(path.join(folder, name))]).toEqual([name, 0]);

  await chmod(path.join(folder, 'files'), 0o755);
  await (await open()).close();
  expect(await othersMay(path.join(folder, 'files'))).toBe(0);
  await removeFolder(around);
}, 240_000);
