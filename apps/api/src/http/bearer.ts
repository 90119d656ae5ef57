/** RFC 6750, 2.1; the scheme in whatever letter case (RFC 9110, 11.1). */
const bearer = /^[ \t]*Bearer[ \t]+([\w.~+/=-]{1,8192})[ \t]*$/i;

/** The token of the header; undefined: it has none. */
export const bearerIn = (authorization: string | undefined): string | undefined =>
  bearer.exec(authorization ?? '')?.[1];

/**
 * What was signed of it: the same however the header is spelled, and the signature, which has several spellings in
 * base64url that are the same bytes.
 */
export const signedPartOf = (authorization: string | undefined): string =>
  (bearerIn(authorization) ?? '').split('.', 2).join('.');
