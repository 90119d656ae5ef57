import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

const daysKnown = 90;

/** A browser that signed in with a login is known to it by a signed cookie, which says nothing else and opens nothing. */
export interface KnownDevices {
  /** The browser's id, when its cookies prove that it signed in with this login before. */
  known(login: string, cookies: string | undefined): string | undefined;
  /** The `Set-Cookie` after a sign-in. */
  remember(login: string): string;
}

export const knownDevices = (keys: readonly string[], behindTls: boolean): KnownDevices => {
  const [newest = ''] = keys;
  const mac = (key: string, text: string) =>
    createHmac('sha256', key).update(`known device\n${text}`).digest();
  const name = (login: string) =>
    `${behindTls ? '__Host-' : ''}anjuan-known-${hash('sha256', login, 'hex').slice(0, 16)}`;
  return {
    known: (login, cookies) => {
      const start = `${name(login)}=`;
      const value = cookies?.split('; ').find((one) => one.startsWith(start));
      const [id = '', until = '', tag = ''] = value?.slice(start.length).split('.') ?? [];
      if (!(Number(until) * 1000 > Date.now())) return undefined;
      const given = Buffer.from(tag, 'base64url');
      const made = keys.map((key) => mac(key, `${login}\n${id}\n${until}`));
      return made.some((one) => one.length === given.length && timingSafeEqual(one, given)) ? id : undefined;
    },
    remember: (login) => {
      const id = randomBytes(16).toString('base64url');
      const seconds = daysKnown * 24 * 60 * 60;
      const until = String(Math.floor(Date.now() / 1000) + seconds);
      const tag = mac(newest, `${login}\n${id}\n${until}`).toString('base64url');
      const secure = behindTls ? '; Secure' : '';
      return `${name(login)}=${id}.${until}.${tag}; Path=/; Max-Age=${String(seconds)}; HttpOnly; SameSite=Lax${secure}`;
    },
  };
};
