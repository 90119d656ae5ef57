/** What a browser does on the pages of passkeys, without one. */
import { type PasskeyStandIn, type Wrongly } from './passkey-stand-in.js';
import { authorization, formAction, loopback, newBrowser, newVerifier } from '../identity/browser.js';
import { codeExchange } from '../identity/browser.js';

type Asked = Parameters<PasskeyStandIn['get']>[0];

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What the page asks the browser for. */
export const askedOn = (html: string): Asked & Readonly<{ user?: Readonly<{ id: string }> }> =>
  JSON.parse(unescaped(/data-passkey="([^"]*)"/.exec(html)![1]!)) as Asked;

export const registerOn = async (page: string, passkey: PasskeyStandIn, wrongly: Wrongly = {}) => {
  const { open } = newBrowser();
  const asked = askedOn((await open(page)).text);
  return open(page, { passkey: passkey.create(asked, wrongly) });
};

type Login = Readonly<{ login: string; password: string }>;

/** The sign-in as far as the page that asks for the second factor. */
export const signInBegun = async (
  issuerUrl: string,
  { login, password: first }: Login,
  { newPassword, ...more }: Readonly<Record<string, string>> = {},
) => {
  const browser = newBrowser();
  const verifier = newVerifier();
  const firstPage = await browser.open((await browser.open(authorization(issuerUrl, verifier))).location);
  const action = formAction(firstPage.text, issuerUrl);
  const anew = newPassword !== undefined && { newPassword, newPasswordAgain: newPassword };
  const asking = await browser.open(action, { login, password: first, code: '', ...more, ...anew });
  const password = newPassword ?? first;
  const send = (more: Record<string, string>) => browser.open(action, { login, password, code: '', ...more });
  const tokens = async (resume: string) => {
    const code = new URL((await browser.open(resume)).location).searchParams.get('code')!;
    return (await codeExchange(issuerUrl, code, verifier)).body;
  };
  return { browser, first: firstPage, asking, action, send, tokens, loopback };
};

/** The sign-in as far as its first page, which takes a passkey in place of login and password. */
export const aloneBegun = async (issuerUrl: string, request: Readonly<Record<string, string>> = {}) => {
  const browser = newBrowser();
  const verifier = newVerifier();
  const first = await browser.open(
    (await browser.open(authorization(issuerUrl, verifier, request))).location,
  );
  const action = formAction(first.text, issuerUrl);
  const send = (passkey: string) => browser.open(action, { passkey });
  const tokens = async (resume: string) => {
    const code = new URL((await browser.open(resume)).location).searchParams.get('code')!;
    return (await codeExchange(issuerUrl, code, verifier)).body;
  };
  return { browser, first, action, send, tokens };
};

export const signInWith = async (
  issuerUrl: string,
  login: Login,
  passkey: PasskeyStandIn,
  wrongly: Wrongly = {},
) => {
  const begun = await signInBegun(issuerUrl, login);
  const answer = await begun.send({ passkey: passkey.get(askedOn(begun.asking.text), wrongly) });
  return { ...begun, answer };
};
