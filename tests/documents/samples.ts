/** The smallest files of their kinds, as their programs write them, and such as nobody should send. */
import { randomBytes } from 'node:crypto';
import { zipOf } from '../../libs/tables/src/testing.js';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const part = (name: string, text: string) => ({ name, content: Buffer.from(text) });
const office = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`;

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const png = Buffer.concat([
  hex('89504e470d0a1a0a 0000000d49484452 0000000100000001080600000 01f15c489'),
  hex('0000000a49444154789c6300010000050001 0d0a2db4 0000000049454e44ae426082'),
]);
export const jpg = Buffer.concat([
  hex('ffd8ffe000104a46494600010100000100010000'),
  randomBytes(200),
  hex('ffd9'),
]);
export const mp4 = Buffer.concat([
  hex('00000018 66747970 69736f6d 00000200 69736f6d 6d703432'),
  randomBytes(200),
]);
export const wav = Buffer.concat([
  Buffer.from('RIFF'),
  hex('24000000'),
  Buffer.from('WAVEfmt '),
  Buffer.alloc(28),
]);
export const documentParts = [
  part('[Content_Types].xml', office('wordprocessingml.document')),
  part('_rels/.rels', '<Relationships/>'),
  part('word/document.xml', '<w:document/>'),
];
export const docx = zipOf(documentParts);
export const xlsx = zipOf([
  part('[Content_Types].xml', office('spreadsheetml.sheet')),
  part('xl/x.xml', '<x/>'),
]);
export const ofd = zipOf([part('OFD.xml', '<ofd:OFD/>'), part('Doc_0/Document.xml', '<ofd:Document/>')]);
export const zip = zipOf([part('笔录.txt', '现场笔录')]);
export const docxWithMacros = zipOf([...documentParts, part('word/vbaProject.bin', 'Sub AutoOpen()')]);
/** As Office keeps a document with a password, and as it kept all of them before 2007. */
export const oldOffice = Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.alloc(2048)]);
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = Buffer.from('\ufeff \n<!DOCTYPE html><script>alert(1)</script>');
export const program = Buffer.concat([Buffer.from('MZ'), randomBytes(300)]);

/** Bit 0 of the flags of each part, in both places: encrypted. */
export const docxWithPassword = ((): Buffer => {
  const bytes = Buffer.from(docx);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    const signature = bytes.readUInt32LE(at);
    if (signature === 0x04034b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 6) | 1, at + 6);
    if (signature === 0x02014b50) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  }
  return bytes;
})();
