export { AccountRefused, type Accounts, type Verified } from './accounts.js';
export { type FirstPartyClient } from './configuration.js';
export { createIssuer, type Issuer, type IssuerOptions } from './issuer.js';
export { migrate } from './schema.js';
export { consoleClient, signIn, type SignedIn, type SignInOptions, SignInRefused } from './sign-in.js';
export {
  createTokenVerifier,
  IssuerUnreachable,
  TokenRefused,
  type TokenVerifier,
  type TokenVerifierOptions,
} from './tokens.js';
