import { appendFile, cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupFailed, BackupRefused } from '@anjuan/backup';
import type pg from 'pg';
import { testDatabase } from '../support/postgres.js';
import {
  backedUp,
  copyOf,
  exists,
  filled,
  folder,
  forged,
  placeOfPaper,
  prepared,
  recorded,
  restored,
  reported,
} from './record.js';

let source: pg.PoolConfig;
let target: pg.PoolConfig;
let place: string;
let copies = 0;
const files = () => join(place, 'files');
const whole = () => join(place, 'whole');

beforeAll(async () => {
  place = await folder();
  source = await testDatabase();
  target = await testDatabase();
  await filled(source, files());
  await prepared(target);
  await backedUp(source, files(), whole());
});

/** Refused with these words, and nothing is left. */
const refused = async (backup: string, words: RegExp): Promise<void> => {
  const into = join(place, 'restored');
  const restoring = restored(backup, target, into);
  await expect(restoring).rejects.toThrow(BackupRefused);
  await expect(restoring).rejects.toThrow(words);
  expect(await recorded(target)).toEqual([]);
  expect(await reported(target, 'SELECT * FROM documents.file')).toEqual([]);
  expect(await exists(into)).toBe(false);
  expect(await exists(`${into}.unfinished`)).toBe(false);
};

const permitted =
  'ALTER TABLE ledger.log DISABLE TRIGGER events_are_permanent; ALTER TABLE ledger.streams DISABLE TRIGGER streams_are_permanent';
const last = '(SELECT max(position) FROM ledger.log)';
const bytes = (from: string, to: string) =>
  `UPDATE ledger.log SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '${from}', '${to}'), 'UTF8') WHERE position = 4`;

it.each<[string, RegExp, ...string[]]>([
  [
    'a gap in the positions',
    /positions are not dense \(position 8\)/,
    `UPDATE ledger.log SET position = 8 WHERE position = ${last}`,
    'UPDATE ledger.log_head SET position = 8',
  ],
  [
    'a gap in the revisions',
    /a stream has a gap, or is out of order \(position 6\)/,
    'UPDATE ledger.log SET revision = 9 WHERE position = 6',
  ],
  [
    'two events of a stream in the wrong order',
    /a stream has a gap, or is out of order/,
    'UPDATE ledger.log SET revision = 9 WHERE position = 4; UPDATE ledger.log SET revision = 2 WHERE position = 5; UPDATE ledger.log SET revision = 3 WHERE position = 4',
  ],
  ['a byte that breaks the form', /position 4 is not as sealed/, bytes('"actors":', '"actors" ')],
  ['a byte in the id', /position 4 is not as sealed/, bytes('"id":"', '"id":"0')],
  ['a byte in the name of the stream', /position 4 is not as sealed/, bytes('case-a', 'case-c')],
  ['members in another order', /position 4 is not as sealed/, bytes('{"actors":[],', '{"z":0,"actors":[],')],
  [
    'an id that its command did not give',
    /position 4 is not as sealed/,
    bytes('"id":"', '"id":"0').replace('WHERE', ', id = gen_random_uuid() WHERE'),
  ],
  [
    'another name of a stream',
    /position 1 is not as sealed/,
    "UPDATE ledger.streams SET name = 'case-c' WHERE number = 1",
  ],
  [
    'streams numbered in another order',
    /a stream is not numbered in the order of beginning/,
    'UPDATE ledger.log SET stream = 5 - stream; UPDATE ledger.streams SET number = 5 - number',
  ],
  [
    'a stream too many',
    /the head does not know how many streams there are/,
    "INSERT INTO ledger.streams VALUES (3, 'case-c')",
  ],
  [
    'an event of no stream',
    /position 4 is not as sealed|a stream/,
    'UPDATE ledger.log SET stream = 9 WHERE position = 4',
  ],
  [
    'a head before the last event',
    /the head is not the last event/,
    'UPDATE ledger.log_head SET position = 6',
  ],
  [
    'a head of another time',
    /the head is not the last event/,
    "UPDATE ledger.log_head SET recorded_at = recorded_at + interval '1 second'",
  ],
  ['no head', /there is no head/, 'DELETE FROM ledger.log_head'],
  [
    "a command under another's short hash",
    /the command of an event is not known, or not by its last event \(position 7\)/,
    'UPDATE ledger.log SET command = command + 1 WHERE position = 7',
  ],
  [
    'an unknown command',
    /the command of an event is not known, or not by its last event \(position 7\)/,
    'UPDATE ledger.log SET command = NULL, digest = NULL WHERE position = 7',
  ],
  [
    'a command that is answered before its last event',
    /the command of an event is not known, or not by its last event \(position 1\)/,
    "UPDATE ledger.log SET command = 7, digest = '\\x00' WHERE position = 1",
  ],
  [
    'an altered value beside the record',
    /disclosure \S+ was altered/,
    "UPDATE ledger.disclosures SET disclosure = disclosure || 'A'",
  ],
])('A backup of a record with %s is refused, though its seal is right', async (_, words, ...statements) => {
  const altered = await copyOf(source, `altered_${++copies}`);
  await reported(altered, permitted, ...statements);
  const backup = join(place, `altered-${copies}`);
  await backedUp(altered, files(), backup);
  await refused(backup, words);
});

