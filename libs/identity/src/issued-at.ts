/**
 * When an access token was issued, to the millisecond: written by our issuer, read from any. `iat` says the second alone,
 * and what ends sessions has an instant in it: a sign-in after the end, in the same second, would be taken for one before.
 */
import { type JWTPayload } from 'jose';

const claim = 'iat_ms';

/** Added to the claims of a token as it is signed. */
export const withInstant = (claims: Record<string, unknown>, now = Date.now()): void => {
  const { iat } = claims;
  // Signed in the second after: the last instant of its own.
  if (typeof iat === 'number') claims[claim] = Math.min(now, iat * 1_000 + 999);
};

/**
 * Milliseconds since 1970; 0 where the issuer does not say. Where it says the second alone, or an instant that is not of it, the beginning
 * of the second: nothing is taken for later than it was.
 */
export const issuedAtOf = ({ iat = 0, [claim]: said }: Readonly<JWTPayload>): number => {
  const second = iat * 1_000;
  const isOfIt =
    typeof said === 'number' && Number.isSafeInteger(said) && said >= second && said < second + 1_000;
  return isOfIt ? said : second;
};
