import type { EntryOf } from '@anjuan/case';

export const lists = {
  validFrom: '2025-01-01',
  majorDecisions: { basis: 'SAMR-P 50(3)', triggers: ['hearing-eligible'] },
  hearingThresholds: {
    naturalPerson: { comparator: '>=', fen: 1_000_000 },
    entity: { comparator: '>=', fen: 10_000_000 },
    individualBusiness: 'natural-person',
  },
  collectiveDiscussion: { quorum: 2, cases: 'all-legally-reviewed' },
  lateEntry: { hours: 48 },
} as const;

export const lead: EntryOf<'initiation/receive-lead'> = {
  source: '监督检查',
  summary: '检查中发现该加工坊使用超过保质期的腊肠原料生产食品，现场有原料32箱，其中18箱已超过保质期',
  reporter: { name: '样例', phone: '13800000000' },
};

const affirmed = { affirmed: true, evidence: [1] };

export const filing = (
  handlers: readonly string[],
  from: string,
  to: string,
): EntryOf<'initiation/request-filing'> => ({
  cause: '使用超过保质期的食品原料生产食品',
  party: { kind: 'entity', name: '样例食品加工坊', uscc: '91110105MA7KQ2R152' },
  basis: [{ law: '食品安全法', article: '34(3)' }],
  handlers,
  act: { from, to },
  discoveredOn: to,
  conditions: {
    'breach-evidenced': affirmed,
    'penalty-due': affirmed,
    'our-jurisdiction': affirmed,
    'within-limitation': affirmed,
  },
});

export const piece = (officers: readonly string[], sha256: string): EntryOf<'evidence/add'> => ({
  officers,
  signedPaper: { sha256, name: '证据提取单.txt' },
  kind: '书证',
  what: '进货台账，记载腊肠原料32箱，其中18箱已超过保质期',
  provider: '样例食品加工坊',
  papers: [{ sha256, name: '进货台账.txt' }],
});
