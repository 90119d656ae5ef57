import { rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { ServerFailed, startEmbeddedPostgres } from '@anjuan/embedded-postgres';
import pg from 'pg';
import { machineOf, sizesFor } from '../../libs/embedded-postgres/src/sizes.js';
import { removeFolder, temporaryFolder } from '../support/folder.js';

const largeDisk = 1_000_000;

describe('the sizes of the embedded database', () => {
  it.each([
    [128, '32MB', '256MB'],
    [512, '64MB', '256MB'],
    [2_048, '256MB', '1024MB'],
    [8_192, '1024MB', '2048MB'],
    [262_144, '1024MB', '2048MB'],
  ])('with %i MB of memory are %s of buffers and %s of log', (memory, sharedBuffers, maxWalSize) => {
    expect(sizesFor({ memory, disk: largeDisk })).toMatchObject({ sharedBuffers, maxWalSize });
  });

  it('leave the log a tenth of a small disk', () => {
    expect(sizesFor({ memory: 8_192, disk: 5_000 })).toMatchObject({
      maxWalSize: '500MB',
      minWalSize: '125MB',
    });
  });

  it('take the buffers that were asked for, and the log as before', () => {
    const machine = { memory: 8_192, disk: largeDisk };
    expect(sizesFor(machine, '32MB')).toMatchObject({ sharedBuffers: '32MB', maxWalSize: '2048MB' });
    expect(sizesFor(machine, '2GB')).toMatchObject({ sharedBuffers: '2048MB' });
  });

  it.each(['', '0MB', '32', '32kB', '-1GB', '1.5GB', '5GB', "1GB' -c x=1"])('refuse %j', (wanted) => {
    const request = () => sizesFor({ memory: 8_192, disk: largeDisk }, wanted);
    expect(request).toThrow(ServerFailed);
    expect(request).toThrow(/EMBEDDED_SHARED_BUFFERS.*at most half of the memory, 8192MB/s);
  });

  it('follow the limit of the control group, in whichever of its versions', async () => {
    const folder = await temporaryFolder();
    const [limited, unlimited] = [join(folder, 'limited'), join(folder, 'unlimited')];
    await writeFile(limited, `${String(512 * 1024 * 1024)}\n`);
    await writeFile(unlimited, 'max\n');
    const all = Math.floor(totalmem() / 1024 / 1024);
    expect(machineOf(folder, [limited, join(folder, 'absent')]).memory).toBe(512);
    expect(machineOf(folder, [unlimited]).memory).toBe(all);
    expect(machineOf(folder, []).memory).toBe(all);
    await rm(folder, { recursive: true });
  });

  it('are those that the server says it runs with', async () => {
    const dataDir = await temporaryFolder();
    const server = await startEmbeddedPostgres({ dataDir, sharedBuffers: '48MB' });
    const client = new pg.Client(server.connection);
    await client.connect();
    const { rows } = await client.query('SHOW shared_buffers');
    await client.end();
    expect(rows).toEqual([{ shared_buffers: '48MB' }]);
    expect(server.sizes()).toMatchObject({
      sharedBuffers: '48MB',
      maxWalSize: expect.stringMatching(/^\d+(MB|GB)$/),
    });
    await server.stop();
    await removeFolder(dataDir);
  });
});
