/** The second administrator of a system in which somebody has the usual login already: an older system goes on, and says so. */
import { MovableClock } from '../../apps/api/src/parts/clock.js';
import { ConfigurationRefused, loadConfig } from '../../apps/api/src/parts/config.js';
import { firstStart } from '../../apps/api/src/start/first-start.js';
import { openParts, type OpenParts } from '../../apps/api/src/start/open-parts.js';
import { administrators } from '../support/api.js';
import { clusterIn } from '../support/cluster.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';

let folder: string;
let parts: OpenParts;
const url = 'http://127.0.0.1:1';
const startWith = async (env: Readonly<Record<string, string>>) => {
  const { ADMIN_PASSWORD } = administrators;
  const config = loadConfig({ DATA_DIR: folder, CLOCK: 'movable', ADMIN_PASSWORD, ...env });
  parts = await openParts(config, new MovableClock(), url);
  return firstStart(parts);
};
beforeAll(async () => {
  folder = await temporaryFolder();
  await clusterIn(folder);
});
afterAll(() => removeFolder(folder));
afterEach(() => parts.close());

it('an older system whose login admin2 is taken starts, without one', async () => {
  const config = loadConfig({ DATA_DIR: folder, CLOCK: 'movable', ...administrators });
  parts = await openParts(config, new MovableClock(), url);
  const command = { id: 'older-system', digest: 'older-system' };
  const by = {
    person: 'system',
    capacity: 'administrator',
    at: '2026-01-01T00:00:00.000Z',
    command,
  } as const;
  await parts.registry.registerPerson({ staffNumber: 'admin2', name: '高明' }, by);
  await parts.close();
  expect(await startWith({})).toEqual([]);
  expect(await parts.registry.administratorOfFirstStart('second')).toBeUndefined();
});

it('who sets the password of the second one is told that the login is taken', async () => {
  const { SECOND_ADMIN_PASSWORD } = administrators;
  await expect(startWith({ SECOND_ADMIN_PASSWORD })).rejects.toThrow(ConfigurationRefused);
});

it('with a login that is free the next start makes it', async () => {
  const [made] = await startWith({ SECOND_ADMIN_LOGIN: 'admin3' });
  expect(made).toMatchObject({ login: 'admin3', file: expect.stringContaining('second-administrator.txt') });
  expect(await parts.registry.administratorOfFirstStart('second')).toBeDefined();
});
