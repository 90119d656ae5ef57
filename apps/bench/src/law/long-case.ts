/** A case made by the law itself: filed, then with the wanted number of pieces of evidence. */
import {
  decide,
  evolve,
  replay,
  type ActName,
  type CaseEvent,
  type CaseFile,
  type Context,
  type EntryOf,
} from '@anjuan/case';
import { addHours, chinaCalendar, defaultLists, startOfDay } from '@anjuan/law';

const credential = { number: '执-1', validFrom: '2022-01-01', validTo: '2028-12-31' };
const people: Context['people'] = {
  lin: { person: 'lin', capacities: ['officer'], credential },
  gao: { person: 'gao', capacities: ['officer'], credential: { ...credential, number: '执-2' } },
  tang: { person: 'tang', capacities: ['leader'] },
};

const day = '2026-03-10';

/** Everybody acts on one morning, in the capacity they hold. */
export const contextOf = (person: 'lin' | 'tang'): Context => ({
  now: addHours(startOfDay(day), 10),
  today: day,
  actor: person === 'lin' ? { person, capacity: 'officer', credential } : { person, capacity: 'leader' },
  people,
  lists: defaultLists,
  calendar: chinaCalendar,
  dossierDigest: '',
  allotted: { caseNumber: '样市监案〔2026〕1号', documentNumber: '样市监处罚〔2026〕1号' },
});

const paper = { sha256: 'a'.repeat(64), name: '台账.pdf' };

export const piece: EntryOf<'evidence/add'> = {
  officers: ['lin', 'gao'],
  signedPaper: paper,
  kind: '书证',
  what: '进货台账',
  provider: '样例单位',
  papers: [paper],
};

const affirmed = { affirmed: true, evidence: [1] };
const filing: EntryOf<'initiation/request-filing'> = {
  cause: '使用超过保质期的食品原料生产食品',
  party: { kind: 'natural-person', person: { name: '样例' } },
  basis: [{ law: '食品安全法', article: '34(3)' }],
  handlers: ['lin', 'gao'],
  act: { from: '2026-01-05', to: '2026-02-20' },
  discoveredOn: '2026-03-02',
  conditions: {
    'breach-evidenced': affirmed,
    'penalty-due': affirmed,
    'our-jurisdiction': affirmed,
    'within-limitation': affirmed,
  },
};

type Growing = Readonly<{ file: CaseFile; history: readonly CaseEvent[] }>;

const after = <Name extends ActName>(
  { file, history }: Growing,
  name: Name,
  entry: EntryOf<Name>,
  by: 'lin' | 'tang',
): Growing => {
  const context = contextOf(by);
  const recorded = decide(name, entry, file, context).map((event, index): CaseEvent => ({
    ...event,
    revision: file.revision + 1 + index,
    recordedAt: context.now,
    recordedBy: by,
  }));
  return { file: recorded.reduce(evolve, file), history: [...history, ...recorded] };
};

/** A history of that many entries. */
export const longCase = (entries: number): Growing => {
  let grown: Growing = { file: replay([]), history: [] };
  grown = after(grown, 'initiation/receive-lead', { source: '检查', summary: '样例' }, 'lin');
  grown = after(grown, 'evidence/add', piece, 'lin');
  grown = after(grown, 'initiation/request-filing', filing, 'lin');
  grown = after(grown, 'initiation/approve-filing', { approval: 2 }, 'tang');
  while (grown.history.length < entries) grown = after(grown, 'evidence/add', piece, 'lin');
  return grown;
};
