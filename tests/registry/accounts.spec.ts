/** One account a person and issuer, opened, activated, changed and closed by entries: the ways, and the ways round. */
import { InMemoryEventStore } from '@anjuan/event-store';
import { isSignedOut, Registry, stateOf, type Account, type Opening, type Recorder } from '@anjuan/registry';

const at = '2026-03-01T01:00:00.000Z';
const later = '2026-03-02T01:00:00.000Z';
const issuer = 'urn:here';
const by = (id: string, when = at, person = 'admin'): Recorder => ({
  person,
  capacity: 'administrator',
  at: when,
  command: { id, digest: `digest of ${id}` },
});

let store: InMemoryEventStore;
let registry: Registry;
let lin: string;
let gao: string;
/** Logins of the issuer: whose a login in the way is, the registry says. */
let logins: Map<string, string>;

beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  registry = new Registry(store);
  logins = new Map();
  lin = await registry.registerPerson({ staffNumber: '0117', name: '林岚' }, by('lin'));
  gao = await registry.registerPerson({ staffNumber: '0204', name: '高明' }, by('gao'));
});

const opening =
  (login: string, at = issuer) =>
  async ({ subject, ownerOf, mayOpenAt }: Opening): Promise<Account> => {
    mayOpenAt(at);
    const holder = logins.get(login) ?? subject;
    const owner = holder === subject ? 'own' : await ownerOf({ issuer: at, subject: holder });
    if (owner === 'another') throw new Error('taken');
    logins.set(login, owner === 'own' ? holder : subject);
    return { issuer: at, subject: logins.get(login)! };
  };
const open = (person: string, login: string, key: string, from = registry) =>
  from.openAccount(person, opening(login), by(key));
/** By another administrator than the one who closes. */
const openNext = (person: string, login: string, key: string, who = 'second administrator') =>
  registry.openAccount(person, opening(login), by(key, at, who));
const close = (person: string, key: string, which: { subject?: string } = {}) =>
  registry.accounts.close(person, { issuer, ...which }, later, by(key, later));
const of = (login: string): Account => ({ issuer, subject: logins.get(login)! });
const set = (person: string, account: Account, first: boolean, key: string) =>
  registry.accounts.enterPassword(
    account,
    { first, at: later },
    { person, at: later, command: { id: key, digest: key } },
  );
const types = async (person: string) => (await store.read(`person-${person}`)).map(({ type }) => type);
const behind = async (account: Account) => {
  const person = await registry.personBehind(account.issuer, account.subject);
  return person && { person: person.person, state: stateOf(person, account) };
};

describe('a person', () => {
  it('has one account at an issuer: a second is refused, with what cures it', async () => {
    await open(lin, 'lin', 'first');
    const second = open(lin, 'lin-again', 'second');
    await expect(second).rejects.toMatchObject({
      reason: 'account-exists',
      message: expect.stringMatching(/先销户.+close it first/),
    });
    expect(logins.has('lin-again')).toBe(false);
    expect(await types(lin)).toEqual(['PersonRegistered', 'AccountOpened']);
  });

  it('may have one at each of two issuers', async () => {
    await open(lin, 'lin', 'first');
    await registry.openAccount(lin, opening('lin-there', 'urn:there'), by('second'));
    expect(await types(lin)).toEqual(['PersonRegistered', 'AccountOpened', 'AccountOpened']);
  });

  it('gets one of those that race, in one program and in two; what the others made is nobody’s to use', async () => {
    const elsewhere = new Registry(store);
    const attempts = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((name, n) => open(lin, name, `race ${name}`, n % 2 ? registry : elsewhere)),
    );
    const lost = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(lost.map(({ reason }) => reason.reason)).toEqual(Array(3).fill('account-exists'));
    expect(await types(lin)).toEqual(['PersonRegistered', 'AccountOpened']);
    const states = await Promise.all([...logins.keys()].map((login) => behind(of(login))));
    expect(states.filter((one) => one?.state === 'open')).toHaveLength(1);
    for (const one of states) if (one) expect(['open', 'none']).toContain(one.state);
  });

  it('sent again gets the same answer, also after the account was closed', async () => {
    await open(lin, 'lin', 'first');
    await close(lin, 'close');
    await open(lin, 'lin', 'first');
    expect(await behind(of('lin'))).toEqual({ person: lin, state: 'closed' });
    expect(await types(lin)).toEqual(['PersonRegistered', 'AccountOpened', 'AccountClosed']);
  });
});

