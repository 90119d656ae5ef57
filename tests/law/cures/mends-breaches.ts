/** What a reader does who follows the cure of a provision on several breaches, or several parties. */
import type { CaseFile } from '@anjuan/case';
import {
  checkTheDay,
  enter,
  inside,
  leaveOut,
  mend,
  ofTheFile,
  words,
  write,
  type Way,
} from './following.js';
import type { Entry } from './trial.js';

const listOf = (entry: Entry, field: string): readonly Entry[] => {
  const list = entry[field];
  return Array.isArray(list) ? (list as readonly Entry[]) : [];
};

/** The report's own, or of each breach that it lists. */
export const ofEachBreach = (entry: Entry, change: (of: Entry) => Entry): Entry => {
  const breaches = listOf(entry, 'breaches');
  return breaches.length > 0 ? { ...entry, breaches: breaches.map(change) } : change(entry);
};

const names = ['甲', '乙', '丙'] as const;
const apart = { from: '2026-01-05', to: '2026-02-20' };
/** A report of breaches named anew, told apart, each with a warning, and of those before each dropped with its reason. */
const listedAnew: Way = mend((entry) => {
  const breaches = listOf(entry, 'breaches').map((breach, index) => ({
    ...breach,
    breach: names[index] ?? words,
    facts: `${words}${String(index)}`,
    basis: [{ law: '食品安全法', article: String(123 + index) }],
    act: apart,
  }));
  const penalties = breaches.map(({ breach }) => ({ kind: 'warning', breach }));
  return { ...entry, breaches, proposal: { kind: 'penalty', penalties } };
});

const dropped = (breach: unknown): Entry => ({ breach, ground: 'facts-not-established', reason: words });

/** Each listed breach that has a penalty keeps it; every other one is dropped with a reason; what names none of them goes. */
const accountedFor = (field: 'proposal' | 'outcome'): Way =>
  mend((entry, { file }) => {
    const listed = listOf(entry, 'breaches');
    const breaches = field === 'proposal' ? listed : (file.investigation?.breaches ?? []);
    const all = listOf(inside(entry, field), 'penalties');
    if (breaches.length === 0)
      return {
        ...entry,
        [field]: { kind: 'penalty', penalties: all.map(({ breach: _, ...penalty }) => penalty) },
      };
    const penalties = all.filter((penalty) => breaches.some(({ breach }) => breach === penalty['breach']));
    const left = breaches.filter(({ breach }) => !penalties.some((penalty) => penalty['breach'] === breach));
    const kept = penalties.length > 0 ? penalties : [{ kind: 'warning', breach: breaches[0]?.breach }];
    const others = penalties.length > 0 ? left : left.slice(1);
    return {
      ...entry,
      [field]: { kind: 'penalty', penalties: kept, dropped: others.map(({ breach }) => dropped(breach)) },
    };
  });

const listedAgain: Way = mend((entry, { file }) => {
  const before = file.reports.at(-1)?.breaches ?? [];
  const listed = listOf(entry, 'breaches');
  const missing = before.filter(({ breach }) => !listed.some((one) => one['breach'] === breach));
  return {
    ...entry,
    breaches: [...listed, ...missing],
    proposal: {
      ...inside(entry, 'proposal'),
      dropped: [
        ...listOf(inside(entry, 'proposal'), 'dropped'),
        ...missing.map(({ breach }) => dropped(breach)),
      ],
    },
  };
});

/** Of another party of the same breach. */
const joinedStill = ({ joinedParties: all = [] }: CaseFile) => all.filter(({ left }) => left === undefined);
/** Of the filing, and joined. */
const parties = (file: CaseFile) => [...(file.filing ? [file.filing] : []), ...joinedStill(file)];

export const joinedParties = {
  'joined-parties/another-than-those-in-the-case': [
    enter({ party: { kind: 'natural-person', person: { name: '顾言' } } }),
  ],
  'joined-parties/ground-stated': [
    enter({ reason: words, basis: [{ law: '食品安全法实施条例', article: '75' }] }),
  ],
  'joined-parties/joined-still': [
    ofTheFile('joined', ({ joinedParties: all = [] }) => all.filter(({ left }) => left === undefined)),
  ],
  'joined-parties/joining-not-approved-yet': [
    ofTheFile('joined', ({ joinedParties: all = [] }) =>
      all.filter(({ left, approved }) => left === undefined && approved === undefined),
    ),
  ],
  'joined-parties/separation-reasoned': [write('reason', 'number')],
  'joined-parties/party-named': [ofTheFile('ofParty', parties)],
  'joined-parties/party-in-the-case': [ofTheFile('ofParty', parties)],
  'joined-parties/not-before-the-joining': [checkTheDay],
  'closure/for-every-party': [
    mend((entry, { file }) => ({
      ...entry,
      others: joinedStill(file).map(({ entry: ofParty }) => ({ ofParty, ground: entry['ground'] })),
    })),
  ],
} satisfies Record<string, readonly Way[]>;

export const breaches = {
  'investigation/each-breach-named': [listedAnew],
  'investigation/each-penalty-of-a-breach': [accountedFor('proposal')],
  'investigation/each-breach-measured-apart': [
    leaveOut(
      'benchmark',
      'noBenchmark',
      'grading',
      'goodsValueFen',
      'illegalGainsFen',
      'endangersLifeOrProperty',
    ),
  ],
  'investigation/benchmark-or-why-none': [leaveOut('noBenchmark'), leaveOut('benchmark')],
  'investigation/one-act-fined-once': [listedAnew],
  'investigation/no-breach-passed-over': [listedAgain],
  'notice/every-breach-told': [
    mend((entry) => ({
      ...entry,
      breaches: [...new Set(listOf(entry, 'penalties').flatMap(({ breach }) => breach ?? []))].map(
        (breach) => ({ breach, facts: words }),
      ),
    })),
  ],
  'collective-discussion/each-penalty-of-a-breach': [accountedFor('outcome')],
  'decision/each-penalty-of-a-breach': [accountedFor('outcome')],
  'decision-change/each-penalty-of-a-breach': [accountedFor('outcome')],
} satisfies Record<string, readonly Way[]>;
