/** Passkeys in a real browser, with the authenticator that its DevTools offer: the pages, their script and their policy. */
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { authorization, codeExchange, newVerifier } from '../identity/browser.js';
import {
  holders,
  issuerDatabase,
  own,
  password,
  runIssuer,
  type RunningIssuer,
} from '../identity/issuer-under-test.js';
import { chromium, type Tab } from './chromium.js';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
let tab: Tab;
let authenticator: string;
let account: string;
const demanded = new Set<string>();
beforeAll(async () => {
  database = await issuerDatabase();
  const some = { ...holders, demandsFactor: (of: string) => Promise.resolve(demanded.has(of)) };
  issuer = await runIssuer(database.pool, 0, some, 'localhost');
  account = await issuer.accounts.open('lin', password, own);
  tab = await chromium();
  await tab.send('WebAuthn.enable');
  const options = {
    ...{ protocol: 'ctap2', transport: 'usb', hasResidentKey: true, hasUserVerification: true },
    ...{ isUserVerified: true, automaticPresenceSimulation: true },
  };
  const added = await tab.send('WebAuthn.addVirtualAuthenticator', { options });
  authenticator = added['authenticatorId'] as string;
});
afterAll(async () => {
  await tab.close();
  await issuer.close();
  await database.close();
});

const offered = `document.getElementById('use-passkey')?.hidden === false`;
const heading = `document.querySelector('h1').textContent`;
const click = (id: string) => tab.run(`document.getElementById('${id}').click()`);
const pageFor = async (name: string) => {
  const signIn = { issuer: 'here', account };
  const since = (await issuer.accounts.since(account))!;
  const begun = await issuer.passkeys.begin({ accountId: account, login: 'lin', name, signIn, since });
  if (typeof begun === 'string') throw new Error(begun);
  return `${issuer.issuerUrl}/passkey/${begun.ticket}`;
};
const register = async (name: string) => {
  await tab.open(await pageFor(name));
  await tab.until(`!document.getElementById('use-passkey').hidden`);
  await click('use-passkey');
  await tab.until(`${heading}.includes('The passkey is registered')`);
};
const type = (fields: Readonly<Record<string, string>>) =>
  tab.run(
    Object.entries(fields)
      .map(([name, value]) => `document.getElementById('${name}').value = ${JSON.stringify(value)}`)
      .join(';'),
  );
/** As far as the page that offers the passkey, with the password typed once more. */
const askedForPasskey = async (verifier: string) => {
  await tab.send('Network.clearBrowserCookies');
  await tab.open(authorization(issuer.issuerUrl, verifier));
  await type({ login: 'lin', password });
  await tab.run(`document.querySelector('button[type=submit]').click()`);
  // The first page has a form for a passkey alone, which has no login in it.
  await tab.until(`document.querySelector('form[data-passkey] #login') && ${offered}`);
  await type({ password });
};

const lastAddress = async (wanted: (url: string) => boolean): Promise<string> => {
  for (;;) {
    // A page that is being left answers nothing.
    const found = await tab.send('Page.getNavigationHistory').catch(() => ({ entries: [] }));
    const url = (found['entries'] as readonly { url: string }[]).at(-1)?.url;
    if (url !== undefined && wanted(url)) return url;
    await sleep(100);
  }
};

