import {
  type ClientMetadata,
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { type Pool } from 'pg';
import { type Accounts } from './accounts.js';
import { artifactsIn } from './artifacts.js';
import { type From, noteSignIn } from './sessions.js';
import { howSignedIn } from './how-signed-in.js';
import { withInstant } from './issued-at.js';
import { type IssuerKeys, signingAlgorithm } from './keys.js';
import { pageHeaders, problemPage, signedOutPage, signOutPage } from './pages.js';

/** A program of the agency's own: no secret, PKCE, no page asking for consent. */
export interface FirstPartyClient {
  readonly id: string;
  readonly name: string;
  /** Exact addresses; `http` only on the loopback, where any port will do. */
  readonly redirectUris: readonly string[];
  readonly signedOutUris?: readonly string[];
}

interface Parts {
  readonly pool: Pool;
  readonly keys: IssuerKeys;
  readonly accounts: Accounts;
  readonly audience: string;
  readonly clients: readonly FirstPartyClient[];
  readonly mountPath: string;
  readonly behindTls: boolean;
}

/** The one resource tokens are issued for; a resource must be named by a URI, whatever the audience looks like. */
const resource = 'urn:anjuan:api';
export const resourceScope = 'api';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds. A session lasts a working day; an access token cannot be called back, so it lasts minutes. */
const ttl = {
  AccessToken: 15 * minute,
  AuthorizationCode: minute,
  IdToken: 15 * minute,
  Interaction: 30 * minute,
  RefreshToken: 12 * hour,
  Session: 12 * hour,
  Grant: 14 * day,
};

/** The first-party clients get their grant without asking: signing in is the consent. */
const grantOf =
  (accounts: Accounts) =>
  async ({ oidc }: KoaContextWithOIDC) => {
    const { client, session, account, provider } = oidc;
    if (client === undefined || session === undefined || account === undefined) return undefined;
    const grantId = session.grantIdFor(client.clientId);
    const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    if (existing !== undefined && existing.accountId === account.accountId) return existing;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
    grant.addOIDCScope('openid');
    grant.addResourceScope(resource, resourceScope);
    await grant.save();
    // A new password ends the grants there are: one that is saved later is of a sign-in that it has ended.
    const since = oidc.result?.['since'];
    const still =
      typeof since === 'string'
        ? await accounts.isStill({ accountId: account.accountId, since })
        : (await provider.Session.findByUid(session.uid)) !== undefined;
    if (still) return grant;
    await grant.destroy();
    throw new errors.AccessDenied('signed out meanwhile; sign in again');
  };

const showPage = (ctx: KoaContextWithOIDC, html: string) => {
  ctx.set(pageHeaders());
  ctx.body = html;
};

const features = (audience: string): NonNullable<Configuration['features']> => ({
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  userinfo: { enabled: false },
  revocation: {
    enabled: true,
    allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => resource,
    useGrantedResource: () => true,
    getResourceServerInfo: (_ctx, identifier) => {
      if (identifier !== resource) throw new errors.InvalidTarget();
      return {
        scope: resourceScope,
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: ttl.AccessToken,
        jwt: { sign: { alg: signingAlgorithm } },
      };
    },
  },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      showPage(ctx, signOutPage(form));
    },
    postLogoutSuccessSource: (ctx) => {
      showPage(ctx, signedOutPage());
    },
  },
});

/** Names that browsers take from this host alone; those of one sign-in keep its path, which `__Host-` would forbid. */
const namesBehindTls = {
  session: '__Host-anjuan-session',
  interaction: '__Secure-anjuan-sign-in',
  resume: '__Secure-anjuan-resume',
};

/** What a client asks for whose person has to have signed in with a second factor (RFC 9470, `acr_values`). */
export const severalFactors = 'urn:anjuan:mfa';

export const wantsSeveralFactors = (params: Readonly<Record<string, unknown>> | undefined): boolean => {
  const wanted = params?.['acr_values'];
  return typeof wanted === 'string' && wanted.split(' ').includes(severalFactors);
};

/** A second sign-in without a second factor is let through with what it has: the API says what is missing. */
const secondFactorCheck = new interactionPolicy.Check(
  'second_factor',
  'A sign-in with a second factor is asked for',
  ({ oidc: { params, session, result } }) =>
    wantsSeveralFactors(params) && !session?.amr?.includes('mfa') && !result?.login,
);

const policy = () => {
  const prompts = interactionPolicy.base();
  prompts.get('login')?.checks.add(secondFactorCheck);
  prompts.remove('consent');
  return prompts;
};

const metadata = ({ id, name, redirectUris, signedOutUris = [] }: FirstPartyClient): ClientMetadata => ({
  client_id: id,
  client_name: name,
  application_type: 'native',
  redirect_uris: [...redirectUris],
  post_logout_redirect_uris: [...signedOutUris],
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  response_modes: ['query'],
  id_token_signed_response_alg: signingAlgorithm,
});

export const configuration = ({
  pool,
  keys,
  accounts,
  audience,
  clients,
  mountPath,
  behindTls,
}: Parts): Configuration => ({
  adapter: artifactsIn(pool),
  jwks: { keys: keys.signing },
  cookies: { keys: keys.cookies, ...(behindTls && { names: namesBehindTls }) },
  clients: clients.map(metadata),
  clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
  clientBasedCORS: (_ctx, origin, client) =>
    (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
  features: features(audience),
  scopes: ['openid'],
  acrValues: [severalFactors],
  responseTypes: ['code'],
  pkce: { required: () => true },
  interactions: {
    policy: policy(),
    url: (_ctx, interaction) => `${mountPath}/interaction/${interaction.uid}`,
  },
  findAccount: async (_ctx, accountId) => {
    const since = await accounts.since(accountId);
    return since === undefined ? undefined : { accountId, since, claims: () => ({ sub: accountId }) };
  },
  loadExistingGrant: async (ctx) => {
    const grant = await grantOf(accounts)(ctx);
    const { session, result } = ctx.oidc;
    const from = result?.['from'] as From | undefined;
    if (grant && session && from) await noteSignIn(pool, session.uid, from);
    return grant;
  },
  extraTokenClaims: howSignedIn,
  formats: {
    customizers: {
      jwt: (_ctx, _token, { payload }) => {
        withInstant(payload);
      },
    },
  },
  issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  expiresWithSession: () => true,
  rotateRefreshToken: true,
  ttl,
  renderError: (ctx, out) => {
    const english = [out.error, out.error_description].filter((text) => text !== undefined).join(': ');
    showPage(
      ctx,
      problemPage(
        { zh: '无法登录', en: 'Sign-in not possible' },
        { zh: '登录请求有误或已过期，请返回原页面重试。', en: `Go back and try again (${english}).` },
      ),
    );
  },
});
