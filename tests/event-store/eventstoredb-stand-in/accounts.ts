import type { Metadata } from '@grpc/grpc-js';

/** What an account may do; on the real server by the ACL of `$all` and the default ACL in `$settings`. */
export type Rights = Readonly<{
  password: string;
  readAll: boolean;
  read: boolean;
  write: boolean;
  admin: boolean;
}>;

const all = { readAll: true, read: true, write: true, admin: true };
const none = { readAll: false, read: false, write: false, admin: false };

export type Refusal = 'unauthenticated' | 'denied';

/** The accounts of the stand-in. Without any, everybody may do everything, as on a real server with `--insecure`. */
export class Accounts {
  readonly #known = new Map<string, Rights>();

  add(name: string, password: string, rights: Partial<Rights> = {}): void {
    this.#known.set(name, { ...all, admin: false, ...rights, password });
  }

  /** Whether the caller may do it; who names no account has no rights, who names it wrongly is not let in. */
  refuses(metadata: Metadata, right: keyof typeof all): Refusal | undefined {
    const rights = this.#rightsOf(metadata);
    if (rights === undefined) return 'unauthenticated';
    return rights[right] ? undefined : 'denied';
  }

  /** Whether a stream's own ACL, where it has one, keeps the caller from it. */
  keepsOut(metadata: Metadata, among: readonly string[] | undefined): Refusal | undefined {
    const mayPass = this.#known.size === 0 || among === undefined || among.includes(this.#given(metadata)[0]);
    return mayPass ? undefined : 'denied';
  }

  #rightsOf(metadata: Metadata): typeof all | undefined {
    if (this.#known.size === 0) return all;
    if (metadata.get('authorization').length === 0) return none;
    const [name, password] = this.#given(metadata);
    const known = this.#known.get(name);
    return known?.password === password ? known : undefined;
  }

  #given(metadata: Metadata): readonly [string, string | undefined] {
    const [given] = metadata.get('authorization');
    const [name = '', password] = Buffer.from(String(given).replace('Basic ', ''), 'base64')
      .toString('utf8')
      .split(':');
    return [name, password];
  }
}
