/** A stand-in for a person's passkey and their browser: it signs whatever a test has it sign, also what no real one would. */
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

export type Cbor = number | string | Buffer | readonly Cbor[] | ReadonlyMap<number | string, Cbor>;

const head = (kind: number, size: number): Buffer => {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  const bytes = Buffer.alloc(size < 256 ? 2 : size < 65_536 ? 3 : 5);
  bytes[0] = (kind << 5) | (size < 256 ? 24 : size < 65_536 ? 25 : 26);
  bytes.writeUIntBE(size, 1, bytes.length - 1);
  return bytes;
};

/** RFC 8949, as far as passkeys use it. */
export const cbor = (value: Cbor): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([key, held]) => [cbor(key), cbor(held as Cbor)]),
    ]);
  const list = value as readonly Cbor[];
  return Buffer.concat([head(4, list.length), ...list.map(cbor)]);
};

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

export type Attested = Readonly<{
  authData: Buffer;
  clientDataHash: Buffer;
  rpIdHash: Buffer;
  id: Buffer;
  /** The point, uncompressed. */
  publicKey: Buffer;
}>;

/** How the answer is not what the page asked for. */
export type Wrongly = Readonly<{
  rpId?: string;
  origin?: string;
  challenge?: string;
  type?: string;
  crossOrigin?: boolean;
  userHandle?: string;
  flags?: number;
  counter?: number;
  /** As it is, or made of what it vouches for. */
  attestation?: Cbor | ((of: Attested) => Cbor);
  format?: string;
  /** More behind the authenticator data. */
  behind?: Buffer;
  id?: string;
}>;

type Asked = Readonly<{
  challenge: string;
  rp?: Readonly<{ id: string }>;
  rpId?: string;
  user?: Readonly<{ id: string }>;
}>;

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

export class PasskeyStandIn {
  readonly id = randomBytes(16);
  counter = 0;
  /** Whose it is, as the page of its registration said. */
  #handle = '';
  readonly #key: KeyObject;
  readonly #publicKey: Buffer;
  readonly #point: Buffer;

  constructor(readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#point = Buffer.concat([
      Buffer.from([4]),
      Buffer.from(x!, 'base64url'),
      Buffer.from(y!, 'base64url'),
    ]);
    this.#publicKey = cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ]),
    );
  }

  create(asked: Asked, wrongly: Wrongly = {}): string {
    this.#handle = asked.user?.id ?? '';
    const credential = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.#publicKey,
    ]);
    const authData = Buffer.concat([
      this.#data(asked, present | verified | attested, wrongly),
      credential,
      wrongly.behind ?? Buffer.alloc(0),
    ]);
    const client = this.#client('webauthn.create', asked, wrongly);
    const vouch = wrongly.attestation ?? new Map<string, Cbor>();
    const of = {
      ...{ authData, clientDataHash: sha256(client), rpIdHash: authData.subarray(0, 32) },
      ...{ id: this.id, publicKey: this.#point },
    };
    const attestationObject = cbor(
      new Map<string, Cbor>([
        ['fmt', wrongly.format ?? 'none'],
        ['attStmt', typeof vouch === 'function' ? vouch(of) : vouch],
        ['authData', authData],
      ]),
    );
    const clientDataJSON = base64url(client);
    return this.#answer({ clientDataJSON, attestationObject: base64url(attestationObject) }, wrongly);
  }

  get(asked: Asked, wrongly: Wrongly = {}): string {
    const data = this.#data(asked, present | verified, wrongly);
    const client = this.#client('webauthn.get', asked, wrongly);
    const signature = createSign('sha256')
      .update(Buffer.concat([data, sha256(client)]))
      .sign(this.#key);
    return this.#answer(
      {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        ...(wrongly.userHandle !== undefined && { userHandle: wrongly.userHandle }),
      },
      wrongly,
    );
  }

  /** In place of login and password: the device says whose it is. `unseen`: it has not checked who uses it. */
  getAlone(
    asked: Asked,
    { unseen = false, ...wrongly }: Wrongly & Readonly<{ unseen?: boolean }> = {},
  ): string {
    const flags = unseen ? { flags: present } : {};
    return this.get(asked, { userHandle: this.#handle, ...flags, ...wrongly });
  }

  #answer(response: object, { id = base64url(this.id) }: Wrongly): string {
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  #client(type: string, { challenge }: Asked, wrongly: Wrongly): string {
    return JSON.stringify({
      type: wrongly.type ?? type,
      challenge: wrongly.challenge ?? challenge,
      origin: wrongly.origin ?? this.origin,
      crossOrigin: wrongly.crossOrigin ?? false,
    });
  }

  #data({ rp, rpId }: Asked, flags: number, wrongly: Wrongly): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(wrongly.counter ?? (this.counter += 1));
    const of = wrongly.rpId ?? rpId ?? rp?.id ?? '';
    return Buffer.concat([sha256(of), Buffer.from([wrongly.flags ?? flags]), counter]);
  }
}
