import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { howSignedInBy } from './how-signed-in.js';
import { issuedAtOf } from './issued-at.js';
import { type VerifiedToken, VerifiedTokens } from './verified-tokens.js';

/** Never `none`, never a shared secret: those an issuer's public key could be misused for. */
const algorithms = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];
/** Seconds the issuer's clock and ours may differ. */
const clockTolerance = 5;
const discoveryTimeoutMs = 5000;

/** The bearer token is not valid; the message may be shown to its sender. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** No verdict on the token: the issuer's keys could not be had. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

export interface TokenVerifierOptions {
  readonly issuerUrl: string;
  readonly audience: string;
  /** The scope that the token must have, where the issuer states one; by default none is required. */
  readonly scope?: string;
  /** Where the issuer's public keys are; by default what its discovery document says. */
  readonly jwksUri?: string;
  /** Whether the token’s session is open, where the issuer can say; a token without one is older than this check. */
  readonly isOpen?: (session: string) => Promise<boolean>;
  /** The public keys themselves, of an issuer in the same process: nothing is fetched. */
  readonly jwks?: JSONWebKeySet;
}

export interface TokenVerifier {
  /** Takes the bare token, without `Bearer`. Throws `TokenRefused` or `IssuerUnreachable`. */
  verify(bearer: string): Promise<VerifiedToken>;
  /** The account's tokens are looked at anew, as after a session has ended. */
  forget(subject: string): void;
}

const unreachable = (issuerUrl: string, cause: unknown) =>
  new IssuerUnreachable(
    `无法取得登录服务 ${issuerUrl} 的公钥，请检查该服务与网络。The keys of the issuer ${issuerUrl} cannot be had; check that it is running and reachable.`,
    { cause },
  );

const discoveredKeys = async (issuerUrl: string): Promise<JWTVerifyGetKey> => {
  const response = await fetch(`${issuerUrl.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    // Only the place that is configured says which keys count.
    redirect: 'error',
    signal: AbortSignal.timeout(discoveryTimeoutMs),
  });
  if (!response.ok) throw new Error(`its discovery document answers with status ${response.status}`);
  const document: unknown = await response.json();
  if (typeof document !== 'object' || document === null)
    throw new Error('its discovery document is no object');
  // OpenID Connect Discovery 1.0, 4.3.
  if (!('issuer' in document) || document.issuer !== issuerUrl)
    throw new Error('its discovery document is that of another issuer, or names none');
  if (!('jwks_uri' in document) || typeof document.jwks_uri !== 'string')
    throw new Error('its discovery document names no jwks_uri');
  return createRemoteJWKSet(new URL(document.jwks_uri));
};

/** Found at the first token and kept; after a failure the next token tries again. */
const lazyKeys = ({ issuerUrl, jwksUri, jwks }: TokenVerifierOptions) => {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const find = async (): Promise<JWTVerifyGetKey> => {
    if (jwks !== undefined) return createLocalJWKSet(jwks);
    return jwksUri === undefined ? discoveredKeys(issuerUrl) : createRemoteJWKSet(new URL(jwksUri));
  };
  return async (): Promise<JWTVerifyGetKey> => {
    keys ??= find();
    try {
      return await keys;
    } catch (error) {
      keys = undefined;
      throw unreachable(issuerUrl, error);
    }
  };
};

const claimProblems: Record<string, string> = {
  iss: '令牌不是由受信任的登录服务签发。The token was issued by another issuer.',
  aud: '令牌不是签发给本系统的。The token was issued for another audience.',
  typ: '不是访问令牌。This is not an access token (typ must be at+jwt).',
  exp: '令牌没有有效期。The token has no time of expiry.',
  sub: '令牌没有账号。The token names no subject.',
  sid: '该次登录已结束，请重新登录。The session of the token has ended; sign in again.',
  nbf: '令牌尚未生效。The token is not valid yet.',
  scope:
    '令牌未获准访问本系统，请以 scope “openid api” 登录。The token is not for this API: sign in with the scope "openid api".',
};

const reasonOf = (error: unknown): string | undefined => {
  if (error instanceof errors.JWTExpired)
    return '令牌已过期，请重新登录。The token has expired; sign in again.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return claimProblems[error.claim] ?? '令牌的内容不符合要求。A claim of the token is not acceptable.';
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return '不接受令牌的签名算法。The signature algorithm of the token is not accepted.';
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return '令牌的签名无效。The signature of the token is not valid.';
  }
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return '令牌格式不正确。The token is malformed.';
  }
  return undefined;
};

const checked = async (
  bearer: string,
  keys: JWTVerifyGetKey,
  options: TokenVerifierOptions,
): Promise<JWTPayload> => {
  try {
    const { payload } = await jwtVerify(bearer, keys, {
      issuer: options.issuerUrl,
      audience: options.audience,
      typ: 'at+jwt',
      algorithms,
      clockTolerance,
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw unreachable(options.issuerUrl, error);
    throw new TokenRefused(reason, { cause: error });
  }
};

const allows = (given: unknown, wanted: string | undefined): boolean =>
  wanted === undefined || (typeof given === 'string' && given.split(' ').includes(wanted));

/**
 * Checks signature, issuer, audience, expiry, type `at+jwt` and algorithm. Fetches nothing before the first token; a
 * token found good is not checked again for a minute at most.
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const keys = lazyKeys(options);
  const known = new VerifiedTokens();
  return {
    forget: (subject) => {
      known.forget(subject);
    },
    verify: async (bearer) => {
      const verified = known.get(bearer);
      if (verified) return verified;
      const payload = await checked(bearer, await keys(), options);
      const { iss, sub, iat = 0, exp = 0, scope } = payload;
      if (iss === undefined || sub === undefined || sub === '') {
        throw new TokenRefused(claimProblems['sub']);
      }
      if (!allows(scope, options.scope)) throw new TokenRefused(claimProblems['scope']);
      const latest = (iat || Math.floor(Date.now() / 1000)) + clockTolerance;
      const said = { issuedAt: issuedAtOf(payload), ...howSignedInBy(payload, latest) };
      const account = { issuer: iss, subject: sub, ...said };
      if (account.session !== undefined && (await options.isOpen?.(account.session)) === false)
        throw new TokenRefused(claimProblems['sid']);
      known.keep(bearer, account, (exp + clockTolerance) * 1000);
      return account;
    },
  };
};
