/** What an agency entrusts an organisation with, and what a province charges an office with: by two, dated, and passed on to nobody. */
import { InMemoryEventStore } from '@anjuan/event-store';
import {
  asEntrusted,
  delegatedOn,
  delegationsOf,
  endedBefore,
  entrustmentsOf,
  ImportRefused,
  onDay,
  Registry,
  type Delegation,
  type Entrustment,
  type PersonChange,
  type Recorder,
} from '@anjuan/registry';
import { line } from './importing.js';
import { at, by, facts } from './registering.js';
import { creditCode } from '../support/credit-code.js';

const today = '2026-03-01';
let store: InMemoryEventStore;
let registry: Registry;
let agency: string;
beforeEach(async () => {
  store = new InMemoryEventStore({ clock: () => new Date(at) });
  registry = new Registry(store);
  agency = await registry.registerAgency(facts, by('agency'));
});

let made = 0;
const next = (): Recorder => by(`entry ${String((made += 1))}`);
const approver = (): Recorder => ({ ...next(), person: 'second' });
const codes = new Map<string, string>();
const codeOf = (name: string): string => {
  const code = codes.get(name) ?? creditCode();
  codes.set(name, code);
  return code;
};
const uscc = codeOf('综合服务中心');
const food = { title: '食品处罚', law: '食品安全法', articles: ['第三十四条', '124(1)'] };
const prices = { title: '价格处罚', law: '价格法', articles: ['13'] };
const entrustment = (more: Partial<Entrustment> = {}): Entrustment => ({
  entrustment: 'e-1',
  organisation: { uscc, title: '朝阳区市场监管综合服务中心' },
  basis: '《市场监督管理行政处罚程序规定》第九条',
  qualified: { publicAffairs: true, staff: true },
  document: '朝市监委〔2026〕1号',
  publishedOn: '2026-02-20',
  publishedAt: 'https://scjg.example.gov.cn/wt/1',
  matters: [food],
  powers: ['investigate'],
  from: today,
  to: '2026-12-31',
  ...more,
});
const proposed = async (of: string, data: Entrustment): Promise<number> => {
  const { proposal } = await registry.changeAgency(of, { type: 'OrganisationEntrusted', data }, next());
  return proposal ?? 0;
};
const entrusts = async (data: Entrustment, of = agency): Promise<void> => {
  await registry.changesOfAgencies.approve(of, [await proposed(of, data)], approver());
};
const ends = (to: string, of = 'e-1') =>
  registry.changeAgency(
    agency,
    { type: 'EntrustmentEnded', data: { entrustment: of, to, reason: '改由本机关办理' } },
    next(),
  );
const staffed = async (granted: Readonly<{ from?: string; to?: string }> = {}): Promise<string> => {
  const person = await registry.registerPerson({ agency, staffNumber: 'W1', name: '人员' }, next());
  await registry.change(person, grant({ ...granted }), next());
  return person;
};
const grant = (more: object = {}): PersonChange => ({
  type: 'CapacityGranted',
  data: { capacity: 'officer', organisation: uscc, from: today, ...more },
});
const seen = async (person: string, day: string) => {
  const known = (await registry.standing(person))!;
  const { entrustments } = (await registry.agency(agency))!;
  return asEntrusted(onDay(known, day), known, entrustments, day);
};
const refusedAs = (reason: string) => ({ reason });

