import { filed, filingTerms, lead } from '../histories.testing.js';
import { contextOn, fileOf, given, happened, paper, people, type Happened, type Person } from '../testing.js';
import { needToKnow, purposeStated, reporterKnown } from './reporter-identity.js';

const reported: readonly Happened[] = [
  happened('LeadReceived', '2026-05-06', 'gao', {
    source: '举报',
    summary: '未明码标价',
    receivedOn: '2026-05-06',
    realName: true,
    reporter: { name: '郑晓岚' },
  }),
];
const filedOnReport: readonly Happened[] = [
  ...reported,
  happened('CaseFiled', '2026-05-12', 'tang', {
    number: '朝市监案〔2026〕2号',
    approval: 0,
    filedOn: '2026-05-12',
    lists: 'SAMR-default-1',
    terms: { ...filingTerms, handlers: ['lin', 'shen'] },
  }),
];
const look = (history: readonly Happened[], by: Person, purpose = '核实举报内容') =>
  given(...history).when({ on: '2026-05-20', by, act: 'reporter-identity/look', entry: { purpose } });

describe('Who reported (SAMR-C 37)', () => {
  it.each<Person>(['lin', 'zhou', 'tang', 'he'])('can be seen by %s, who says what for', (by) => {
    look(filedOnReport, by).then({ type: 'ReporterIdentityLookedAt', data: { purpose: '核实举报内容' } });
  });

  it.each<Person>(['lin', 'tang'])('is not shown to %s without a purpose', (by) => {
    look(filedOnReport, by, ' ').thenRefused(purposeStated);
  });

  it.each<Person>(['gao', 'fang', 'meng', 'qiu', 'luo'])(
    'is not shown to %s, who does not handle the case',
    (by) => {
      look(filedOnReport, by).thenRefused(needToKnow);
    },
  );

  it('is shown, before the filing, to the officer who took the report down', () => {
    look(reported, 'gao').thenRecords('ReporterIdentityLookedAt');
    look(reported, 'lin').thenRefused(needToKnow);
  });

  it('is not there when nobody gave a name', () => {
    look(lead, 'lin').thenRefused(reporterKnown);
    look(filed, 'tang').thenRefused(reporterKnown);
  });

  it('keeps every look', () => {
    const looked = happened('ReporterIdentityLookedAt', '2026-05-20', 'tang', { purpose: '督办' });
    expect(fileOf(...filedOnReport, looked).looks).toStrictEqual([
      { entry: 2, by: 'tang', on: '2026-05-20' },
    ]);
  });
});

const scene = (by: Person, ...officers: readonly Person[]): Happened =>
  happened('SceneRecorded', '2026-05-08', by, {
    officers: [by, ...officers],
    kind: '现场笔录',
    what: '现场检查',
    place: '东苇路18号院',
    credentialShown: true,
    recordSigned: true,
    record: paper('scene'),
  });
const confirmed = (by: Person, entry: number): Happened =>
  happened('EntryConfirmed', '2026-05-08', by, { entry });
const named = happened('LeadCheckersNamed', '2026-05-07', 'zhou', { checkers: ['gao', 'shen'] });

describe('Nobody gives themselves the need to know who reported (SAMR-C 37)', () => {
  it('by an entry of a scene that names a checker beside them', () => {
    look([...reported, named, scene('lin', 'gao')], 'lin').thenRefused(needToKnow);
    look([...reported, named, scene('lin', 'gao'), confirmed('gao', 2)], 'lin').thenRefused(needToKnow);
    look([...reported, named], 'gao').thenRecords('ReporterIdentityLookedAt');
  });

  it('while nobody is named, by an entry that its other officers have not confirmed, or on a paper of their own', () => {
    look([...reported, scene('lin', 'shen')], 'lin').thenRefused(needToKnow);
    const { data, ...rest } = scene('lin', 'shen');
    const onPaper = { ...rest, data: { ...data, signedPaper: paper('signed') } } as Happened;
    look([...reported, onPaper], 'lin').thenRefused(needToKnow);
    const borneOut = [...reported, scene('lin', 'shen'), confirmed('shen', 1)];
    look(borneOut, 'lin').thenRecords('ReporterIdentityLookedAt');
    look([...reported, scene('shen', 'lin')], 'lin').thenRecords('ReporterIdentityLookedAt');
  });

  it('by one that was withdrawn', () => {
    const withdrawn = [
      ...reported,
      scene('lin', 'shen'),
      confirmed('shen', 1),
      happened('EntryWithdrawn', '2026-05-09', 'lin', { entry: 1, reason: '误记' }),
    ];
    look(withdrawn, 'lin').thenRefused(needToKnow);
  });

  it('by a decision on the spot that the other officer has not confirmed', () => {
    const decided = (...by: readonly Person[]) =>
      happened('DecidedOnTheSpot', '2026-05-08', by, {
        officers: by,
        number: '朝市监当罚〔2026〕88号',
        caseNumber: '朝市监案〔2026〕88号',
        cause: '未公示信息',
        party: { kind: 'natural-person', person: { name: '王树林' } },
        basis: [{ law: '电子商务法', article: '76(1)(1)' }],
        facts: '未在首页显著位置公示',
        place: '管庄乡',
        penalties: [{ kind: 'fine', fen: 10_000 }],
        credentialShown: true,
        rightsTold: true,
        statement: '无异议',
        remedyTold: '先申请行政复议',
      });
    look([...reported, decided('lin', 'shen')], 'lin').thenRefused(needToKnow);
    look([...reported, decided('shen', 'lin')], 'lin').thenRecords('ReporterIdentityLookedAt');
    look([...reported, decided('lin', 'shen'), confirmed('shen', 1)], 'lin').thenRecords(
      'ReporterIdentityLookedAt',
    );
    look([...reported, decided('lin', 'shen')], 'gao').thenRecords('ReporterIdentityLookedAt');
  });

  it('as the head of a unit that does not handle it', () => {
    const units = {
      ...people,
      lin: { ...people.lin, unit: 'brigade' },
      gao: { ...people.gao, unit: 'station' },
      shen: { ...people.shen, unit: 'brigade' },
      zhou: { ...people.zhou, heads: ['brigade'] },
    };
    const byHead = (...history: readonly Happened[]): boolean => {
      const file = fileOf(...history);
      const context = { ...contextOn('2026-05-20', 'zhou', file), people: units };
      return needToKnow.holds(file, context);
    };
    const onlyGao = happened('LeadCheckersNamed', '2026-05-07', 'zhou', { checkers: ['gao'] });
    const onlyLin = happened('LeadCheckersNamed', '2026-05-07', 'zhou', { checkers: ['lin'] });
    expect([
      byHead(...reported),
      byHead(...reported, onlyGao),
      byHead(...reported, onlyLin),
      byHead(...filedOnReport),
    ]).toEqual([false, false, true, true]);
  });
});
