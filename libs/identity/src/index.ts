export { AccountRefused } from './account-refused.js';
export { createAccounts, type Accounts, type Verified } from './accounts.js';
export { type Holders, type FactorRegistered, type PasswordEntered, type PasswordSet } from './holders.js';
export { firstPasswordDays } from './stored-account.js';
export { type Attempt, type LoginHolder } from './opening.js';
export { resourceScope, severalFactors, type FirstPartyClient } from './configuration.js';
export { builtInIssuer } from './built-in-issuer.js';
export { createIssuer, type Issuer, type IssuerOptions } from './issuer.js';
export { networkOf, type Origin } from './origin.js';
export { migrate } from './schema.js';
export { type Passkeys, type Removed } from './passkeys.js';
export { type SecondFactors } from './second-factor.js';
export { type Session, type Sessions, sessionsIn } from './sessions.js';
export { type SignInTry } from './sign-in-try.js';
export { consoleClient, signIn, type SignedIn, type SignInOptions, SignInRefused } from './sign-in.js';
export {
  createTokenVerifier,
  IssuerUnreachable,
  TokenRefused,
  type TokenVerifier,
  type TokenVerifierOptions,
} from './tokens.js';
export { type VerifiedToken } from './verified-tokens.js';