const events = 'ledger.log.copy';
it.each<[string, RegExp, (backup: string) => Promise<void>]>([
  ['an altered table', /damaged \(ledger\.log\.copy\)/, (backup) => flipped(join(backup, events))],
  ['a table cut short', /damaged \(ledger\.log\.copy\)/, (backup) => truncate(join(backup, events), 100)],
  ['a missing table', /damaged \(issuer\.keys\.copy\)/, (backup) => rm(join(backup, 'issuer.keys.copy'))],
  ['an altered paper', /damaged \([0-9a-f]{64}\)/, (backup) => flipped(placeOfPaper(join(backup, 'files')))],
  ['a missing paper', /damaged \([0-9a-f]{64}\)/, (backup) => rm(placeOfPaper(join(backup, 'files')))],
  [
    'a longer list of papers',
    /damaged \(files\.jsonl\)/,
    (backup) => appendFile(join(backup, 'files.jsonl'), '\n'),
  ],
  ['no manifest', /not a whole backup/, (backup) => rm(join(backup, 'manifest.json'))],
  [
    'an altered manifest',
    /damaged \(manifest\.json\)/,
    (backup) => replaced(backup, '"head": 7', '"head": 6'),
  ],
  ['half a manifest', /damaged \(manifest\.json\)/, (backup) => truncate(join(backup, 'manifest.json'), 200)],
  [
    'a manifest that says nothing',
    /damaged \(manifest\.json\)/,
    (b) => writeFile(join(b, 'manifest.json'), 'null'),
  ],
  [
    'a newer form',
    /newer program \(9\.0\.0\): restore it with that version/,
    (backup) => forged(backup, (manifest) => Object.assign(manifest, { format: 2, program: '9.0.0' })),
  ],
  [
    'a table of a newer program',
    /holds ledger\.seals, which this program does not know/,
    (backup) =>
      forged(backup, ({ tables }) => {
        tables['ledger.seals'] = { columns: ['a'] };
      }),
  ],
  [
    'a column of a newer program',
    /holds documents\.file\.seal, which this program does not know/,
    (backup) => forged(backup, ({ tables }) => tables['documents.file']?.columns.push('seal')),
  ],
])('A backup with %s is refused', async (_, words, damage) => {
  const backup = join(place, `damaged-${++copies}`);
  await cp(whole(), backup, { recursive: true });
  await damage(backup);
  await refused(backup, words);
});

const flipped = async (file: string): Promise<void> => {
  const content = await readFile(file);
  content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
  await writeFile(file, content);
};
const replaced = async (backup: string, from: string, to: string): Promise<void> => {
  const manifest = join(backup, 'manifest.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(from, to));
};

it.each(['missing', 'damaged'])('No backup is taken while a paper is %s', async (how) => {
  const others = join(place, `files-${how}`);
  await cp(files(), others, { recursive: true });
  await (how === 'missing' ? rm(placeOfPaper(others)) : flipped(placeOfPaper(others)));
  const to = join(place, `of-${how}`);
  const restoring = backedUp(source, others, to);
  await expect(restoring).rejects.toThrow(BackupFailed);
  await expect(restoring).rejects.toThrow(/^文件 [0-9a-f]{64} 缺失或者已损坏.*is missing or damaged/);
  expect(await exists(to)).toBe(false);
});

it('No backup is taken of a database without a record, nor into a folder with something in it', async () => {
  await expect(backedUp(await testDatabase(), files(), join(place, 'none'))).rejects.toThrow(
    /holds no record/,
  );
  await expect(backedUp(source, files(), whole())).rejects.toThrow(/is not empty/);
});

it('The whole one is restored into the same database, once', async () => {
  const into = join(place, 'restored');
  expect(await restored(whole(), target, into)).toMatchObject({ events: 7, files: 1 });
  expect(await recorded(target)).toEqual(await recorded(source));
  expect(await readFile(placeOfPaper(into))).toEqual(await readFile(placeOfPaper(files())));
  await expect(restored(whole(), target, join(place, 'elsewhere'))).rejects.toThrow(/ledger\.log holds data/);
});
