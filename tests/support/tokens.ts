import { importJWK, SignJWT, type JWK } from 'jose';
import { audience } from '../identity/issuer-under-test.js';
import type { Api, Person } from './api.js';

const accountOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).sub;

/** A token of the built-in issuer for the same account, as it would be issued now, that says this besides. */
export const tokenSaying = async (
  { parts, url }: Api,
  { token }: Person,
  said: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const { rows } = await parts.pool.query<{ secret: JWK }>(
    "select secret from issuer.keys where purpose = 'signing' order by created_at desc, id limit 1",
  );
  const key = rows[0]!.secret;
  const now = Date.now();
  // To the millisecond, as the issuer says it: the second alone may have begun before the account's last change.
  return new SignJWT({ scope: 'openid api', iat_ms: now, ...said })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid! })
    .setIssuer(`${url}/oidc`)
    .setAudience(audience)
    .setSubject(accountOf(token))
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime('15m')
    .sign(await importJWK(key, 'ES256'));
};

/** The same person, whose sign-in is more than the twelve hours old that open a gate. */
export const onAnOldSignIn = async (api: Api, person: Person): Promise<Person> => {
  const [hour, now] = [3600, Math.floor(Date.now() / 1000)];
  return { ...person, token: await tokenSaying(api, person, { auth_time: now - 13 * hour, amr: ['pwd'] }) };
};
