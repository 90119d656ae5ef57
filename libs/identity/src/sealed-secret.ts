/** A secret that the database keeps and must not tell: under a key made of the issuer's, for one account alone. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const keyOf = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'anjuan second factor', 32));

export interface Seals {
  seal(account: string, secret: string): string;
  /** Throws where no key that there is has sealed it for that account. */
  open(account: string, sealed: string): string;
}

const openedBy = (key: string, account: string, sealed: Buffer): string | undefined => {
  const open = createDecipheriv(cipher, keyOf(key), sealed.subarray(0, nonceBytes));
  open.setAAD(Buffer.from(account)).setAuthTag(sealed.subarray(-tagBytes));
  try {
    const text = open.update(sealed.subarray(nonceBytes, -tagBytes));
    return Buffer.concat([text, open.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};

/** The newest key seals; each of them opens. */
export const sealsUnder = (keys: readonly string[]): Seals => ({
  seal: (account, secret) => {
    const nonce = randomBytes(nonceBytes);
    const seal = createCipheriv(cipher, keyOf(keys[0] ?? ''), nonce).setAAD(Buffer.from(account));
    const sealed = [nonce, seal.update(secret, 'utf8'), seal.final()];
    return Buffer.concat([...sealed, seal.getAuthTag()]).toString('base64url');
  },
  open: (account, sealed) => {
    const bytes = Buffer.from(sealed, 'base64url');
    for (const key of keys) {
      const secret = openedBy(key, account, bytes);
      if (secret !== undefined) return secret;
    }
    throw new Error(
      `账号 ${account} 的两步验证无法读取：issuer.keys 中没有加密它的密钥。请恢复 issuer.keys，或者由一名管理员将该账号销户，另一名管理员重新开通（管理员本人：在服务器上运行 anjuan admin reset）。The second factor of the account ${account} cannot be read: issuer.keys has not the key that sealed it. Restore issuer.keys, or let one administrator close the account and another open it anew (for an administrator: anjuan admin reset, on the machine itself).`,
    );
  },
});
