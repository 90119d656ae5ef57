/** By which of an agency's lists a case is measured: those of the day of the step; what those of its filing made of it stays. */
import { caseProcedure, emptyFile, type CaseFile } from '@anjuan/case';
import { InMemoryEventStore } from '@anjuan/event-store';
import { chinaCalendar, defaultLists, type AgencyLists } from '@anjuan/law';
import { Registry } from '@anjuan/registry';
import { listsSet } from '../support/registry.js';
import { MovableClock } from '../../apps/api/src/parts/clock.js';
import { ActContext } from '../../apps/api/src/procedures/act-context.js';
import { Rules } from '../../apps/api/src/parts/rules.js';

const at = '2026-03-01T01:00:00.000Z';
const by = (id: string) => ({
  person: 'admin',
  capacity: 'administrator' as const,
  at,
  command: { id, digest: `digest of ${id}` },
});
const facts = {
  name: '朝阳区市场监督管理局',
  uscc: '11110105000067897H',
  level: 'district',
  domain: 'market-supervision',
  region: '110105',
};
const from = (validFrom: string, triggers: AgencyLists['majorDecisions']['triggers']) => {
  const { hearingThresholds, collectiveDiscussion, lateEntry } = defaultLists;
  const majorDecisions = { basis: '本局目录清单', triggers };
  return { validFrom, majorDecisions, hearingThresholds, collectiveDiscussion, lateEntry };
};
const filedUnder = (lists: string, filedOn = '2026-03-10'): CaseFile => ({
  ...emptyFile,
  filing: {
    entry: 1,
    number: '朝市监立〔2026〕1号',
    filedOn,
    approvedBy: 'tang',
    lists,
    party: { kind: 'entity', name: '某公司' },
    cause: '使用超过保质期的原料',
    basis: [],
    act: { from: '2026-01-05', to: '2026-01-05' },
    discoveredOn: '2026-03-02',
    conditions: {
      'breach-evidenced': { affirmed: true, evidence: [] },
      'penalty-due': { affirmed: true, evidence: [] },
      'our-jurisdiction': { affirmed: true, evidence: [] },
      'within-limitation': { affirmed: true, evidence: [] },
    },
    handlers: ['lin', 'gao'],
  },
});

describe('the lists of a case', () => {
  let registry: Registry;
  let context: ActContext;
  let agency: string;
  beforeEach(async () => {
    registry = new Registry(new InMemoryEventStore({ clock: () => new Date(at) }));
    context = new ActContext(
      registry,
      new MovableClock(),
      new Rules({ calendar: chinaCalendar, packs: [], switches: [], sources: [] }),
    );
    agency = await registry.registerAgency(facts, by('agency'));
  });
  const triggersOf = async (file: CaseFile, today: string) =>
    (await context.lists(agency, caseProcedure.lists?.(file), today)).majorDecisions.triggers;
  const versionsOf = async () => ((await registry.agency(agency))?.lists ?? []).map(({ version }) => version);

  it('are those of the day before the case is filed', async () => {
    expect((await context.lists(agency, undefined, '2026-03-10')).version).toBe(defaultLists.version);
    await listsSet(registry, agency, from('2026-01-01', ['hearing-eligible']), by('first'));
    await listsSet(registry, agency, from('2026-05-01', ['every-penalty']), by('second'));
    expect(await triggersOf(emptyFile, '2026-04-30')).toEqual(['hearing-eligible']);
    expect(await triggersOf(emptyFile, '2026-05-01')).toEqual(['every-penalty']);
    expect(await triggersOf(emptyFile, '2025-12-31')).toEqual([]);
  });

  it('are those of the day of the step, and none of the filing is lost', async () => {
    await listsSet(registry, agency, from('2026-01-01', ['hearing-eligible']), by('first'));
    const [version = ''] = await versionsOf();
    const file = filedUnder(version);
    await listsSet(registry, agency, from('2026-05-01', ['every-penalty']), by('second'));
    expect(await triggersOf(file, '2026-04-30')).toEqual(['hearing-eligible']);
    expect(await triggersOf(file, '2026-06-05')).toEqual(['hearing-eligible', 'every-penalty']);
    const [, later = ''] = await versionsOf();
    expect(await triggersOf(filedUnder(later, '2026-05-10'), '2026-06-05')).toEqual(['every-penalty']);
  });

  it('nor of any that were in force since, the last of which go on where no others came', async () => {
    await listsSet(registry, agency, from('2026-01-01', ['hearing-eligible']), by('first'));
    const [version = ''] = await versionsOf();
    await listsSet(
      registry,
      agency,
      { ...from('2026-05-01', ['every-penalty']), validTo: '2026-05-31' },
      by('second'),
    );
    const every = ['hearing-eligible', 'every-penalty'];
    expect(await triggersOf(filedUnder(version), '2026-06-05')).toEqual(every);
    await listsSet(registry, agency, from('2026-06-01', []), by('third'));
    expect(await triggersOf(filedUnder(version), '2026-06-05')).toEqual(every);
    expect(await triggersOf(filedUnder(version, '2026-06-02'), '2026-06-05')).toEqual(['hearing-eligible']);
  });

  it('are also those that came after a case was filed without any', async () => {
    await listsSet(registry, agency, from('2026-05-01', ['every-penalty']), by('first'));
    const file = filedUnder(defaultLists.version);
    expect(await triggersOf(file, '2026-04-30')).toEqual([]);
    expect(await triggersOf(file, '2026-06-05')).toEqual(['every-penalty']);
  });
});
