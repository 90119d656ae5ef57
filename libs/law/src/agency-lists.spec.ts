import {
  type AgencyLists,
  benchmarkPublished,
  defaultLists,
  hearingAmounts,
  listsOfStep,
  listsOn,
  majorTriggers,
} from './agency-lists.js';
import { VersionsOverlap } from './dated.js';
import { fenFromYuan } from './money.js';
import { reaches, type Threshold } from './thresholds.js';

/** What an agency may enter has no word for the four triggers of APL 58(1): they are in the code, always on. */
it('APL 58(1): the triggers an agency may enter only add to those of the law', () => {
  expect(majorTriggers).toEqual([
    'hearing-eligible',
    'suspension-or-closure',
    'revocation-or-lowering',
    'opened-to-public-interest',
    'every-penalty',
  ]);
});

describe('an agency’s lists', () => {
  it('SAMR-H 5: 10,000 yuan of a natural person, 100,000 of an entity, both included', () => {
    const { naturalPerson, entity } = defaultLists.hearingThresholds;
    expect(reaches(naturalPerson, fenFromYuan('10000.00'))).toBe(true);
    expect(reaches(naturalPerson, fenFromYuan('9999.99'))).toBe(false);
    expect(reaches(entity, fenFromYuan('100000.00'))).toBe(true);
    expect(reaches(entity, fenFromYuan('99999.99'))).toBe(false);
  });

  it('SAMR-H 5: a list may lower the amounts of a hearing; an individual business has the lower one', () => {
    const at = (fen: number) => ({ comparator: '>=', fen }) as const;
    const over = (fen: number) => ({ comparator: '>', fen }) as const;
    const amounts = (naturalPerson: Threshold, entity: Threshold) =>
      hearingAmounts({
        ...defaultLists,
        hearingThresholds: { naturalPerson, entity, individualBusiness: 'entity' },
      });
    const { naturalPerson, entity } = defaultLists.hearingThresholds;
    expect(amounts(at(2_000_000), over(20_000_000))).toEqual({
      naturalPerson,
      entity,
      individualBusiness: naturalPerson,
    });
    expect(amounts(over(1_000_000), at(50_000))).toEqual({
      naturalPerson,
      entity: at(50_000),
      individualBusiness: at(50_000),
    });
  });

  it('SAMR-P 60(2): by default every legally reviewed case is discussed, and no trigger is added', () => {
    expect(defaultLists.collectiveDiscussion).toEqual({ quorum: 2, cases: 'all-legally-reviewed' });
    expect(defaultLists.majorDecisions.triggers).toEqual([]);
    expect(defaultLists.hearingThresholds.individualBusiness).toBe('natural-person');
  });

  it('are those in force on the day', () => {
    const first: AgencyLists = { ...defaultLists, version: '1', validTo: '2024-12-31' };
    const second: AgencyLists = {
      ...defaultLists,
      version: '2',
      validFrom: '2025-01-01',
      majorDecisions: { basis: 'SAMR-P 50(3)', triggers: ['hearing-eligible'] },
    };
    expect(listsOn([second, first], '2024-12-31').version).toBe('1');
    expect(listsOn([second, first], '2025-01-01').version).toBe('2');
    expect(() => listsOn([defaultLists, second], '2025-01-01')).toThrow(VersionsOverlap);
  });
});

describe('a benchmark an agency measures by (APL 34)', () => {
  const lists: AgencyLists = {
    ...defaultLists,
    benchmarks: [
      { name: '裁量基准一', publishedOn: '2026-02-10', validFrom: '2026-03-01', validTo: '2026-12-31' },
      { name: '裁量基准二', publishedOn: '2026-04-10', validFrom: '2026-03-01' },
    ],
  };
  const may = (name: string, day: string): boolean => benchmarkPublished(lists, name, day);

  it('is in force on that day, its first and last included', () => {
    expect(may('裁量基准一', '2026-02-28')).toBe(false);
    expect(may('裁量基准一', '2026-03-01')).toBe(true);
    expect(may('裁量基准一', '2026-12-31')).toBe(true);
    expect(may('裁量基准一', '2027-01-01')).toBe(false);
    expect(may('裁量基准二', '2027-01-01')).toBe(true);
  });

  it('is public by then', () => {
    expect(may('裁量基准二', '2026-04-09')).toBe(false);
    expect(may('裁量基准二', '2026-04-10')).toBe(true);
  });

  it('is one of the list, by its name; an agency without a list only names it', () => {
    expect(may(' 裁量基准一 ', '2026-03-01')).toBe(true);
    expect(may('裁量基准', '2026-03-01')).toBe(false);
    expect(benchmarkPublished(defaultLists, '裁量基准', '2026-03-01')).toBe(true);
  });
});

describe('a list that changes while a case is open', () => {
  const at = (fen: number) => ({ comparator: '>=', fen }) as const;
  const listing = (
    triggers: AgencyLists['majorDecisions']['triggers'],
    entity: number,
    more: Partial<AgencyLists> = {},
  ): AgencyLists => ({
    ...defaultLists,
    majorDecisions: { basis: '目录', triggers, fines: { naturalPerson: at(entity), entity: at(entity) } },
    hearingThresholds: { naturalPerson: at(entity), entity: at(entity), individualBusiness: 'entity' },
    ...more,
  });
  const benchmark = (name: string) => ({ name, publishedOn: '2026-01-01', validFrom: '2026-01-01' });
  const begun = listing(['every-penalty'], 9_000_000, { benchmarks: [benchmark('旧基准')] });
  const now = listing(['hearing-eligible'], 5_000_000, {
    version: '2',
    collectiveDiscussion: { quorum: 3, cases: 'complex-or-major' },
    benchmarks: [benchmark('新基准')],
  });

  it('gives the step the amounts and the quorum of its day', () => {
    const { version, hearingThresholds, collectiveDiscussion } = listsOfStep(begun, now);
    expect({ version, hearingThresholds, collectiveDiscussion }).toEqual({
      version: '2',
      hearingThresholds: now.hearingThresholds,
      collectiveDiscussion: now.collectiveDiscussion,
    });
  });

  it('takes away nothing that made a decision major, or gave a hearing, before', () => {
    for (const lists of [listsOfStep(begun, now), listsOfStep(now, begun)]) {
      expect(lists.majorDecisions.triggers).toEqual(['hearing-eligible', 'every-penalty']);
      expect(lists.majorDecisions.fines?.entity).toEqual(at(5_000_000));
      expect(lists.hearingThresholds.entity).toEqual(at(5_000_000));
    }
    const { majorDecisions } = listsOfStep(begun, defaultLists);
    expect(majorDecisions.fines).toEqual(begun.majorDecisions.fines);
    expect(listsOfStep(begun, defaultLists).hearingThresholds.individualBusiness).toBe('natural-person');
  });

  it('knows the benchmarks of both; begun without a list of them it looks none up', () => {
    const lists = listsOfStep(begun, now);
    expect(['旧基准', '新基准'].map((name) => benchmarkPublished(lists, name, '2026-05-01'))).toEqual([
      true,
      true,
    ]);
    expect(listsOfStep(defaultLists, now).benchmarks).toBeUndefined();
  });
});
