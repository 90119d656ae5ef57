import { filed, filingTerms, lead } from '../histories.testing.js';
import { fileOf, given, happened, type Happened, type Person } from '../testing.js';
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
