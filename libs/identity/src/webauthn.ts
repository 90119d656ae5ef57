/** What browsers and devices answer, checked (W3C Web Authentication, Level 3). The library is loaded at its first use. */
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

const library = () => import('@simplewebauthn/server');

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;

/** Whose passkeys they are: of one host name, used on pages of one origin. */
export type RelyingParty = Readonly<{ id: string; origin: string }>;

export const relyingPartyAt = ({ hostname, origin }: URL): RelyingParty => ({ id: hostname, origin });

/** Browsers make none for an address by number. */
export const hasNoName = ({ id }: RelyingParty): boolean => isIP(id.replaceAll(/[[\]]/g, '')) !== 0;

const es256 = -7;
const rs256 = -257;
const eddsa = -8;
const algorithms = [eddsa, es256, rs256];
const patienceMs = 5 * 60_000;

type Known = Readonly<{ id: string; transports: readonly string[] }>;
type Transport = NonNullable<RegistrationResponseJSON['response']['transports']>[number];
const transportNames: Readonly<Record<Transport, true>> = {
  ble: true,
  cable: true,
  hybrid: true,
  internal: true,
  nfc: true,
  'smart-card': true,
  usb: true,
};
const isTransport = (name: unknown): name is Transport =>
  typeof name === 'string' && Object.hasOwn(transportNames, name);
const described = ({ id, transports }: Known) => ({ id, transports: transports.filter(isTransport) });

export const userHandleOf = (accountId: string): Buffer<ArrayBuffer> =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex');

export const creationOptions = async (
  rp: RelyingParty,
  { accountId, login, known }: Readonly<{ accountId: string; login: string; known: readonly Known[] }>,
): Promise<CreationOptions> => {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: '案卷 Anjuan',
    rpID: rp.id,
    userID: userHandleOf(accountId),
    userName: login,
    timeout: patienceMs,
    // Which make of device it is, is nobody's business here.
    attestationType: 'none',
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    supportedAlgorithmIDs: algorithms,
  });
};

export const requestOptions = async (rp: RelyingParty, known: readonly Known[]): Promise<RequestOptions> => {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: rp.id,
    timeout: patienceMs,
    allowCredentials: known.map(described),
    userVerification: 'preferred',
  });
};

/** Of whichever account has one on the device; the device checks who uses it. Made without the library: it is of every page. */
export const aloneOptions = (rp: RelyingParty) => ({
  challenge: randomBytes(32).toString('base64url'),
  rpId: rp.id,
  timeout: patienceMs,
  allowCredentials: [],
  userVerification: 'required' as const,
});
export type AloneOptions = ReturnType<typeof aloneOptions>;

const longest = 12_000;
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const base64url = /^[\w-]{1,12000}$/;
const isBytes = (value: unknown): value is string => typeof value === 'string' && base64url.test(value);

/** Undefined: it is no answer of a browser. */
const answerIn = (text: string): Readonly<{ id: string; response: Fields }> | undefined => {
  if (text.length > longest) return undefined;
  try {
    const answer: unknown = JSON.parse(text);
    if (!isFields(answer) || !isBytes(answer['id']) || answer['rawId'] !== answer['id']) return undefined;
    const { id, type, response } = answer;
    return type === 'public-key' && isFields(response) ? { id, response } : undefined;
  } catch {
    return undefined;
  }
};

/** A page elsewhere that shows ours in a frame. The library lets it pass. */
const isFramed = (clientData: string): boolean => {
  const said: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
  return !isFields(said) || (said['crossOrigin'] ?? false) !== false || said['topOrigin'] !== undefined;
};

/** `hardware`: the key leaves its device never, as far as the device says; else it is copied between devices. */
export type Registered = Readonly<{
  credential: string;
  publicKey: Uint8Array;
  counter: number;
  transports: readonly string[];
  hardware: boolean;
}>;

type Expected = Readonly<{ rp: RelyingParty; challenge: string }>;

/**
 * A statement of a maker comes with certificates, which name addresses to fetch: only keys that vouch for themselves are
 * taken. The library takes anything without a size for an empty statement.
 */
const vouchesForItself = async (attestation: string): Promise<boolean> => {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, 'base64url')));
  const format: string = decoded.get('fmt');
  const statement: unknown = decoded.get('attStmt');
  if (!(statement instanceof Map)) return false;
  return (format === 'none' && statement.size === 0) || (format === 'packed' && !statement.has('x5c'));
};

/** Undefined: it is not what was asked for. */
export const registered = async (
  text: string,
  { rp, challenge }: Expected,
): Promise<Registered | undefined> => {
  const answer = answerIn(text);
  if (!answer) return undefined;
  const { clientDataJSON, attestationObject, transports } = answer.response;
  if (!isBytes(clientDataJSON) || !isBytes(attestationObject)) return undefined;
  const named = Array.isArray(transports) ? transports.filter(isTransport) : [];
  const { verifyRegistrationResponse } = await library();
  try {
    if (isFramed(clientDataJSON) || !(await vouchesForItself(attestationObject))) return undefined;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id: answer.id, rawId: answer.id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject, transports: named },
      },
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified || registrationInfo.credential.id !== answer.id) return undefined;
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      ...{ credential: credential.id, publicKey: credential.publicKey, counter: credential.counter },
      ...{ transports: named, hardware: credentialDeviceType === 'singleDevice' },
    };
  } catch {
    // Everything that a device or a stranger can send wrongly is an error of the library.
    return undefined;
  }
};

export const credentialNamed = (text: string): string | undefined => answerIn(text)?.id;

type Passkey = Readonly<{ credential: string; account: string; publicKey: Uint8Array }>;

/** The device's count of its signatures, which the caller compares, and whether it has checked who uses it. */
export type Asserted = Readonly<{ counter: number; verified: boolean }>;

/** The device may say whose key it is, and must where nobody has said before. */
const isOf = (account: string, { handle, named }: Readonly<{ handle: unknown; named: boolean }>): boolean =>
  handle === undefined ? !named : handle === userHandleOf(account).toString('base64url');

/** Undefined: it is not what was asked for. `named`: the device is to say whose key it is, for nobody has said before. */
export const asserted = async (
  text: string,
  { credential, account, publicKey }: Passkey,
  { rp, challenge, named = false }: Expected & Readonly<{ named?: boolean }>,
): Promise<Asserted | undefined> => {
  const answer = answerIn(text);
  if (answer?.id !== credential) return undefined;
  const { clientDataJSON, authenticatorData, signature, userHandle } = answer.response;
  if (!isBytes(clientDataJSON) || !isBytes(authenticatorData) || !isBytes(signature)) return undefined;
  if (!isOf(account, { handle: userHandle ?? undefined, named })) return undefined;
  const response: AuthenticationResponseJSON = {
    ...{ id: credential, rawId: credential, type: 'public-key', clientExtensionResults: {} },
    response: { clientDataJSON, authenticatorData, signature },
  };
  const { verifyAuthenticationResponse } = await library();
  try {
    if (isFramed(clientDataJSON)) return undefined;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: false,
      // The library compares it before the signature: a stranger could make a device seem copied.
      credential: { id: credential, publicKey: new Uint8Array(publicKey), counter: 0 },
    });
    const { newCounter: counter, userVerified } = authenticationInfo;
    return verified ? { counter, verified: userVerified } : undefined;
  } catch {
    return undefined;
  }
};
