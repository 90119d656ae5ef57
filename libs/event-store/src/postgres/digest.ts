const sha256InHex = /^[0-9a-f]{64}$/;
const hashLength = 32;

/**
 * A command's digest as it is stored, in hexadecimal digits: a SHA-256 as its 32 bytes, any other text as UTF-8 after
 * one NUL, or two where one would make it 32 bytes long. The text itself holds no NUL.
 */
export function storedDigest(digest: string): string {
  if (sha256InHex.test(digest)) return digest;
  const text = Buffer.from(digest, 'utf8').toString('hex');
  return `${text.length / 2 + 1 === hashLength ? '0000' : '00'}${text}`;
}

export function digestFrom(stored: Buffer): string {
  if (stored.length === hashLength) return stored.toString('hex');
  return stored.toString('utf8').replace(/^\0+/, '');
}

/** The same as storedDigest in SQL, as bytea. */
export const storedDigestInSql = (digest: string): string => `CASE
  WHEN ${digest} ~ '^[0-9a-f]{64}$' THEN decode(${digest}, 'hex')
  WHEN octet_length(${digest}) = 31 THEN '\\x0000'::bytea || convert_to(${digest}, 'UTF8')
  ELSE '\\x00'::bytea || convert_to(${digest}, 'UTF8') END`;
