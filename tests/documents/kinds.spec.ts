/** Which files are taken: name, declared type and content have to be of one kind, which the installation takes. */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Admission, FileKindRefused, kindNames, usualKinds, type KindName } from '@anjuan/documents';
import { removeFolder } from '../support/folder.js';
import { temporaryFolder } from '../support/postgres.js';
import * as samples from './samples.js';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => removeFolder(folder));

const nameless = 'application/octet-stream';
type Place = 'name' | 'declared' | 'content';
const refusal = (error: unknown): readonly Place[] => {
  if (!(error instanceof FileKindRefused)) throw error;
  for (const { zh, en } of error.faults) expect(`${zh} ${en}`).toMatch(/：.+: /);
  return error.faults.map(({ at }) => at);
};
/** Under which type it is kept, or where it is wrong. */
const judged = async (
  name: string,
  content: Buffer,
  declared = nameless,
  taken: readonly KindName[] = usualKinds,
): Promise<string | readonly Place[]> => {
  const place = join(folder, 'file');
  await writeFile(place, content);
  const admission = new Admission(taken);
  try {
    const announced = admission.announced(name, declared);
    await admission.arrived(place, content.length, announced);
    return announced.mediaType;
  } catch (error) {
    return refusal(error);
  }
};

const gb = Buffer.from([0xcf, 0xd6, 0xb3, 0xa1, 0xb1, 0xca, 0xc2, 0xbc]);
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('现场笔录\r\n', 'utf16le')]);

describe('A file whose name, declared type and content agree', () => {
  it.each<[string, Buffer, string, string]>([
    ['笔录.pdf', samples.pdf, 'application/pdf', 'application/pdf'],
    ['笔录.PDF', samples.pdf, nameless, 'application/pdf'],
    ['公文.ofd', samples.ofd, nameless, 'application/ofd'],
    ['报告.docx', samples.docx, nameless, expect.stringMatching(/wordprocessingml\.document$/) as string],
    ['台账.xlsx', samples.xlsx, nameless, expect.stringMatching(/spreadsheetml\.sheet$/) as string],
    ['照片.jpeg', samples.jpg, 'image/jpeg', 'image/jpeg'],
    ['照片.png', samples.png, 'image/png', 'image/png'],
    ['录像.mp4', samples.mp4, 'video/mp4', 'video/mp4'],
    ['录音.wav', samples.wav, nameless, 'audio/wav'],
    ['笔录.txt', Buffer.from('现场笔录\n'), 'text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
    ['笔录.txt', gb, nameless, 'text/plain'],
    ['笔录.txt', utf16, nameless, 'text/plain'],
    ['BM.txt', Buffer.from('BM 与 MZ 开头的文字；1 < 2'), nameless, 'text/plain'],
    ['长.txt', Buffer.from('现'.repeat(100_000)), nameless, 'text/plain'],
    ['台账.csv', Buffer.from('名称,数量\n茶叶,3\n'), 'text/csv', 'text/csv'],
    ['附件.1.pdf', samples.pdf, nameless, 'application/pdf'],
  ])('is taken: %s', async (name, content, declared, kept) => {
    expect(await judged(name, content, declared)).toEqual(kept);
  });
});

describe('A file that is refused by its name', () => {
  it.each([
    '附件',
    '.pdf',
    'x.exe',
    'x.html',
    'x.svg',
    'x.doc',
    'x.zip',
    'x.docm',
    'x.pdf.exe',
    'x.constructor',
  ])('%s', async (name) => {
    expect(await judged(name, samples.pdf)).toEqual(['name']);
  });

  it('may be taken by an installation that says so, and others no more', async () => {
    expect(await judged('x.zip', samples.zip, nameless, ['zip'])).toBe('application/zip');
    expect(await judged('x.doc', samples.oldOffice, nameless, ['doc'])).toBe('application/msword');
    expect(await judged('x.pdf', samples.pdf, nameless, ['zip'])).toEqual(['name']);
  });
});

describe('A file that is refused by the type it is sent under', () => {
  it.each([
    ['x.pdf', 'image/png'],
    ['x.pdf', 'text/html'],
    ['x.txt', 'text/html'],
    ['x.jpg', 'image/svg+xml'],
  ])('%s as %s', async (name, declared) => {
    expect(await judged(name, samples.pdf, declared)).toEqual(['declared']);
  });
});

describe('A file that is refused by what it is', () => {
  it.each<[string, string, Buffer]>([
    ['an empty one', 'x.txt', Buffer.alloc(0)],
    ['a page named PDF', 'x.pdf', samples.html],
    ['a drawing with a script named PDF', 'x.pdf', samples.svg],
    ['a drawing with a script named JPEG', 'x.jpg', samples.svg],
    ['a page named text', 'x.txt', samples.html],
    ['a drawing with a script named table', 'x.csv', samples.svg],
    ['a page in UTF-16 named text', 'x.txt', Buffer.from('\ufeff<html>', 'utf16le')],
    ['text named PDF', 'x.pdf', Buffer.from('现场笔录')],
    ['a program named PDF', 'x.pdf', samples.program],
    ['a program named text', 'x.txt', samples.program],
    ['noise named text', 'x.txt', randomBytes(100_000)],
    ['text whose end is noise', 'x.txt', Buffer.concat([Buffer.from('字'.repeat(70_000)), randomBytes(999)])],
    ['noise named PDF', 'x.pdf', randomBytes(1000)],
    ['a JPEG named PNG', 'x.png', samples.jpg],
    ['a ZIP named DOCX', 'x.docx', samples.zip],
    ['a DOCX named XLSX', 'x.xlsx', samples.docx],
    ['a DOCX named OFD', 'x.ofd', samples.docx],
    ['a ZIP named OFD', 'x.ofd', samples.zip],
    ['an OFD named DOCX', 'x.docx', samples.ofd],
    ['a DOCX with macros', 'x.docx', samples.docxWithMacros],
    ['a DOCX with a password, as a ZIP has it', 'x.docx', samples.docxWithPassword],
    ['a DOCX with a password, as Office has it', 'x.docx', samples.oldOffice],
    ['a DOCX cut short', 'x.docx', samples.docx.subarray(0, -30)],
    ['a PDF behind something else', 'x.pdf', Buffer.concat([Buffer.from('GIF89a'), samples.pdf])],
    ['a PDF that is a ZIP too', 'x.pdf', Buffer.concat([samples.pdf, samples.zip])],
    ['a picture that is a ZIP too', 'x.jpg', Buffer.concat([samples.jpg, samples.zip])],
    ['a picture that is a PDF too', 'x.jpg', Buffer.concat([samples.jpg.subarray(0, 99), samples.pdf])],
    ['text that is a PDF too', 'x.txt', Buffer.concat([Buffer.from('笔录\n'), samples.pdf])],
    ['a DOCX by its beginning, another ZIP by its end', 'x.docx', Buffer.concat([samples.docx, samples.zip])],
    ['a DOCX behind something else', 'x.docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), samples.docx])],
  ])('%s', async (_, name, content) => {
    const faults = await judged(name, content);
    expect(new Set(faults)).toEqual(new Set(['content']));
  });

  it('a ZIP named otherwise, also where ZIPs are taken', async () => {
    expect(await judged('x.zip', samples.docx, nameless, kindNames)).toEqual(['content']);
    expect(await judged('x.doc', samples.docx, nameless, kindNames)).toEqual(['content']);
  });

  it('with everything that is wrong at once', async () => {
    const two = Buffer.concat([samples.jpg, samples.zip]);
    expect(await judged('x.png', two)).toEqual(['content', 'content']);
  });
});
