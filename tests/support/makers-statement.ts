/** What a maker of devices states of a key, with a certificate of its own: genuine as far as anybody can check. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Attested, type Cbor } from './passkey-stand-in.js';

/** X.690, as far as a certificate needs it. */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const time = (text: string) => der(0x17, Buffer.from(text));
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes);
const number = (value: number) => der(0x02, Buffer.from([value]));
const named = (type: string, value: string) => der(0x31, sequence(oid(type), der(0x13, Buffer.from(value))));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const name = sequence(
  named('550406', 'CN'),
  named('55040a', 'Maker'),
  named('55040b', 'Authenticator Attestation'),
  named('550403', 'Maker of keys'),
);
const noAuthority = der(0xa3, sequence(sequence(oid('551d13'), der(0x04, sequence()))));

const signed = (bytes: Buffer, key: KeyObject): Buffer => createSign('sha256').update(bytes).sign(key);

const maker = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const certificate = (() => {
  const content = sequence(
    der(0xa0, number(2)),
    number(1),
    ecdsaWithSha256,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    maker.publicKey.export({ type: 'spki', format: 'der' }),
    noAuthority,
  );
  return sequence(content, ecdsaWithSha256, bits(signed(content, maker.privateKey)));
})();

/** W3C Web Authentication, 8.2. */
export const packedStatement = ({ authData, clientDataHash }: Attested): Cbor =>
  new Map<string, Cbor>([
    ['alg', -7],
    ['sig', signed(Buffer.concat([authData, clientDataHash]), maker.privateKey)],
    ['x5c', [certificate]],
  ]);

/** The same, 8.6. */
export const u2fStatement = ({ rpIdHash, clientDataHash, id, publicKey }: Attested): Cbor => {
  const content = Buffer.concat([Buffer.from([0]), rpIdHash, clientDataHash, id, publicKey]);
  return new Map<string, Cbor>([
    ['sig', signed(content, maker.privateKey)],
    ['x5c', [certificate]],
  ]);
};
