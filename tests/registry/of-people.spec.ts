/** What is entered of a person and ends, or was entered wrongly: a number, a qualification, a name. */
import { InMemoryEventStore, RecordDamaged } from '@anjuan/event-store';
import { onDay, Registry, type PersonChange, type Recorder } from '@anjuan/registry';
import { changed } from '../support/registry.js';
import { at, by, facts } from './registering.js';

let store: InMemoryEventStore;
let registry: Registry;
let agency: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  registry = new Registry(store);
  agency = await registry.registerAgency(facts, by('agency'));
});
let made = 0;
const person = (staffNumber: string, name = '林岚') =>
  registry.registerPerson({ agency, staffNumber, name }, by(`person ${String((made += 1))}`));
const later = (id: string, when: string): Recorder => ({ ...by(id), at: when });

describe('A credential number', () => {
  const credential = (number: string, validFrom = '2026-03-01', validTo = '2028-03-31'): PersonChange => ({
    type: 'CredentialIssued',
    data: { number, validFrom, validTo },
  });

  it.each(['京市监执0105-0117', ' 京市监执０１０５－０１１７ '])(
    'is one person’s at a time, typed as %j',
    async (typed) => {
      const [lin, gao] = [await person('0117'), await person('0204')];
      await registry.change(lin, credential('京市监执0105-0117'), by('first'));
      await expect(registry.change(gao, credential(typed), by('second'))).rejects.toMatchObject({
        reason: 'credential-taken',
        message: expect.stringContaining('2028-03-31'),
      });
      expect((await registry.person(gao))?.credentials).toEqual([]);
      await registry.change(lin, credential('京市监执0105-0117', '2028-04-01', '2030-03-31'), by('renewed'));
    },
  );

  it('is somebody else’s once it was ended, or has run out', async () => {
    const [lin, gao] = [await person('0117'), await person('0204')];
    await registry.change(lin, credential('执-1'), by('first'));
    const ended = { type: 'CredentialEnded', data: { number: '执-1', to: '2026-03-31' } } as const;
    await registry.change(lin, ended, by('ended'));
    await expect(registry.change(gao, credential('执-1'), by('too early'))).rejects.toMatchObject({
      reason: 'credential-taken',
    });
    await registry.change(gao, credential('执-1', '2026-04-01'), by('second'));
    expect((await registry.person(gao))?.credentials).toHaveLength(1);
  });

  it('proposed of two people is approved of one', async () => {
    const [lin, gao] = [await person('0117'), await person('0204')];
    const back = credential('执-1', '2026-01-01');
    for (const of of [lin, gao]) await registry.change(of, back, by(`proposed ${of}`));
    const approve = (of: string) =>
      registry.changesOfPeople.approve(of, [1], { ...by(`approved ${of}`), person: 'second' });
    await approve(lin);
    await expect(approve(gao)).rejects.toMatchObject({ reason: 'credential-taken' });
  });

  it('raced for in two programs is one person’s; it stays theirs when the attempt is made again', async () => {
    const [lin, gao] = [await person('0117'), await person('0204')];
    const [here, there] = [registry, new Registry(store)];
    const enter = (of: string, from: Registry) => from.change(of, credential('执-1'), by(`entered ${of}`));
    const answers = await Promise.allSettled([enter(lin, here), enter(gao, there)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = await Promise.allSettled([enter(lin, there), enter(gao, here)]);
    expect(again.map(({ status }) => status)).toEqual(answers.map(({ status }) => status));
    const held = await Promise.all([lin, gao].map((of) => registry.person(of)));
    expect(held.flatMap((one) => one?.credentials ?? [])).toHaveLength(1);
  });

  it('that was entered before numbers were claimed is known by who holds it', async () => {
    const [lin, gao] = [await person('0117'), await person('0204')];
    const before = { v: 1, occurredAt: at, actors: [], recordedBy: 'admin', agency, rules: {} };
    const { type, data } = credential('执-1');
    await store.append(`person-${lin}`, 0, [{ ...before, type, data: { ...data } }], {
      id: 'before',
      digest: 'before',
    });
    await expect(registry.change(gao, credential('执-1'), by('second'))).rejects.toMatchObject({
      reason: 'credential-taken',
    });
  });
});

describe('A qualification', () => {
  const recorded = (legalQualification: string): PersonChange => ({
    type: 'QualificationRecorded',
    data: { legalQualification },
  });
  const ended = (to: string, legalQualification = 'A2019'): PersonChange => ({
    type: 'QualificationEnded',
    data: { legalQualification, to },
  });
  const on = async (of: string, day: string) => onDay((await registry.person(of))!, day).legalQualification;

  it('ends from a day on, and what is entered anew counts from its own day on', async () => {
    const fang = await person('0117');
    await changed(registry, fang, recorded('A2019'), by('recorded'));
    expect(await on(fang, '2020-01-01')).toBe('A2019');
    await registry.change(fang, ended('2026-03-31'), by('ended'));
    expect([await on(fang, '2026-03-31'), await on(fang, '2026-04-01')]).toEqual(['A2019', undefined]);
    await changed(registry, fang, recorded('A2026'), later('anew', '2026-06-01T01:00:00.000Z'));
    expect(await on(fang, '2026-03-31')).toBe('A2019');
    expect(await on(fang, '2026-05-31')).toBeUndefined();
    expect(await on(fang, '2026-06-01')).toBe('A2026');
  });

  it('is ended where it is held, by two where the end is dated back', async () => {
    const fang = await person('0117');
    await expect(registry.change(fang, ended('2026-03-31'), by('none'))).rejects.toMatchObject({
      reason: 'qualification-not-held',
    });
    await changed(registry, fang, recorded('A2019'), by('recorded'));
    await expect(registry.change(fang, ended('2026-03-31', 'A2018'), by('another'))).rejects.toMatchObject({
      reason: 'qualification-not-held',
    });
    expect(await registry.change(fang, ended('2026-02-28'), by('back'))).toMatchObject({ proposal: 2 });
    await registry.change(fang, ended('2026-03-31'), by('ended'));
    await expect(registry.change(fang, ended('2026-04-30'), by('later'))).rejects.toMatchObject({
      reason: 'qualification-not-held',
    });
  });
});

describe('A registration', () => {
  const correct = (of: string, data: { name?: string; staffNumber?: string }, key: string) =>
    changed(registry, of, { type: 'RegistrationCorrected', data: { ...data, reason: '笔误' } }, by(key));

  it('is corrected by two; what was entered before stays readable', async () => {
    const lin = await person('0117', '林蓝');
    const proposed = { type: 'RegistrationCorrected', data: { name: '林岚', reason: '笔误' } } as const;
    expect(await registry.change(lin, proposed, by('proposed'))).toMatchObject({ proposal: 1 });
    expect((await registry.person(lin))?.name).toBe('林蓝');
    await registry.changesOfPeople.approve(lin, [1], { ...by('approved'), person: 'second' });
    expect(await registry.person(lin)).toMatchObject({ name: '林岚', staffNumber: '0117' });
    const history = await registry.historyOfPerson(lin);
    expect(history[0]?.data).toMatchObject({ name: '林蓝' });
    expect(history[1]?.data).toMatchObject({ change: { data: { name: '林岚' } } });
  });

  it('keeps the corrected name out of the permanent bytes', async () => {
    const lin = await person('0117', '林蓝');
    await correct(lin, { name: '林岚' }, 'corrected');
    for await (const { bytes } of store.readAll())
      expect(Buffer.from(bytes).toString('utf8')).not.toMatch(/林岚|林蓝/);
    expect(JSON.stringify(await registry.standing(lin))).not.toContain('林岚');
  });

  it('takes no number that is somebody else’s', async () => {
    const lin = await person('0117');
    await person('0204');
    await expect(correct(lin, { staffNumber: '０204' }, 'taken')).rejects.toMatchObject({
      reason: 'staff-number-taken',
    });
    expect((await registry.person(lin))?.staffNumber).toBe('0117');
  });

  it('gives the number it was entered under by mistake back to whose it is', async () => {
    const lin = await person('0204');
    await correct(lin, { staffNumber: '0117' }, 'corrected');
    await expect(person('0117', '高明')).rejects.toMatchObject({ reason: 'staff-number-taken' });
    const gao = await person('0204', '高明');
    expect((await registry.person(gao))?.staffNumber).toBe('0204');
    await expect(person('0204', '孟晓')).rejects.toMatchObject({ reason: 'staff-number-taken' });
    await expect(correct(lin, { staffNumber: '0204' }, 'back')).rejects.toMatchObject({
      reason: 'staff-number-taken',
    });
    expect(await new Registry(store).waiting(agency)).toHaveLength(1);
  });
});

it('everything that waits for approval in an agency is one list: of its people and of itself, nothing of others', async () => {
  const [lin, gao] = [await person('0117'), await person('0204', '高明')];
  const other = await registry.registerAgency({ ...facts, uscc: '12110105MB0000000X' }, by('other'));
  const theirs = await registry.registerPerson(
    { agency: other, staffNumber: '1', name: '孟晓' },
    by('theirs'),
  );
  const leader = { type: 'CapacityGranted', data: { capacity: 'leader', from: '2026-03-01' } } as const;
  for (const of of [gao, lin, theirs]) await registry.change(of, leader, by(`proposed ${of}`));
  const waiting = await registry.waiting(agency);
  expect(waiting.map(({ name, proposal }) => [name, proposal])).toEqual([
    ['林岚', 1],
    ['高明', 1],
  ]);
  expect(waiting[0]).toMatchObject({ by: 'admin', on: '2026-03-01', goodUntil: '2026-03-31', ...leader });
  expect(await registry.waiting()).toHaveLength(3);
  await registry.changesOfPeople.decline(gao, { proposals: [1], reason: '填错' }, by('declined'));
  await registry.changesOfPeople.approve(lin, [1], { ...by('approved'), person: 'second' });
  expect(await registry.waiting(agency)).toEqual([]);
});

it('somebody whose entries are damaged stops nobody else: numbers are given, persons registered, proposals listed', async () => {
  const [hurt, lin] = [await person('0117'), await person('0204')];
  const leader = { type: 'CapacityGranted', data: { capacity: 'leader', from: '2026-03-01' } } as const;
  for (const of of [hurt, lin]) await registry.change(of, leader, by(`proposed ${of}`));
  let damaged = true;
  const stored = store.read.bind(store);
  const read: InMemoryEventStore['read'] = (stream, ...more) =>
    damaged && stream === `person-${hurt}`
      ? Promise.reject(new RecordDamaged({ what: 'shorter', stream }))
      : stored(stream, ...more);
  const begun = new Registry(Object.assign(store, { read }));
  expect((await begun.waiting(agency)).map((one) => one.name)).toEqual(['林岚']);
  const issued = { number: '执-1', validFrom: '2026-03-01', validTo: '2028-03-31' };
  await begun.change(lin, { type: 'CredentialIssued', data: issued }, by('issued'));
  await begun.registerPerson({ agency, staffNumber: '0330', name: '高明' }, by('another'));
  await expect(begun.change(hurt, leader, by('of the damaged'))).rejects.toThrow(RecordDamaged);
  damaged = false;
  expect(await begun.waiting(agency)).toHaveLength(2);
});
