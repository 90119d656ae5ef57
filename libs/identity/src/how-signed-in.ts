/** How and when somebody signed in, by the claims of RFC 9068, 2.2.1: written by our issuer, read from any. */
import { type JWTPayload } from 'jose';
import { type KoaContextWithOIDC } from 'oidc-provider';

/**
 * As far as the issuer says. `authTime`: seconds since 1970; `methods`: those of RFC 8176, such as `pwd`; `session`: the
 * one that the token belongs to.
 */
export type HowSignedIn = Readonly<{ authTime?: number; methods?: readonly string[]; session?: string }>;

/** Of the sign-in that the code came of, however often its tokens are renewed. */
export const howSignedIn = ({ oidc }: KoaContextWithOIDC): Readonly<Record<string, unknown>> => {
  const { authTime, amr, sessionUid } = oidc.entities.AuthorizationCode ?? oidc.entities.RefreshToken ?? {};
  return {
    ...(authTime !== undefined && { auth_time: authTime }),
    ...(amr && { amr }),
    ...(sessionUid !== undefined && { sid: sessionUid }),
  };
};

const mostMethods = 10;
const method = /^[\x21-\x7e]{1,40}$/;
const isMethod = (value: unknown): value is string => typeof value === 'string' && method.test(value);

const methodsIn = (amr: unknown): readonly string[] | undefined =>
  Array.isArray(amr) && amr.length > 0 && amr.length <= mostMethods && amr.every(isMethod) ? amr : undefined;

/** Nobody is given a token before they sign in: a time that says so says nothing. */
const timeIn = (authTime: unknown, latest: number): number | undefined =>
  typeof authTime === 'number' && Number.isSafeInteger(authTime) && authTime >= 0 && authTime <= latest
    ? authTime
    : undefined;

/** What is not of that form is as if it were not there. `latest`: seconds since 1970. */
export const howSignedInBy = (
  { auth_time: said, amr, sid }: Readonly<JWTPayload>,
  latest: number,
): HowSignedIn => {
  const authTime = timeIn(said, latest);
  const methods = methodsIn(amr);
  return {
    ...(authTime !== undefined && { authTime }),
    ...(methods && { methods }),
    ...(typeof sid === 'string' && { session: sid }),
  };
};
