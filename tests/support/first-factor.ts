/** Signing in where a second factor is demanded, by who has none yet: on the page, as a person does it. */
import { authenticator } from './authenticator.js';
import { signInBegun } from './passkey-page.js';

type Login = Readonly<{ login: string; password: string }>;

const plain = (text: string): string => text.replaceAll('&amp;', '&');

/** The address for the device that the page shows, and the recovery codes. */
export const shownOn = (html: string) => ({
  uri: plain(/href="(otpauth:[^"]+)"/.exec(html)?.[1] ?? ''),
  recoveryCodes: [...html.matchAll(/<li>([^<]+)<\/li>/g)].map(([, code]) => code!),
  passkeyPage: plain(/id="register-passkey" href="([^"]+)"/.exec(html)?.[1] ?? ''),
});

/** As far as the page that has them register one. */
export const factorAsked = async (
  baseUrl: string,
  login: Login,
  more: Readonly<Record<string, string>> = {},
) => {
  const begun = await signInBegun(`${baseUrl}/oidc`, login, more);
  return { ...begun, ...shownOn(begun.asking.text) };
};

/** Registered and signed in; `code`: of the device, from the next one on. */
export const signInRegistering = async (
  baseUrl: string,
  login: Login,
  more: Readonly<Record<string, string>> = {},
) => {
  const { uri, recoveryCodes, send, tokens } = await factorAsked(baseUrl, login, more);
  const answer = await send({ code: authenticator(uri)() });
  const { access_token: token } = await tokens(answer.location);
  return { token, recoveryCodes };
};
