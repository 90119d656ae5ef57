import type { Attempt, Issuer, TokenVerifier } from '@anjuan/identity';
import type { Opening } from '@anjuan/registry';

/** How this process knows people: a verifier always, an issuer only where it is the built-in one. */
export class Identity {
  constructor(
    readonly verifier: TokenVerifier,
    /** Under which name accounts are linked: of the built-in issuer a name that outlives its address. */
    readonly issuerName: string,
    readonly issuer?: Issuer,
  ) {}
}

/** Opening an account as one attempt, however often its request is sent: the registry knows whose a login in the way is. */
export const attemptOf = ({ subject, ownerOf }: Opening, issuer: string): Attempt => ({
  id: subject,
  holder: (accountId) => ownerOf({ issuer, subject: accountId }),
});
