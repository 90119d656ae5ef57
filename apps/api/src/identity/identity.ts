import type { Issuer, TokenVerifier } from '@anjuan/identity';

/** How this process knows people: a verifier always, an issuer only where it is the built-in one. */
export class Identity {
  constructor(
    readonly verifier: TokenVerifier,
    /** Under which name accounts are linked: of the built-in issuer a name that outlives its address. */
    readonly issuerName: string,
    readonly issuer?: Issuer,
  ) {}
}

export const builtInIssuer = 'urn:anjuan:built-in-issuer';