describe('An entrustment', () => {
  it('is in force once another has approved it, and says who proposed and approved it', async () => {
    await proposed(agency, entrustment());
    const known = async (on?: string) => entrustmentsOf((await registry.agency(agency))!, on);
    expect(await known()).toEqual([]);
    await expect(registry.changesOfAgencies.approve(agency, [1], next())).rejects.toMatchObject(
      refusedAs('own-proposal'),
    );
    await registry.changesOfAgencies.approve(agency, [1], approver());
    expect(await known(today)).toEqual([
      {
        ...entrustment(),
        proposed: { by: 'admin', on: today },
        approved: { by: 'second', on: today },
      },
    ]);
    expect(await known('2026-02-28')).toEqual([]);
    expect(await known('2027-01-01')).toEqual([]);
    expect(await known()).toHaveLength(1);
  });

  it.each<[string, Partial<Entrustment>, string]>([
    ['before it is made public', { publishedOn: '2026-03-02', from: '2026-03-02' }, 'not-published'],
    ['from a day before it was made public', { from: '2026-02-19' }, 'not-published'],
    ['without an end in sight', { to: '9999-12-31' }, 'term-too-long'],
    ['of no matter', { matters: [] }, 'matters-not-listed'],
    ['of a whole law', { matters: [{ ...food, articles: [] }] }, 'matters-not-listed'],
    ['of whatever applies', { matters: [{ ...food, articles: ['有关规定'] }] }, 'matters-not-listed'],
    [
      'to whom manages no public affairs',
      { qualified: { publicAffairs: false, staff: true } },
      'organisation-not-qualified',
    ],
    [
      'to whom has nobody qualified',
      { qualified: { publicAffairs: true, staff: false } },
      'organisation-not-qualified',
    ],
    [
      'to whom lacks the equipment',
      { qualified: { publicAffairs: true, staff: true, equipment: false } },
      'organisation-not-qualified',
    ],
    ['to the agency itself', { organisation: { uscc: facts.uscc, title: '本机关' } }, 'entrusted-again'],
  ])('is not made %s', async (_, wrong, reason) => {
    await expect(entrusts(entrustment(wrong))).rejects.toMatchObject(refusedAs(reason));
  });

  it('is one at a time of an organisation; a renewal begins after it', async () => {
    await entrusts(entrustment());
    await expect(entrusts(entrustment({ entrustment: 'e-2' }))).rejects.toMatchObject(
      refusedAs('dates-overlap'),
    );
    await entrusts(entrustment({ entrustment: 'e-2', from: '2027-01-01', to: '2027-12-31' }));
    expect((await registry.agency(agency))?.entrustments).toHaveLength(2);
  });

  it('of two that were proposed for the same days only one is approved', async () => {
    await proposed(agency, entrustment());
    await proposed(agency, entrustment({ entrustment: 'e-2' }));
    await registry.changesOfAgencies.approve(agency, [1], approver());
    await expect(registry.changesOfAgencies.approve(agency, [2], approver())).rejects.toMatchObject(
      refusedAs('dates-overlap'),
    );
  });

  it('ends from today on by one, before that by two; not twice, nor before it began', async () => {
    await entrusts(entrustment());
    await expect(ends('2026-02-27')).rejects.toMatchObject(refusedAs('not-entrusted'));
    await expect(ends('2027-06-30')).rejects.toMatchObject(refusedAs('not-entrusted'));
    await expect(ends(today, 'e-9')).rejects.toMatchObject(refusedAs('not-entrusted'));
    expect((await ends('2026-06-30')).proposal).toBeUndefined();
    expect((await registry.agency(agency))?.entrustments[0]?.to).toBe('2026-06-30');
    const earlier = entrustment({
      entrustment: 'e-0',
      organisation: other('农业服务中心'),
      from: '2026-02-20',
    });
    await entrusts(earlier);
    expect((await ends('2026-02-25', 'e-0')).proposal).toBe(3);
    expect((await registry.agency(agency))?.entrustments[1]?.to).toBe('2026-12-31');
  });
});

const other = (title: string) => ({ uscc: codeOf(title), title });

describe('What one is entrusted with is entrusted to nobody else', () => {
  const register = (name: string, level = 'district') =>
    registry.registerAgency({ ...facts, name, uscc: codeOf(name), level }, next());
  let second: string;
  beforeEach(async () => {
    second = await register('海淀区局');
  });
  const to = (name: string, more: Partial<Entrustment> = {}) =>
    entrustment({ organisation: other(name), ...more });

  it('by who is entrusted: in the same matter and on the same days', async () => {
    await entrusts(to('海淀区局'));
    await expect(entrusts(to('服务中心'), second)).rejects.toMatchObject(refusedAs('entrusted-again'));
    await expect(
      entrusts(to('服务中心', { matters: [{ ...food, articles: ['34(2)'] }] }), second),
    ).rejects.toMatchObject(refusedAs('entrusted-again'));
    await entrusts(to('服务中心', { matters: [prices] }), second);
    await entrusts(to('服务中心', { entrustment: 'e-3', from: '2027-01-01', to: '2027-12-31' }), second);
  });

  it('nor to who entrusts others with it already, nor to and fro', async () => {
    await entrusts(to('服务中心'), second);
    await expect(entrusts(to('海淀区局'))).rejects.toMatchObject(refusedAs('entrusted-again'));
    const name = facts.name;
    await entrusts(
      entrustment({ organisation: { uscc: facts.uscc, title: name }, entrustment: 'e-4', matters: [prices] }),
      second,
    );
    await expect(entrusts(to('海淀区局', { matters: [prices] }))).rejects.toMatchObject(
      refusedAs('entrusted-again'),
    );
  });

  it('while it waited for approval somebody may have come between', async () => {
    await proposed(second, to('服务中心'));
    await entrusts(to('海淀区局'));
    await expect(registry.changesOfAgencies.approve(second, [1], approver())).rejects.toMatchObject(
      refusedAs('entrusted-again'),
    );
  });

  it('two agencies may entrust one organisation, each with its own', async () => {
    await entrusts(entrustment());
    await entrusts(entrustment(), second);
    for (const one of [agency, second]) expect((await registry.agency(one))?.entrustments).toHaveLength(1);
  });

  it('nor by an office that a province has charged', async () => {
    const office = await register('管庄乡人民政府', 'township');
    await expect(entrusts(entrustment(), office)).rejects.toMatchObject(refusedAs('entrusted-again'));
  });
});

