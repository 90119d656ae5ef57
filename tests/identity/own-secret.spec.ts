/** A password that somebody else gave signs nobody in: the ways with the page, with real form fields, and the ways round. */
import { decodeJwt } from 'jose';
import { signIn, SignInRefused, type PasswordEntered, type PasswordSet } from '@anjuan/identity';
import {
  authorization,
  codeExchange,
  exchange,
  formAction,
  newBrowser,
  newVerifier,
  type Browser,
} from './browser.js';
import { holders, issuerDatabase, own, runIssuer, type RunningIssuer } from './issuer-under-test.js';

const first = 'given away at the desk';
const mine = 'kept to oneself since';

let database: Awaited<ReturnType<typeof issuerDatabase>>;
let issuer: RunningIssuer;
/** What the registry was told, and whether it takes it. */
let reported: (PasswordSet & { account: string })[] = [];
let taken: PasswordEntered = 'recorded';
let before: () => Promise<unknown> = () => Promise.resolve();
let accounts = 0;

beforeAll(async () => {
  database = await issuerDatabase();
  issuer = await runIssuer(database.pool, 0, {
    ...holders,
    passwordSet: async (account, set) => {
      reported.push({ ...set, account });
      await before();
      return taken;
    },
  });
});
afterAll(async () => {
  await issuer.close();
  await database.close();
});
beforeEach(() => {
  reported = [];
  taken = 'recorded';
  before = () => Promise.resolve();
});
afterEach(() => {
  expect(issuer.errors).toEqual([]);
});

const opened = async (terms = {}): Promise<Readonly<{ login: string; id: string }>> => {
  const login = `desk-${String((accounts += 1))}`;
  return { login, id: await issuer.accounts.open(login, terms === own ? mine : first, terms) };
};
const issuedAt = (token: string) => decodeJwt<{ iat_ms: number }>(token).iat_ms;
const enter = (login: string, password: string, newPassword?: string) =>
  signIn({ baseUrl: issuer.baseUrl, login, password, newPassword });
const refused = async (work: Promise<unknown>): Promise<SignInRefused> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof SignInRefused) return error;
  throw new Error('it was not refused; look at what signs in here');
};
const wrong = '账号或密码不正确。 The login or the password is not right.';