describe('an account of an older program, of which nobody has confirmed whose it is', () => {
  const auditor = { type: 'CapacityGranted', data: { capacity: 'auditor', from: '2026-03-01' } } as const;
  /** As older programs entered it: used without being confirmed. */
  const openedBefore = async (person: string, who: string, subject = person): Promise<void> => {
    const events = await store.read(`person-${person}`);
    const entered = { v: 1, occurredAt: at, actors: [], recordedBy: who, agency: 'system', rules: {} };
    const opened = { ...entered, type: 'AccountOpened', data: { issuer, subject } };
    await store.append(`person-${person}`, events.length - 1, [opened], {
      id: `opened ${person} ${subject}`,
      digest: 'opened',
    });
  };
  const clerk = async (staffNumber: string) => {
    const person = await registry.registerPerson({ staffNumber, name: '孟晓' }, by(staffNumber));
    await registry.makeAdministrator(person, '2026-01-01', by(`administrator ${staffNumber}`));
    await openedBefore(person, 'admin');
    return person;
  };
  const proposedBy = (who: string) => registry.change(lin, auditor, by(`proposed by ${who}`, at, who));
  const approvedBy = (who: string) =>
    registry.changesOfPeople.approve(lin, [1], by(`approved by ${who} ${String((made += 1))}`, at, who));
  const confirmedBy = (who: string, person: string) =>
    registry.accounts.confirm(
      person,
      { issuer, activates: false },
      by(`confirmed by ${who} ${String((made += 1))}`, at, who),
    );
  let made = 0;

  it('proposes nothing that whoever opened it approves, themselves or through another such account', async () => {
    const [one, other] = [await clerk('1'), await clerk('2')];
    await proposedBy(one);
    for (const who of ['admin', other])
      await expect(approvedBy(who)).rejects.toMatchObject({ reason: 'own-proposal' });
    await confirmedBy('second administrator', one);
    await approvedBy('admin');
  });

  it('is confirmed by none of those who may use it, and confirms nothing of theirs', async () => {
    const [one, other] = [await clerk('1'), await clerk('2')];
    for (const who of ['admin', one, other])
      await expect(confirmedBy(who, one)).rejects.toMatchObject({ reason: 'opened-by-yourself' });
    await openedBefore(gao, one);
    for (const who of ['admin', one, other])
      await expect(confirmedBy(who, gao)).rejects.toMatchObject({ reason: 'opened-by-yourself' });
    await confirmedBy('second administrator', gao);
    expect((await registry.accounts.of(gao))[0]).toMatchObject({ confirmedAt: at });
  });
});