describe('Staff of an organisation', () => {
  it('are officers on the days of its entrustment, whatever their grant says, and again when it is renewed', async () => {
    await entrusts(entrustment());
    const person = await staffed();
    const capacities = async (day: string) => onDay((await registry.standing(person))!, day).capacities;
    expect(await capacities('2026-12-31')).toEqual(['officer']);
    expect(await capacities('2027-01-01')).toEqual([]);
    expect(await seen(person, today)).toMatchObject({
      entrusted: { organisation: uscc, with: { matters: [food], powers: ['investigate'] } },
    });
    expect(await seen(person, '2027-01-01')).toMatchObject({ entrusted: { organisation: uscc } });
    expect((await seen(person, '2027-01-01')).entrusted?.with).toBeUndefined();
    expect(endedBefore((await registry.standing(person))!, 'officer', '2027-01-01')).toEqual([
      { what: 'capacity', on: '2026-12-31' },
    ]);
    await ends('2026-06-30');
    expect(await capacities('2026-07-01')).toEqual([]);
    await entrusts(entrustment({ entrustment: 'e-2', from: '2027-01-01', to: '2027-12-31' }));
    expect(await capacities('2026-07-01')).toEqual([]);
    expect(await capacities('2027-01-01')).toEqual(['officer']);
  });

  it('are granted for a day on which it is entrusted', async () => {
    await entrusts(entrustment());
    const person = await registry.registerPerson({ agency, staffNumber: 'W1', name: '人员' }, next());
    for (const wrong of [grant({ from: '2027-01-01' }), grant({ organisation: codeOf('别处') })])
      await expect(registry.change(person, wrong, next())).rejects.toMatchObject(refusedAs('not-entrusted'));
  });

  it('hold no other capacity, and are not of the agency at the same time', async () => {
    await entrusts(entrustment());
    const person = await staffed();
    for (const wrong of [
      grant({ capacity: 'leader' }),
      grant({ capacity: 'legal-reviewer', organisation: undefined }),
    ])
      await expect(registry.change(person, wrong, next())).rejects.toMatchObject(refusedAs('officers-alone'));
    const own = await registry.registerPerson({ agency, staffNumber: '2', name: '人员' }, next());
    await registry.change(
      own,
      { type: 'CapacityGranted', data: { capacity: 'officer', from: today } },
      next(),
    );
    await expect(registry.change(own, grant({ from: '2026-05-01' }), next())).rejects.toMatchObject(
      refusedAs('officers-alone'),
    );
  });

  it('are imported under its code, while it is entrusted', async () => {
    await entrusts(entrustment());
    const lines = (from: string) => [
      line(1, { type: 'CapacityGranted', data: { capacity: 'officer', organisation: uscc, from } }),
    ];
    const source = (from: string) => ({ agency, sha256: from, lines: lines(from) });
    await expect(registry.imports.accept(source('2027-01-01'), next())).rejects.toBeInstanceOf(ImportRefused);
    await registry.imports.accept(source(today), next());
    const [one] = await registry.everybody(agency);
    expect(await seen(one!.person, today)).toMatchObject({ entrusted: { organisation: uscc } });
    expect(onDay(one!, '2027-01-01').capacities).toEqual([]);
  });

  it('who join the agency itself are of it from then on', async () => {
    await entrusts(entrustment());
    const person = await staffed({ to: '2026-05-31' });
    const own: PersonChange = { type: 'CapacityGranted', data: { capacity: 'officer', from: '2026-06-01' } };
    await registry.change(person, own, next());
    expect((await seen(person, '2026-05-31')).entrusted?.with).toBeDefined();
    expect((await seen(person, '2026-06-01')).entrusted).toBeUndefined();
  });

  it('read no more than they could on the day, as it was entered then', async () => {
    await entrusts(entrustment());
    const person = await staffed();
    const account = { issuer: 'x', subject: 'w1' };
    await registry.openAccount(person, () => Promise.resolve(account), next());
    await registry.accounts.confirm(person, { issuer: account.issuer, activates: false }, approver());
    expect((await registry.heldDuring(person, today))?.capacities).toEqual(['officer']);
    expect((await registry.heldDuring(person, '2027-01-01'))?.capacities).toEqual([]);
  });
});