describe('a first password', () => {
  it('signs nobody in, and says what to do', async () => {
    const { login } = await opened();
    const { status, message } = await refused(enter(login, first));
    expect(status).toBe(403);
    expect(message).toMatch(/^这是他人给出的初始密码.+This is a first password/);
    expect(reported).toEqual([]);
  });

  it('is replaced by one of one’s own, once; the registry is told before', async () => {
    const { login, id } = await opened();
    before = async () => {
      expect(await issuer.accounts.verify(login, first, { address: '10.0.0.9' })).toEqual({
        outcome: 'first',
      });
    };
    expect((await enter(login, first, mine)).accessToken).toBeTruthy();
    expect(reported).toEqual([{ account: id, first: true, at: expect.any(Date) }]);
    expect((await enter(login, mine)).accessToken).toBeTruthy();
    expect((await refused(enter(login, first))).message).toBe(wrong);
    expect((await refused(enter(login, first, 'a second own password'))).message).toBe(wrong);
    expect((await enter(login, mine)).accessToken).toBeTruthy();
    expect(reported).toHaveLength(1);
  });

  it('is good for seven days; then the page says who cures it', async () => {
    const { login, id } = await opened();
    const { rows } = await database.pool.query(
      `select extract(epoch from first_until - now())::int as seconds from issuer.accounts where id = $1`,
      [id],
    );
    expect(Math.ceil(rows[0].seconds / 86_400)).toBe(7);
    await database.pool.query(
      `update issuer.accounts set first_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    for (const attempt of [enter(login, first), enter(login, first, mine)]) {
      const { status, message } = await refused(attempt);
      expect(status).toBe(403);
      expect(message).toMatch(
        /^初始密码已过期.+另一名管理员.+has expired: one administrator closes the account, another/,
      );
    }
    expect(reported).toEqual([]);
    await issuer.accounts.reset(id, 'given once more, for today');
    expect((await enter(login, 'given once more, for today', mine)).accessToken).toBeTruthy();
  });

  it('that somebody else has used already is a wrong one', async () => {
    const { login } = await opened();
    await enter(login, first, 'of whoever came first');
    expect((await refused(enter(login, first, mine))).message).toBe(wrong);
  });

  it('does not become one’s own by being entered again', async () => {
    const { login } = await opened();
    const { status, message } = await refused(enter(login, first, first));
    expect(status).toBe(422);
    expect(message).toContain('新密码须与原密码不同');
    expect(reported).toEqual([]);
    expect((await refused(enter(login, first))).message).toContain('初始密码');
  });

  it.each([2, 5])('activated %d times at once becomes the own one of one of them', async (many) => {
    const { login } = await opened();
    const words = Array.from({ length: many }, (_, n) => `own words, number ${String(n)} of them`);
    const outcomes = await Promise.all(
      words.map((password, n) =>
        issuer.accounts.verify(login, first, { address: `10.9.0.${String(n)}` }, { password }),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toHaveLength(many - 1);
    const good = words.filter((_, n) => outcomes[n]?.outcome === 'accepted');
    for (const word of words) {
      const { outcome } = await issuer.accounts.verify(login, word, { device: 'own' });
      expect(outcome).toBe(good.includes(word) ? 'accepted' : 'refused');
    }
  });

  it('is not replaced where the account is not the person’s any more', async () => {
    const { login } = await opened();
    taken = 'not-theirs';
    expect((await refused(enter(login, first, mine))).message).toBe(wrong);
    taken = 'recorded';
    expect((await refused(enter(login, first))).message).toContain('初始密码');
  });

  it('sent late, by an attempt that was held up, takes nothing away from the own one', async () => {
    const login = `desk-${String((accounts += 1))}`;
    const attempt = { id: crypto.randomUUID(), holder: () => Promise.resolve('own' as const) };
    await issuer.accounts.open(login, first, attempt);
    await enter(login, first, mine);
    await issuer.accounts.open(login, first, attempt);
    expect((await refused(enter(login, first))).message).toBe(wrong);
    expect((await enter(login, mine)).accessToken).toBeTruthy();
  });

  it('that is wrong counts as a wrong try, with a new one as without', async () => {
    const { login } = await opened();
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1)
      statuses.push((await refused(enter(login, 'not this one at all', mine))).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await refused(enter(login, first, mine))).status).toBe(429);
    expect(reported).toEqual([]);
    await database.pool.query('delete from issuer.tries');
  });
});

describe('an account of an older program, or opened with its person’s own password', () => {
  it('signs in as before', async () => {
    const { login } = await opened(own);
    expect((await enter(login, mine)).accessToken).toBeTruthy();
    expect(reported).toEqual([]);
  });
});

describe('the page, with its form fields', () => {
  const begun = async () => {
    const browser = newBrowser();
    const verifier = newVerifier();
    const page = await browser.open((await browser.open(authorization(issuer.issuerUrl, verifier))).location);
    return { browser, verifier, page };
  };
  type Page = Awaited<ReturnType<Browser['open']>>;
  /** What a browser sends of the page: every field, those left empty too. */
  const send = (browser: Browser, page: Page, typed: Record<string, string>) => {
    const fields = [...page.text.matchAll(/<input id="(\w+)" name="(\w+)"/g)].map(([, id, name]) => {
      expect(page.text).toContain(`<label for="${id!}">`);
      return name!;
    });
    expect(fields).toEqual(['login', 'password', 'code', 'newPassword', 'newPasswordAgain']);
    const form = Object.fromEntries(fields.map((name) => [name, typed[name] ?? '']));
    return browser.open(formAction(page.text, issuer.issuerUrl), form);
  };
  const tokens = async ({ browser, verifier }: { browser: Browser; verifier: string }, resumed: Page) => {
    expect(resumed.status).toBe(303);
    const code = new URL((await browser.open(resumed.location)).location).searchParams.get('code')!;
    return (await codeExchange(issuer.issuerUrl, code, verifier)).body;
  };
  const refresh = async (token: string) =>
    (await exchange(issuer.issuerUrl, { grant_type: 'refresh_token', refresh_token: token })).status;

  it('asks for a new password where a first one was given, and goes on with it', async () => {
    const { login } = await opened();
    const flow = await begun();
    expect(flow.page.text).not.toContain('<details open>');
    const asks = await send(flow.browser, flow.page, { login, password: first });
    expect(asks.status).toBe(403);
    expect(asks.text).toContain('<details open>');
    expect(asks.text).toContain(`value="${login}"`);
    expect(asks.text).not.toContain(first);
    const resumed = await send(flow.browser, asks, {
      ...{ login, password: first },
      ...{ newPassword: mine, newPasswordAgain: mine },
    });
    expect((await tokens(flow, resumed)).access_token).toBeTruthy();
  });

  it('takes the new password twice alike, and neither field alone', async () => {
    const { login } = await opened();
    const { browser, page } = await begun();
    for (const typed of [
      { newPassword: mine, newPasswordAgain: `${mine}.` },
      { newPassword: mine },
      { newPasswordAgain: mine },
    ]) {
      const again = await send(browser, page, { login, password: first, ...typed });
      expect(again.status).toBe(422);
      expect(again.text).toContain('两次输入的新密码不一致');
    }
    const half = { login, password: first, newPassword: mine };
    expect((await browser.open(formAction(page.text, issuer.issuerUrl), half)).status).toBe(400);
    expect(reported).toEqual([]);
  });

  it('tells every reason why a new password is not taken', async () => {
    const { login } = await opened();
    const { browser, page } = await begun();
    const typed = { newPassword: '京-0117', newPasswordAgain: '京-0117' };
    const again = await send(browser, page, { login, password: first, ...typed });
    expect(again.status).toBe(422);
    for (const reason of ['密码须为 12 至 200 个字符', 'must not contain the login or the staff number'])
      expect(again.text).toContain(reason);
    expect(again.text).not.toContain('value="京-0117"');
  });

  it('changes a password at any time: this sign-in goes on, every other one ends', async () => {
    const { login, id } = await opened(own);
    const other = await begun();
    const others = await tokens(other, await send(other.browser, other.page, { login, password: mine }));
    const flow = await begun();
    const newPassword = 'quite another one now';
    const resumed = await send(flow.browser, flow.page, {
      ...{ login, password: mine },
      ...{ newPassword, newPasswordAgain: newPassword },
    });
    const { access_token, refresh_token } = await tokens(flow, resumed);
    expect(reported).toEqual([{ account: id, first: false, at: expect.any(Date) }]);
    expect(issuedAt(access_token)).toBeGreaterThan(reported[0]!.at.getTime());
    expect(await refresh(others.refresh_token)).toBe(400);
    expect(await refresh(refresh_token)).toBe(200);
    const next = await other.browser.open(authorization(issuer.issuerUrl, newVerifier()));
    expect(next.location).toContain('/oidc/interaction/');
    const here = await flow.browser.open(authorization(issuer.issuerUrl, newVerifier()));
    expect(new URL(here.location).searchParams.get('code')).toBeTruthy();
  });

  const signedIn = async (login: string) => {
    const flow = await begun();
    return tokens(flow, await send(flow.browser, flow.page, { login, password: mine }));
  };
  /** Refreshes with each token it gets until one is refused. */
  const refreshing = async (refreshToken: string, got: string[]): Promise<void> => {
    for (let next = refreshToken; ;) {
      const request = { grant_type: 'refresh_token', refresh_token: next };
      const { status, body } = await exchange(issuer.issuerUrl, request);
      if (status !== 200) return;
      got.push(body.access_token, body.refresh_token);
      next = body.refresh_token;
    }
  };
  /** As the API sees it: issued before the instant that was recorded, or no token any more. */
  const isGood = async (token: string) =>
    token.includes('.') ? issuedAt(token) > reported.at(-1)!.at.getTime() : (await refresh(token)) === 200;

  it.each([
    ['changed', (login: string) => enter(login, mine, 'quite another one now')],
    [
      'reset',
      async (_: string, id: string) =>
        issuer.accounts.reset(id, 'given once more, for today', async (at) => {
          reported.push({ account: id, first: false, at });
          await before();
        }),
    ],
  ])('%s while others refresh, leaves them no token that is good', async (_, change) => {
    const { login, id } = await opened(own);
    const got: string[] = [];
    const [early, late, code] = [await signedIn(login), await signedIn(login), await begun()];
    const resumed = await send(code.browser, code.page, { login, password: mine });
    const coded = new URL((await code.browser.open(resumed.location)).location).searchParams.get('code')!;
    const all = refreshing(early.refresh_token, got);
    // Recording takes its time: a token issued meanwhile would be taken for one of after the change.
    before = async () => {
      await refreshing(late.refresh_token, got);
      expect((await codeExchange(issuer.issuerUrl, coded, code.verifier)).status).toBe(400);
      const taken = await issuer.accounts.verify(login, mine, { address: '10.0.0.9' });
      expect(taken.outcome).toBe('accepted');
      expect(taken.outcome === 'accepted' && (await issuer.accounts.isStill(taken))).toBe(false);
    };
    await change(login, id);
    await all;
    got.push(early.access_token, late.access_token, late.refresh_token);
    for (const token of got) expect(await isGood(token)).toBe(false);
  });

  it('changed while another sign-in is being followed, that one gets no code and leaves no session', async () => {
    const { login } = await opened(own);
    const { browser, page } = await begun();
    const taken = await send(browser, page, { login, password: mine });
    const held = await database.pool.connect();
    await held.query('begin');
    await held.query(
      `select from issuer.artifacts where model = 'Interaction' and payload #>> '{result,login}' is not null for update`,
    );
    const followed = browser.open(taken.location);
    await database.waiting();
    const changed = enter(login, mine, 'quite another one now');
    await database.waiting(2);
    await held.query('commit');
    held.release();
    expect((await followed).location).not.toContain('code=');
    expect((await changed).accessToken).toBeTruthy();
    const next = await browser.open(authorization(issuer.issuerUrl, newVerifier()));
    expect(next.location).toContain('/oidc/interaction/');
  });

  it('changed twice at once, is recorded once', async () => {
    const { login } = await opened(own);
    const change = (word: string, address: string) =>
      issuer.accounts.verify(login, mine, { address }, { password: `own words, number ${word}` });
    const outcomes = await Promise.all([change('one', '10.8.0.1'), change('two', '10.8.0.2')]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'refused']);
    expect(reported).toHaveLength(1);
  });

  it('changed in the moment in which another token is handed out, waits for it and is recorded', async () => {
    const { login, id } = await opened(own);
    const held = await database.pool.connect();
    await held.query('begin');
    // What `isStill` and every row that refers to an account do.
    await held.query('select from issuer.accounts where id = $1 for key share', [id]);
    const changed = enter(login, mine, 'quite another one now');
    await database.waiting();
    await held.query('commit');
    held.release();
    expect((await changed).accessToken).toBeTruthy();
    expect(reported).toHaveLength(1);
  });

  it('changed too often, says so, and the one there was is still good', async () => {
    const { login } = await opened(own);
    taken = 'too-many';
    const { status, message } = await refused(enter(login, mine, 'quite another one now'));
    expect(status).toBe(429);
    expect(message).toMatch(/^24 小时内至多修改密码 10 次.+ten times in 24 hours at most/);
    expect((await enter(login, mine)).accessToken).toBeTruthy();
    expect((await refused(enter(login, 'quite another one now'))).message).toBe(wrong);
  });

  it('changed elsewhere, a sign-in that was taken and not yet followed leads nowhere', async () => {
    const { login } = await opened(own);
    const { browser, page } = await begun();
    const taken = await send(browser, page, { login, password: mine });
    expect(taken.status).toBe(303);
    await enter(login, mine, 'quite another one now');
    const followed = await browser.open(taken.location);
    expect(followed.status).toBe(400);
    expect(followed.location).toBe('');
  });

  it('changed while another sign-in is being taken, that one is not', async () => {
    const { login, id } = await opened(own);
    const accepted = await issuer.accounts.verify(login, mine, { address: '10.0.0.1' });
    if (accepted.outcome !== 'accepted') throw new Error('the right password was not accepted');
    expect(await issuer.accounts.isStill(accepted)).toBe(true);
    await enter(login, mine, 'quite another one now');
    expect(await issuer.accounts.isStill(accepted)).toBe(false);
    await issuer.accounts.close(id);
    expect(await issuer.accounts.isStill(accepted)).toBe(false);
  });

  it('changes it in a browser that is signed in, where the client asks to sign in again', async () => {
    const { login } = await opened(own);
    const flow = await begun();
    await tokens(flow, await send(flow.browser, flow.page, { login, password: mine }));
    const verifier = newVerifier();
    const request = await flow.browser.open(authorization(issuer.issuerUrl, verifier, { prompt: 'login' }));
    const page = await flow.browser.open(request.location);
    const newPassword = 'quite another one now';
    const typed = { login, password: mine, newPassword, newPasswordAgain: newPassword };
    const resumed = await send(flow.browser, page, typed);
    expect((await tokens({ browser: flow.browser, verifier }, resumed)).access_token).toBeTruthy();
  });
});

describe('an account that is closed', () => {
  it('signs nobody in, ends what it began, and leaves its login free', async () => {
    const { login, id } = await opened(own);
    const browser = newBrowser();
    const verifier = newVerifier();
    const page = await browser.open((await browser.open(authorization(issuer.issuerUrl, verifier))).location);
    const resumed = await browser.open(formAction(page.text, issuer.issuerUrl), { login, password: mine });
    const code = new URL((await browser.open(resumed.location)).location).searchParams.get('code')!;
    const { refresh_token } = (await codeExchange(issuer.issuerUrl, code, verifier)).body;
    await issuer.accounts.close(id);
    await issuer.accounts.close(id);
    const renewed = await exchange(issuer.issuerUrl, { grant_type: 'refresh_token', refresh_token });
    expect(renewed.status).toBe(400);
    expect((await refused(enter(login, mine))).message).toBe(wrong);
    const next = await issuer.accounts.open(login, first);
    expect(next).not.toBe(id);
    expect((await enter(login, first, mine)).accessToken).toBeTruthy();
  });
});