describe('several accounts that an older program opened', () => {
  it('have a second factor each, and an administrator ends the sessions of all of them', async () => {
    await open(lin, 'a', 'a');
    const [, opened] = await store.read(`person-${lin}`);
    const { occurredAt, actors, recordedBy, agency, rules } = opened!;
    const envelope = { type: 'AccountOpened', v: 1, occurredAt, actors, recordedBy, agency, rules };
    await store.append(`person-${lin}`, 1, [{ ...envelope, data: { issuer, subject: 'b' } }], {
      id: 'b',
      digest: 'b',
    });
    const note = (subject: string, key: string) =>
      registry.accounts.note(
        lin,
        { type: 'SecondFactorEnrolled', issuer, subject, at: later },
        by(key, later, lin),
      );
    expect(await note('b', 'own factor')).toEqual({ issuer, subject: 'b' });
    const ended: string[] = [];
    const endAll = (key: string) =>
      registry.accounts.noteOfAll(
        lin,
        { type: 'SessionsEnded', issuer, at: later },
        { by: by(key, later, 'admin'), then: ({ subject }) => Promise.resolve(ended.push(subject)) },
      );
    await endAll('end them');
    await endAll('end them');
    const a = of('a').subject;
    expect(ended).toEqual([a, 'b', a, 'b']);
    const entered = (await registry.historyOfPerson(lin)).filter(({ type }) => type === 'SessionsEnded');
    expect(entered.map(({ data }) => data)).toMatchObject([{ subject: a }, { subject: 'b' }]);
    const endOfOne = (nth: number) =>
      registry.accounts.note(
        lin,
        { type: 'SessionsEnded', issuer, subject: a, at: later },
        by(`of one ${String(nth)}`, later),
      );
    for (let nth = 0; nth < 9; nth += 1) await endOfOne(nth);
    await expect(endAll('once more')).rejects.toMatchObject({ reason: 'too-often-today' });
    expect(ended.at(-1)).toBe('b');
    await close(lin, 'close', { subject: 'b' });
    await expect(note('b', 'factor of a closed one')).rejects.toMatchObject({ reason: 'no-account-open' });
    await expect(note('c', 'factor of none')).rejects.toMatchObject({ reason: 'no-account-open' });
  });
});

describe('a closed account', () => {
  it('is followed by one that another opens than closed it: nothing is made at the issuer before', async () => {
    await open(lin, 'lin', 'open');
    await close(lin, 'close');
    await expect(open(lin, 'next', 'open again')).rejects.toMatchObject({
      reason: 'closed-by-yourself',
      message: expect.stringMatching(/另一名管理员开通.+another administrator opens/),
    });
    expect(logins.has('next')).toBe(false);
    expect(await types(lin)).toEqual(['PersonRegistered', 'AccountOpened', 'AccountClosed']);
    await openNext(lin, 'next', 'opened by another');
    expect(await behind(of('next'))).toEqual({ person: lin, state: 'open' });
  });

  it('bars who closed it also where it was closed while they opened the next one', async () => {
    await open(lin, 'lin', 'open');
    await registry.accounts.close(lin, { issuer }, later, by('closed by another', later, 'another'));
    const meanwhile = async (of: Opening) => {
      const account = await opening('next')(of);
      await openNext(lin, 'between', 'between');
      await close(lin, 'close');
      return account;
    };
    const opened = registry.openAccount(lin, meanwhile, by('open again'));
    await expect(opened).rejects.toMatchObject({ reason: 'closed-by-yourself' });
    expect(await behind(of('next'))).toMatchObject({ state: 'none' });
  });

  it('of the machine’s own is followed by one of the machine', async () => {
    await open(lin, 'lin', 'open');
    await registry.accounts.close(lin, { issuer }, later, by('close', later, 'system'));
    await openNext(lin, 'next', 'open again', 'system');
    expect(await behind(of('next'))).toEqual({ person: lin, state: 'open' });
  });

  it('is named by the same command again, and is not closed twice', async () => {
    await open(lin, 'lin', 'open');
    expect(await close(lin, 'close')).toEqual(of('lin'));
    expect(await close(lin, 'close')).toEqual(of('lin'));
    await expect(close(lin, 'another key')).rejects.toMatchObject({ reason: 'no-account-open' });
    expect(await behind(of('lin'))).toEqual({ person: lin, state: 'closed' });
  });

  it('is the person’s own, or none', async () => {
    await open(lin, 'lin', 'open');
    for (const [person, which] of [
      [gao, {}],
      [gao, { subject: of('lin').subject }],
      [lin, { subject: 'another' }],
    ] as const)
      await expect(close(person, `close ${person}`, which)).rejects.toMatchObject({
        reason: 'no-account-open',
      });
    expect(await behind(of('lin'))).toEqual({ person: lin, state: 'open' });
  });

  it('gives way to another, of the same login too, for the same person and for somebody else', async () => {
    await open(lin, 'desk', 'open');
    const before = of('desk');
    await close(lin, 'close');
    await open(gao, 'desk', 'for gao');
    expect(of('desk')).not.toEqual(before);
    expect(await behind(of('desk'))).toEqual({ person: gao, state: 'open' });
    expect(await behind(before)).toEqual({ person: lin, state: 'closed' });
    await openNext(lin, 'lin', 'for lin again');
    expect(await behind(of('lin'))).toEqual({ person: lin, state: 'open' });
  });

  it('of another issuer may be opened again: what was signed in before it closed stays out', async () => {
    const account = { issuer, subject: 'lin-at-the-other-issuer' };
    const link = (key: string, who?: string) =>
      registry.openAccount(lin, () => Promise.resolve(account), by(key, at, who));
    await link('open');
    await close(lin, 'close');
    await link('open again', 'second administrator');
    expect(await behind(account)).toEqual({ person: lin, state: 'open' });
    const standing = (await registry.standing(lin))!;
    const closedAt = Date.parse(later);
    expect([closedAt, closedAt + 1].map((issuedAt) => isSignedOut(standing, account, issuedAt))).toEqual([
      true,
      false,
    ]);
  });

  it('of two that an older program opened, each is closed, the oldest first or the one named', async () => {
    await open(lin, 'a', 'a');
    const [, opened] = await store.read(`person-${lin}`);
    const { type, v, occurredAt, actors, recordedBy, agency, rules, disclosures } = opened!;
    const envelope = { type, v, occurredAt, actors, recordedBy, agency, rules, disclosures };
    for (const [n, subject] of ['b', 'c'].entries())
      await store.append(`person-${lin}`, n + 1, [{ ...envelope, data: { issuer, subject } }], {
        id: subject,
        digest: subject,
      });
    expect(await close(lin, 'one', { subject: 'c' })).toEqual({ issuer, subject: 'c' });
    expect(await close(lin, 'two')).toEqual(of('a'));
    expect(await close(lin, 'three')).toEqual({ issuer, subject: 'b' });
    await expect(close(lin, 'four')).rejects.toMatchObject({ reason: 'no-account-open' });
  });
});

