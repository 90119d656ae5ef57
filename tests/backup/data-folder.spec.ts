import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { testDatabase } from '../support/postgres.js';
import { anjuan, begun, copied, killed, namesIn, until, withPipe } from './command.js';
import { backedUp, filled, folder, paper, placeOfPaper, recorded, urlOf } from './record.js';

it('A data folder without a database is no data to back up, and stays as it is', async () => {
  const empty = await folder();
  expect(await anjuan({ DATA_DIR: empty }, 'backup', join(await folder(), 'backup'))).toEqual({
    code: 1,
    out: '',
    said: `没有可备份的数据：${empty} 中没有数据库。请把 DATA_DIR（或 DATABASE_URL）设为服务所用的值
there is no data here: ${empty} has no database. Set DATA_DIR (or DATABASE_URL) as it is for the server
`,
  });
  expect(await namesIn(empty)).toEqual([]);
});

it.each(['backup', 'restore'])(
  'With the record in EventStoreDB there is no %s of the database alone',
  async (command) => {
    const env = { DATA_DIR: await folder(), EVENT_STORE: 'eventstoredb' };
    expect(await anjuan(env, command, join(await folder(), 'backup'))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/the record is not in PostgreSQL/),
    });
  },
);

it('From a database at an address into a data folder, killed in the midst, and back from the stopped folder', async () => {
  const [source, target, other, into, place] = await Promise.all([
    testDatabase(),
    testDatabase(),
    folder(),
    folder(),
    folder(),
  ]);
  await filled(source, join(other, 'files'));
  const backup = join(place, 'backup');
  await backedUp(source, join(other, 'files'), backup);
  const slow = await copied(backup, join(place, 'slow'));
  const pipe = await withPipe(join(slow, 'files'));

  const child = begun({ DATA_DIR: into }, 'restore', slow);
  await pipe.give();
  await until(async () => (await namesIn(join(into, 'files.unfinished'))).length > 0);
  expect(await anjuan({ DATA_DIR: into }, 'restore', backup)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/Another program uses this data folder/),
  });
  await killed(child);
  expect(await namesIn(into)).toContain('restoring');
  expect(await namesIn(into)).not.toContain('postgres');

  // Meanwhile somebody uses the folder with a database elsewhere.
  await copied(join(other, 'files'), join(into, 'files'));
  expect(await anjuan({ DATA_DIR: into }, 'restore', backup)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/files holds data/),
  });
  expect(await readFile(placeOfPaper(join(into, 'files')))).toEqual(paper);
  await rm(join(into, 'files'), { recursive: true });

  expect(await anjuan({ DATA_DIR: into }, 'restore', backup)).toMatchObject({ code: 0 });
  expect((await namesIn(into)).sort()).toEqual(['files', 'postgres']);
  expect(await namesIn(join(into, 'files'))).not.toContain('restoring.json');

  const second = join(place, 'second');
  expect(await anjuan({ DATA_DIR: into }, 'backup', second)).toMatchObject({ code: 0 });
  const back = { DATABASE_URL: urlOf(target), DATA_DIR: await folder() };
  expect(await anjuan(back, 'restore', second)).toMatchObject({ code: 0 });
  expect(await recorded(target)).toEqual(await recorded(source));
}, 180_000);

it('Killed when its files are in place and its database is not yet, a restore is finished by the next', async () => {
  const [source, target, other, into, place] = await Promise.all([
    testDatabase(),
    testDatabase(),
    folder(),
    folder(),
    folder(),
  ]);
  await filled(source, join(other, 'files'));
  const backup = join(place, 'backup');
  await backedUp(source, join(other, 'files'), backup);
  const child = begun({ DATA_DIR: into }, 'restore', backup);
  while (!(await namesIn(into)).includes('files'));
  await killed(child);
  const left = await namesIn(into);
  expect(left).toContain('restoring');
  expect(left).not.toContain('postgres');

  expect(await anjuan({ DATA_DIR: into }, 'restore', backup)).toMatchObject({ code: 0 });
  expect((await namesIn(into)).sort()).toEqual(['files', 'postgres']);
  expect(await namesIn(join(into, 'files'))).not.toContain('restoring.json');
  const second = join(place, 'second');
  expect(await anjuan({ DATA_DIR: into }, 'backup', second)).toMatchObject({ code: 0 });
  const back = { DATABASE_URL: urlOf(target), DATA_DIR: await folder() };
  expect(await anjuan(back, 'restore', second)).toMatchObject({ code: 0 });
  expect(await recorded(target)).toEqual(await recorded(source));
}, 180_000);
