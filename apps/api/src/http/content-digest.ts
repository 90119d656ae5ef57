import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from './problems.js';

const form = /^ *sha-256=:([A-Za-z0-9+/]{43}=): *$/;
/** A client that sends a digest relies on the comparison. */
const notCompared = ['repr-digest', 'digest', 'content-md5'];
const announced = /digest|content-md5/i;
const cure = '可改用 Content-Digest: sha-256=:…:，本系统核对；Content-Digest: sha-256=:…: is compared here';

const refused = (detail: string) => new Problem('malformed-request', detail);

/**
 * The SHA-256 that the sender says the body has (Content-Digest, RFC 9530), 64 lower-case hex digits.
 * @throws Problem `malformed-request` for another algorithm, more than one, or another header that says it
 */
export const statedSha256 = (headers: IncomingHttpHeaders): string | undefined => {
  const other = notCompared.find((name) => headers[name] !== undefined);
  if (other !== undefined) throw refused(`本系统不核对 ${other}，${cure}，${other} is not`);
  if (announced.test(headers.trailer ?? ''))
    throw refused(`正文之后的摘要不予核对，${cure}，one behind the body is not`);
  const given = headers['content-digest'];
  if (given === undefined) return undefined;
  const [, said = ''] = form.exec(String(given)) ?? [];
  const bytes = Buffer.from(said, 'base64');
  // Base64 has bits to spare: only one way to write it is taken.
  if (said === '' || bytes.toString('base64') !== said)
    throw refused(`Content-Digest 只能有一个 sha-256 摘要；Content-Digest: one sha-256 alone. ${cure}`);
  return bytes.toString('hex');
};

/** @throws Problem `content-altered` */
export const compare = (headers: IncomingHttpHeaders, content: Buffer): void => {
  const said = statedSha256(headers);
  if (said === undefined) return;
  const found = hash('sha256', content, 'hex');
  if (said !== found) throw contentAltered(said, found);
};

export const contentAltered = (said: string, found: string): Problem =>
  new Problem(
    'content-altered',
    `Content-Digest 所称 SHA-256 为 ${said}，收到的内容为 ${found}，未作处理；Content-Digest says ${said}, what arrived has ${found}: nothing was done`,
  );