describe('a password of one’s own', () => {
  it('is entered by the person, without a secret, and activates once', async () => {
    await open(lin, 'lin', 'open');
    expect(await set(lin, of('lin'), true, 'one')).toBe('recorded');
    // Cut short before it took effect, and tried again.
    expect(await set(lin, of('lin'), true, 'two')).toBe('recorded');
    const [entered, ...more] = (await store.read(`person-${lin}`)).slice(2);
    expect(more).toEqual([]);
    expect(entered).toMatchObject({
      type: 'AccountActivated',
      recordedBy: lin,
      actors: [{ person: lin }],
      data: { ...of('lin'), at: later },
    });
    expect(Object.keys(entered!.data as object)).toHaveLength(3);
  });

  it('raced for by two programs is entered once', async () => {
    await open(lin, 'lin', 'open');
    const elsewhere = new Registry(store);
    await Promise.all(
      [registry, elsewhere, registry].map((from, n) =>
        from.accounts.enterPassword(
          of('lin'),
          { first: true, at: later },
          { person: lin, at: later, command: { id: `race ${String(n)}`, digest: 'x' } },
        ),
      ),
    );
    expect((await types(lin)).filter((type) => type === 'AccountActivated')).toHaveLength(1);
  });

  it('changed is entered each time, and signs out what was signed in before, no other account', async () => {
    await open(lin, 'lin', 'open');
    await set(lin, of('lin'), true, 'activate');
    const issuedAt = Date.parse(later);
    const out = async (account: Account, when: number) =>
      isSignedOut((await registry.standing(lin))!, account, when);
    expect(await out(of('lin'), issuedAt)).toBe(false);
    await set(lin, of('lin'), false, 'change');
    await set(lin, of('lin'), false, 'change again');
    expect((await types(lin)).slice(2)).toEqual(['AccountActivated', 'PasswordChanged', 'PasswordChanged']);
    expect(await out(of('lin'), issuedAt)).toBe(true);
    expect(await out(of('lin'), issuedAt + 1)).toBe(false);
    expect(await out({ issuer, subject: 'another' }, issuedAt)).toBe(false);
  });

  it('changed is entered ten times in 24 hours at most, each account for itself', async () => {
    await open(lin, 'lin', 'open');
    await open(gao, 'gao', 'open for another');
    const change = (person: string, account: Account, at: string, key: string) =>
      registry.accounts.enterPassword(
        account,
        { first: false, at },
        { person, at: later, command: { id: key, digest: key } },
      );
    for (let n = 0; n < 10; n += 1)
      expect(await change(lin, of('lin'), `2026-03-02T01:0${String(n)}:00.000Z`, String(n))).toBe('recorded');
    expect(await change(lin, of('lin'), '2026-03-03T00:59:59.999Z', 'eleventh')).toBe('too-many');
    expect(await change(gao, of('gao'), '2026-03-03T00:59:59.999Z', 'of another')).toBe('recorded');
    expect((await types(lin)).filter((type) => type === 'PasswordChanged')).toHaveLength(10);
    expect(await change(lin, of('lin'), '2026-03-03T01:00:00.000Z', 'a day later')).toBe('recorded');
    expect(await change(lin, of('lin'), '2026-03-03T01:00:00.001Z', 'and another')).toBe('too-many');
    // What gives a password back is not bounded by it.
    await registry.recordReset(lin, of('lin'), by('reset', '2026-03-03T01:00:00.002Z'));
    expect(await set(lin, of('lin'), true, 'after the reset')).toBe('recorded');
  });

  it('changed often, is known by its latest instant alone', async () => {
    await open(lin, 'lin', 'open');
    const at = (second: number) => new Date(Date.parse(later) + second * 1_000).toISOString();
    const another = { issuer, subject: 'another' };
    for (const [n, second] of [3, 1, 4, 1, 5, 2].entries()) {
      await registry.recordReset(lin, of('lin'), by(`reset ${String(n)}`, at(second)));
      await registry.recordReset(lin, another, by(`reset of another ${String(n)}`, at(second + 10)));
    }
    const standing = (await registry.standing(lin))!;
    expect(standing.signedOut).toEqual([
      { ...of('lin'), at: at(5) },
      { ...another, at: at(15) },
    ]);
    const issuedAt = Date.parse(later);
    expect(isSignedOut(standing, of('lin'), issuedAt + 5_000)).toBe(true);
    expect(isSignedOut(standing, of('lin'), issuedAt + 5_001)).toBe(false);
  });

  it('after a reset is entered anew', async () => {
    await open(lin, 'lin', 'open');
    await set(lin, of('lin'), true, 'one');
    await registry.recordReset(lin, of('lin'), by('reset', later));
    await set(lin, of('lin'), true, 'two');
    expect((await types(lin)).slice(2)).toEqual(['AccountActivated', 'AccountReset', 'AccountActivated']);
  });

  it('of an account that is closed, or somebody else’s, is not entered', async () => {
    await open(lin, 'lin', 'open');
    expect(await set(gao, of('lin'), true, 'of another')).toBe('not-theirs');
    await close(lin, 'close');
    expect(await set(lin, of('lin'), true, 'closed')).toBe('not-theirs');
    expect(await set(lin, of('lin'), false, 'closed too')).toBe('not-theirs');
    expect(await types(lin)).toEqual(['PersonRegistered', 'AccountOpened', 'AccountClosed']);
    expect(await types(gao)).toEqual(['PersonRegistered']);
  });
});

it('the course of each account can be read, oldest first', async () => {
  await open(lin, 'lin', 'open');
  await set(lin, of('lin'), true, 'activate');
  await close(lin, 'close');
  await openNext(lin, 'lin', 'open again');
  const [first, second, ...more] = await registry.accounts.of(lin);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ issuer, openedAt: at, activatedAt: later, closedAt: later });
  expect(second).toEqual({ ...of('lin'), openedAt: at });
});