describe('What a province charges an office with', () => {
  const delegation = (more: Partial<Delegation> = {}): Delegation => ({
    delegation: 'd-1',
    decision: { by: '北京市人民政府', title: '关于向街道办事处和乡镇人民政府下放部分行政执法职权的决定' },
    department: facts.name,
    decidedOn: '2026-01-10',
    publishedOn: '2026-01-15',
    publishedAt: 'https://www.example.gov.cn/xzcf/1',
    matters: [food],
    measures: false,
    from: '2026-02-01',
    ...more,
  });
  let office: string;
  beforeEach(async () => {
    const of = { ...facts, name: '管庄乡人民政府', uscc: codeOf('管庄乡'), level: 'township' };
    office = await registry.registerAgency(of, next());
  });
  type Change = Parameters<Registry['changeAgency']>[1];
  const entered = async (change: Change, of = office) => {
    const { proposal } = await registry.changeAgency(of, change, next());
    await registry.changesOfAgencies.approve(of, [proposal ?? 0], approver());
  };
  const charged = (more?: Partial<Delegation>): Change => ({
    type: 'PowersDelegated',
    data: delegation(more),
  });
  const onThe = async (day: string, of = office) => delegatedOn(await registry.agency(of), day);

  it('is its own for every other agency, and nothing for an office until a decision is in force', async () => {
    expect(await onThe(today, agency)).toBe('its-own');
    expect(await onThe(today)).toEqual([]);
    await entered(charged());
    expect(await onThe('2026-01-31')).toEqual([]);
    expect(await onThe('2026-02-01')).toEqual([{ matters: [food], measures: false }]);
    await expect(entered(charged(), agency)).rejects.toMatchObject(refusedAs('power-its-own'));
  });

  it.each<[string, Partial<Delegation>, string]>([
    ['from a day before it was made public', { from: '2026-01-14' }, 'not-published'],
    ['made public before it was decided', { publishedOn: '2026-01-09' }, 'not-published'],
    ['not public yet', { publishedOn: '2026-03-02', from: '2026-03-02' }, 'not-published'],
    ['of whatever a law punishes', { matters: [{ ...food, articles: [] }] }, 'matters-not-listed'],
  ])('is none %s', async (_, wrong, reason) => {
    await expect(entered(charged(wrong))).rejects.toMatchObject(refusedAs(reason));
  });

  it('several add up; each ends at once or, dated back, by two, and not before it began', async () => {
    await entered(charged());
    await entered(charged({ delegation: 'd-2', matters: [prices] }));
    expect(await onThe(today)).toHaveLength(2);
    const end = (to: string, of = 'd-1'): Change => ({
      type: 'DelegationEnded',
      data: { delegation: of, to, reason: '省级决定调整' },
    });
    const alone = (change: Change) => registry.changeAgency(office, change, next());
    await expect(entered(end('2026-01-30'))).rejects.toMatchObject(refusedAs('not-delegated'));
    await expect(entered(end(today, 'd-9'))).rejects.toMatchObject(refusedAs('not-delegated'));
    expect((await alone(end(today))).proposal).toBeUndefined();
    await expect(alone(end('2026-04-01'))).rejects.toMatchObject(refusedAs('not-delegated'));
    expect(await onThe('2026-03-02')).toEqual([{ matters: [prices], measures: false }]);
    expect((await alone(end('2026-02-15', 'd-2'))).proposal).toEqual(expect.any(Number));
  });

  it('is evaluated, which stays readable', async () => {
    await entered(charged());
    const evaluated = (on: string): Change => ({
      type: 'DelegationEvaluated',
      data: { delegation: 'd-1', on, by: '北京市司法局', result: '能够有效承接' },
    });
    for (const wrong of ['2026-01-31', '2026-03-02'])
      await expect(entered(evaluated(wrong))).rejects.toMatchObject(refusedAs('not-delegated'));
    await entered(evaluated(today));
    expect(delegationsOf((await registry.agency(office))!)).toMatchObject([
      {
        delegation: 'd-1',
        evaluations: [{ on: today, by: '北京市司法局', result: '能够有效承接' }],
        proposed: { by: 'admin' },
        approved: { by: 'second' },
      },
    ]);
  });
});