describe('In Chromium', () => {
  it('a passkey is registered on its page, with recovery codes, and signs in besides the password', async () => {
    await register('办公室钥匙');
    expect(await tab.run(`document.querySelectorAll('#recovery-codes li').length`)).toBe(10);
    const verifier = newVerifier();
    await askedForPasskey(verifier);
    await click('use-passkey');
    // Nothing listens at the client's address.
    const sent = await lastAddress((url) => url.includes('code='));
    const code = new URL(sent).searchParams.get('code')!;
    const { body } = await codeExchange(issuer.issuerUrl, code, verifier);
    expect(decodeJwt(body.access_token)['amr']).toEqual(['pwd', 'hwk', 'user', 'mfa']);
  });

  it('a passkey signs in alone, without login and password, where the device checks its person', async () => {
    const verifier = newVerifier();
    await tab.send('Network.clearBrowserCookies');
    await tab.open(authorization(issuer.issuerUrl, verifier, { prompt: 'login', max_age: '0' }));
    await tab.until(offered);
    await tab.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false });
    await click('use-passkey');
    await tab.until(`!document.getElementById('passkey-failed').hidden`);
    await tab.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: true });
    await click('use-passkey');
    const sent = await lastAddress((url) => url.includes('code='));
    const code = new URL(sent).searchParams.get('code')!;
    const { body } = await codeExchange(issuer.issuerUrl, code, verifier);
    expect(decodeJwt(body.access_token)).toMatchObject({ sub: account, amr: ['hwk', 'user', 'mfa'] });
  });

  it('the device that has one registers no second one', async () => {
    await tab.open(await pageFor('又一把'));
    await tab.until(`!document.getElementById('use-passkey').hidden`);
    await click('use-passkey');
    await tab.until(`!document.getElementById('passkey-failed').hidden`);
    expect((await issuer.passkeys.of(account)).items).toHaveLength(1);
  });

  it('a copy of the device, which has counted less, is refused and told', async () => {
    const { credentials } = await tab.send('WebAuthn.getCredentials', { authenticatorId: authenticator });
    await database.pool.query('update issuer.passkeys set counter = 1000');
    await askedForPasskey(newVerifier());
    await click('use-passkey');
    expect(
      await tab.until(`document.getElementById('problem')?.textContent.includes('may have been copied')`),
    ).toBe(true);
    expect(issuer.tries.at(-1)).toMatchObject({ outcome: 'passkey-cloned' });
    expect((credentials as readonly object[]).length).toBe(1);
  });

  it('a page elsewhere cannot ask for it, and a script of elsewhere or in the page does not run on ours', async () => {
    await tab.open(await pageFor('第三把'));
    const ran = await tab.run(`
      (() => {
        const inline = document.createElement('script');
        inline.textContent = 'window.ran = true';
        document.body.append(inline);
        return window.ran === true;
      })()`);
    expect(ran).toBe(false);
    await tab.open(issuer.issuerUrl.replace('localhost', '127.0.0.1') + '/passkey.js');
    const refused = await tab.run(`
      navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), rpId: 'localhost' } })
        .then(() => 'given', (error) => error.name)`);
    expect(refused).toBe('SecurityError');
  });

  it('who is to have a second factor registers a passkey first, and goes on with it', async () => {
    const other = await issuer.accounts.open('gao', password, own);
    demanded.add(other);
    // Of two accounts on one device the browser would ask which.
    await tab.send('WebAuthn.clearCredentials', { authenticatorId: authenticator });
    const before = await lastAddress(() => true);
    const verifier = newVerifier();
    await tab.send('Network.clearBrowserCookies');
    await tab.open(authorization(issuer.issuerUrl, verifier));
    await type({ login: 'gao', password });
    await tab.run(`document.querySelector('button[type=submit]').click()`);
    await tab.until(`document.getElementById('register-passkey')`);
    await click('register-passkey');
    await tab.until(`${heading}.includes('Register a passkey') && ${offered}`);
    await click('use-passkey');
    await tab.until(`document.getElementById('go-on')`);
    await click('go-on');
    await tab.until(`document.querySelector('form[data-passkey]') && ${offered}`);
    await click('use-passkey');
    const sent = await lastAddress((url) => url.includes('code=') && url !== before);
    const code = new URL(sent).searchParams.get('code')!;
    const { body } = await codeExchange(issuer.issuerUrl, code, verifier);
    expect(decodeJwt(body.access_token)).toMatchObject({ sub: other, amr: ['hwk', 'user', 'mfa'] });
  });
});
