import { CommandReused, InMemoryEventStore, StoreUnavailable } from '@anjuan/event-store';
import { defaultLists } from '@anjuan/law';
import { EventUnknown } from '@anjuan/record';
import { onDay, Registry, RegistryRefusal, type Opening, type Recorder } from '@anjuan/registry';
import { changed, granted, listsSet } from '../support/registry.js';
import { at, by, facts } from './registering.js';

describe('The registry', () => {
  let store: InMemoryEventStore;
  let registry: Registry;
  let agency: string;
  beforeEach(async () => {
    store = new InMemoryEventStore({ clock: () => new Date(at) });
    registry = new Registry(store);
    agency = await registry.registerAgency(facts, by('agency'));
  });
  const person = (staffNumber: string, key = staffNumber) =>
    registry.registerPerson({ agency, staffNumber, name: '林岚' }, by(key));

  it('lets nobody approve through any account that the proposer opened and that is open', async () => {
    const [lin, he] = [await person('0117'), await person('0001')];
    const account = (issuer: string) => () => Promise.resolve({ issuer, subject: 'he' });
    const other = (id: string): Recorder => ({ ...by(id), person: 'other' });
    await registry.openAccount(he, account('urn:before'), by('first account'));
    await registry.openAccount(he, account('urn:now'), other('second account'));
    const leader = { type: 'CapacityGranted', data: { capacity: 'leader', from: '2026-03-01' } } as const;
    await registry.change(lin, leader, by('proposed'));
    const approve = (id: string) =>
      registry.changesOfPeople.approve(lin, [1], { ...by(id), person: he, capacity: 'principal' });
    await expect(approve('approved')).rejects.toMatchObject({ reason: 'own-proposal' });
    await registry.accounts.close(he, { issuer: 'urn:before' }, at, other('closed'));
    await approve('approved at last');
    expect((await registry.person(lin))?.capacities).toHaveLength(1);
  });

  it('knows capacities and credentials by their days', async () => {
    const lin = await person('0117');
    await granted(registry, lin, { capacity: 'officer', from: '2026-02-01', to: '2026-06-30' }, by('grant'));
    const first = { number: '执-1', validFrom: '2024-01-01', validTo: '2026-03-31' };
    const second = { number: '执-2', validFrom: '2026-04-01', validTo: '2028-03-31' };
    await changed(registry, lin, { type: 'CredentialIssued', data: first }, by('first'));
    await changed(registry, lin, { type: 'CredentialIssued', data: second }, by('second'));
    const known = (await registry.person(lin))!;
    expect(onDay(known, '2026-01-31').capacities).toEqual([]);
    expect(onDay(known, '2026-02-01')).toMatchObject({ capacities: ['officer'], credential: first });
    expect(onDay(known, '2026-04-01').credential).toEqual(second);
    expect(onDay(known, '2026-07-01').capacities).toEqual([]);
  });

  it('ends a capacity from a day on', async () => {
    const lin = await person('0117');
    await granted(registry, lin, { capacity: 'officer', from: '2026-01-01' }, by('grant'));
    await changed(
      registry,
      lin,
      { type: 'CapacityEnded', data: { capacity: 'officer', to: '2026-03-31' } },
      by('end'),
    );
    const known = (await registry.person(lin))!;
    expect(onDay(known, '2026-03-31').capacities).toEqual(['officer']);
    expect(onDay(known, '2026-04-01').capacities).toEqual([]);
  });

  it('ends a credential before its time, from a day on, and none that is not held', async () => {
    const lin = await person('0117');
    const issued = { number: '执-1', validFrom: '2026-01-01', validTo: '2028-03-31' };
    await changed(registry, lin, { type: 'CredentialIssued', data: issued }, by('issue'));
    await changed(
      registry,
      lin,
      { type: 'CredentialEnded', data: { number: '执-1', to: '2026-03-31' } },
      by('end'),
    );
    const known = (await registry.person(lin))!;
    expect(onDay(known, '2026-03-31').credential).toEqual({ ...issued, validTo: '2026-03-31' });
    expect(onDay(known, '2026-04-01').credential?.validTo).toBe('2026-03-31');
    for (const wrong of [
      { number: '执-2', to: '2026-03-30' },
      { number: '执-1', to: '2025-12-31' },
      { number: '执-1', to: '2026-03-31' },
    ])
      await expect(
        changed(registry, lin, { type: 'CredentialEnded', data: wrong }, by('again')),
      ).rejects.toMatchObject({
        reason: 'credential-not-held',
      });
  });

  it('gives a staff number to one person, and the same answer to a retry', async () => {
    const lin = await person('0117', 'one key');
    expect(await person('0117', 'one key')).toBe(lin);
    await expect(person('0117', 'another key')).rejects.toThrow(RegistryRefusal);
  });

  it('links an account to one person', async () => {
    const lin = await person('0117');
    const gao = await person('0204');
    const account = (subject: string) => async () => Promise.resolve({ issuer: 'urn:here', subject });
    await registry.openAccount(lin, account('a'), by('a'));
    await expect(registry.openAccount(gao, account('a'), by('c'))).rejects.toThrow(RegistryRefusal);
    expect((await registry.personBehind('urn:here', 'a'))?.person).toBe(lin);
    expect(await registry.personBehind('urn:elsewhere', 'a')).toBeUndefined();
  });

  it('keeps every version of the lists, each until the next begins', async () => {
    await listsSet(registry, agency, { ...defaultLists, validFrom: '2025-01-01' }, by('first'));
    await listsSet(registry, agency, { ...defaultLists, validFrom: '2026-01-01' }, by('second'));
    const lists = (await registry.agency(agency))!.lists;
    expect(lists.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2025-01-01', '2025-12-31'],
      ['2026-01-01', defaultLists.validTo],
    ]);
    await expect(
      listsSet(registry, agency, { ...defaultLists, validFrom: '2025-06-01' }, by('third')),
    ).rejects.toThrow(RegistryRefusal);
  });

  it('replaces a version that has not begun, and no other', async () => {
    const set = (validFrom: string, key = validFrom) =>
      listsSet(registry, agency, { ...defaultLists, validFrom }, by(key));
    await set('2025-01-01');
    const slip = await set('2099-01-01', 'a slip');
    const mended = await set('2026-07-01');
    expect(await set('2099-01-01', 'again')).not.toBe(slip);
    expect(await set('2026-07-01', 'otherwise')).not.toBe(mended);
    const known = await new Registry(store).agency(agency);
    expect(known?.lists.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2025-01-01', '2026-06-30'],
      ['2026-07-01', defaultLists.validTo],
    ]);
    expect((await registry.agency(agency))?.lists).toEqual(known?.lists);
    for (const begun of ['2025-01-01', '2024-12-31'])
      await expect(set(begun, 'x')).rejects.toThrow(RegistryRefusal);
    // The day of the entries, 2026-03-01, has begun.
    await set('2026-03-01');
    await expect(set('2026-03-01', 'y')).rejects.toThrow(RegistryRefusal);
  });

  it('tells at once what another process has entered since it was asked last', async () => {
    const lin = await person('0117');
    const elsewhere = new Registry(store);
    await granted(registry, lin, { capacity: 'officer', from: '2026-01-01' }, by('grant'));
    const account = async () => Promise.resolve({ issuer: 'urn:here', subject: 'a' });
    await registry.openAccount(lin, account, by('a'));
    const today = async () => {
      const behind = (await registry.personBehind('urn:here', 'a'))!;
      return onDay(behind, '2026-03-02');
    };
    expect(await today()).toMatchObject({ capacities: ['officer'] });
    await changed(
      elsewhere,
      lin,
      { type: 'CapacityEnded', data: { capacity: 'officer', to: '2026-03-01' } },
      by('end'),
    );
    expect((await today()).capacities).toEqual([]);
    const credential = { number: '执-1', validFrom: '2026-03-01', validTo: '2028-03-31' };
    await changed(elsewhere, lin, { type: 'CredentialIssued', data: credential }, by('credential'));
    expect((await today()).credential).toEqual(credential);
    expect(await registry.personOnDay(lin, '2026-03-02')).toEqual(await today());
    await registry.agency(agency);
    await listsSet(elsewhere, agency, { ...defaultLists, validFrom: '2026-01-01' }, by('lists'));
    expect((await registry.agency(agency))?.lists).toHaveLength(1);
  });

  it('takes nothing from a record that was replaced by an older copy', async () => {
    const lin = await person('0117');
    await granted(registry, lin, { capacity: 'officer', from: '2026-01-01' }, by('grant'));
    const copy = new InMemoryEventStore({ clock: () => new Date('2026-03-05T01:00:00.000Z') });
    const anew = new Registry(copy);
    await anew.registerAgency(facts, by('agency'));
    await anew.registerPerson({ agency, staffNumber: '0117', name: '林岚' }, by('0117'));
    await granted(anew, lin, { capacity: 'leader', from: '2026-01-01' }, by('grant'));
    let record: InMemoryEventStore = store;
    const replaced = new Registry(
      Object.assign(new InMemoryEventStore({ clock: () => new Date(at) }), {
        read: (...of: Parameters<InMemoryEventStore['read']>) => record.read(...of),
      }),
    );
    const capacities = async () => (await replaced.personOnDay(lin, '2026-03-01'))?.capacities;
    expect(await capacities()).toEqual(['officer']);
    record = copy;
    expect(await capacities()).toEqual(['leader']);
  });

  it('keeps no name that was erased', async () => {
    const lin = await person('0117');
    expect(await registry.standing(lin)).not.toHaveProperty('name');
    const [registered] = await store.read(`person-${lin}`);
    await store.erase(registered!.disclosures.map(({ digest }) => digest));
    expect(JSON.stringify([await registry.person(lin), await registry.standing(lin)])).not.toContain('林岚');
  });

  it('keeps a name out of the permanent bytes', async () => {
    await person('0117');
    for await (const { bytes } of store.readAll())
      expect(Buffer.from(bytes).toString('utf8')).not.toContain('林岚');
  });

  it.each([
    ['person', 'CapacityEnded', 2],
    ['person', 'PersonLeft', 1],
    ['agency', 'AgencyClosed', 1],
    ['account', 'AccountUnlinked', 1],
    ['account', 'toString', 1],
  ])('passes over nothing that a newer program wrote of a %s: %s in version %i', async (what, type, v) => {
    const lin = await person('0117');
    const account = { issuer: 'https://id.example.cn', subject: 'lin' };
    await registry.openAccount(lin, () => Promise.resolve(account), by('account'));
    const streams = { person: `person-${lin}`, agency: `agency-${agency}` };
    const stream = what === 'account' ? await accountStream() : streams[what as 'person' | 'agency'];
    const { length } = await store.read(stream);
    const written = { occurredAt: at, actors: [], recordedBy: 'admin', agency, rules: {}, data: {} };
    await store.append(stream, length - 1, [{ ...written, type, v }], by('newer').command);
    await expect(
      what === 'agency' ? registry.agency(agency) : registry.personBehind(account.issuer, account.subject),
    ).rejects.toThrow(EventUnknown);
  });
  const accountStream = async (): Promise<string> => {
    const found: string[] = [];
    for await (const { stream, type } of store.readAll())
      if (type === 'AccountLinked' && stream.startsWith('account-')) found.push(stream);
    return found.at(-1) ?? '';
  };

  it('registers nobody in an agency that is not there', async () => {
    const nobody = registry.registerPerson({ agency: 'none', staffNumber: '1', name: '林岚' }, by('x'));
    await expect(nobody).rejects.toThrow(RegistryRefusal);
  });

  it('gives the same answer to every request sent again, and refuses the key for another', async () => {
    const lin = await person('0117');
    const lists = { ...defaultLists, validFrom: '2026-01-01' };
    const version = await listsSet(registry, agency, lists, by('lists'));
    expect(await listsSet(registry, agency, lists, by('lists'))).toBe(version);
    const grant = { capacity: 'officer', from: '2026-01-01' } as const;
    const account = () => Promise.resolve({ issuer: 'urn:here', subject: 'a' });
    const requests: readonly ((of: Recorder) => Promise<unknown>)[] = [
      (of) => listsSet(registry, agency, lists, of),
      (of) => registry.registerAgency(facts, of),
      (of) => registry.registerPerson({ agency, staffNumber: 'n', name: '高' }, of),
      (of) => granted(registry, lin, grant, of),
      (of) => registry.openAccount(lin, account, of),
    ];
    const keys = ['lists', 'agency', '0117', 'grant', 'account'];
    await granted(registry, lin, grant, by('grant'));
    await granted(registry, lin, grant, by('grant'));
    await registry.openAccount(lin, account, by('account'));
    await registry.openAccount(lin, account, by('account'));
    expect(await store.read(`person-${lin}`)).toHaveLength(4);
    for (const [index, request] of requests.entries()) {
      const reused = { ...by(keys[index]!), command: { id: keys[index]!, digest: 'of another request' } };
      await expect(request(reused)).rejects.toThrow(CommandReused);
    }
  });

  it('enters what two programs enter for one person at once, both of it', async () => {
    const lin = await person('0117');
    const elsewhere = new Registry(store);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        changed(
          n % 2 ? registry : elsewhere,
          lin,
          {
            type: 'CredentialIssued',
            data: { number: `执-${String(n)}`, validFrom: '2024-01-01', validTo: '2026-03-31' },
          },
          by(`at once ${String(n)}`),
        ),
      ),
    );
    expect((await registry.person(lin))?.credentials).toHaveLength(20);
  });

  describe('where an attempt was cut short', () => {
    /** Ends before the append that goes to a stream of that kind. */
    class CutShort extends InMemoryEventStore {
      before: string | undefined;
      override append: InMemoryEventStore['append'] = (stream, ...rest) =>
        this.before !== undefined && stream.startsWith(this.before)
          ? Promise.reject(new StoreUnavailable())
          : super.append(stream, ...rest);
    }
    let cut: CutShort;
    beforeEach(async () => {
      cut = new CutShort({ clock: () => new Date(at) });
      registry = new Registry(cut);
      agency = await registry.registerAgency(facts, by('agency'));
    });
    const shortOf = async (before: string, work: () => Promise<unknown>) => {
      cut.before = before;
      await expect(work()).rejects.toThrow(StoreUnavailable);
      cut.before = undefined;
    };

    it('registers the person under another key, once, and tells the first that the number is taken', async () => {
      await shortOf('person-', () => person('0117', 'first'));
      const lin = await person('0117', 'second');
      expect(await person('0117', 'second')).toBe(lin);
      await expect(person('0117', 'first')).rejects.toThrow(RegistryRefusal);
      expect((await registry.person(lin))?.staffNumber).toBe('0117');
    });

    it('keeps no number for a key that then registers another', async () => {
      await shortOf('person-', () => person('0117', 'key'));
      const other = await person('0204', 'key');
      const lin = await person('0117', 'another key');
      expect((await registry.person(other))?.staffNumber).toBe('0204');
      expect((await registry.person(lin))?.staffNumber).toBe('0117');
    });

    const logins = new Map<string, string>();
    /** As the issuer does: the login is another's, unless nobody has it any more. */
    const opening =
      (login: string) =>
      async ({ subject, ownerOf }: Opening) => {
        const holder = logins.get(login) ?? subject;
        const owner = holder === subject ? 'own' : await ownerOf({ issuer: 'urn:here', subject: holder });
        if (owner === 'another') throw new Error('taken');
        const opened = owner === 'own' ? holder : subject;
        logins.set(login, opened);
        return { issuer: 'urn:here', subject: opened };
      };
    const behind = async (login: string) =>
      (await registry.personBehind('urn:here', logins.get(login)!))?.person;
    const open = (of: string, login: string, key: string) =>
      registry.openAccount(of, opening(login), by(key));

    it.each(['account-', 'person-'])('before %s, opens the account under the same key', async (before) => {
      const lin = await person('0117');
      await shortOf(before, () => open(lin, before, 'first'));
      await open(lin, before, 'first');
      expect(await behind(before)).toBe(lin);
      expect(await cut.read(`person-${lin}`)).toHaveLength(2);
    });

    it('leaves a login that is nobody’s, which another key takes for whomever', async () => {
      const [lin, gao] = [await person('0117'), await person('0204')];
      await shortOf('account-', () => open(lin, 'login', 'first'));
      expect(await behind('login')).toBeUndefined();
      await open(gao, 'login', 'second');
      expect(await behind('login')).toBe(gao);
      await expect(open(lin, 'login', 'first')).rejects.toThrow('taken');
      expect(await behind('login')).toBe(gao);
    });

    it('leaves an account that is the person’s, which another key for that person carries to its end', async () => {
      const [lin, gao] = [await person('0117'), await person('0204')];
      await shortOf('person-', () => open(lin, 'half', 'first'));
      await expect(open(gao, 'half', 'second')).rejects.toThrow('taken');
      await open(lin, 'half', 'third');
      await open(lin, 'half', 'first');
      expect(await behind('half')).toBe(lin);
      expect(await cut.read(`person-${lin}`)).toHaveLength(2);
    });
  });
});
