/** Does what the cure of each provision about an erasure says: these acts are decided beside the case. */
import {
  decideErasure,
  erasureActs,
  erasuresOf,
  Refusal,
  type ErasureActName,
  type ErasureEntryOf,
  type ErasureEvent,
  type ErasureFile,
  type NewErasureEvent,
} from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import { stated as provisions, curedBy } from './cures/stated.js';
import { onTheSpot, summaryFinished } from '../../libs/case/src/histories.testing.js';
import {
  contextOn,
  fileOf,
  happened,
  morningOf,
  paper,
  type Happened,
  type Person,
} from '../../libs/case/src/testing.js';
import { done } from './cures/doing.js';
import { words } from './cures/following.js';
import { trialOf, type Entry, type Trial } from './cures/trial.js';

const everybody = ['lin', 'gao', 'zhou', 'fang', 'luo', 'tang', 'he'] as const;
const today = '2026-07-01';
/** The file of a decision on the spot that was closed in 2026 has been kept for thirty years. */
const afterRetention = '2057-01-01';

type Attempt = Readonly<{
  history: readonly Happened[];
  erasures: readonly ErasureEvent[];
  by: Person;
  act: ErasureActName;
  on?: LocalDate;
  entry: Readonly<
    | { kinds: readonly ['party'] | readonly ['reporter']; ground: string; withdrawn?: readonly number[] }
    | { asked: number }
  >;
}>;
type Answer = Readonly<{ refused: readonly string[]; recorded: readonly NewErasureEvent[] }>;

const answerTo = ({ history, erasures, by, act, entry, on = today }: Attempt): Answer => {
  const standing = fileOf(...history);
  const file: ErasureFile = { ...standing, personal: [], erasures: erasuresOf(erasures) };
  try {
    const typed = entry as ErasureEntryOf<ErasureActName>;
    return { refused: [], recorded: decideErasure(act, typed, file, contextOn(on, by, standing)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.provisions.map(({ id }) => id), recorded: [] };
  }
};

const asking = { kinds: ['party'], ground: '本人申请' } as const;
const asksBy = (by: Person): Attempt => ({
  history: summaryFinished,
  erasures: [],
  by,
  act: 'erasure/ask',
  entry: asking,
});
const after = (attempt: Attempt): readonly ErasureEvent[] =>
  answerTo(attempt).recorded.map((event, place) => ({
    ...event,
    recordedAt: morningOf(today),
    recordedBy: attempt.by,
    revision: attempt.erasures.length + place,
  }));

const entriesOfClosing: Readonly<Record<string, (trial: Trial) => Entry>> = {
  'closure/request': () => ({ ground: 'executed', note: words }),
  'closure/approve': ({ file }) => ({ approval: file.approvals.at(-1)?.entry }),
};
/** The case after the acts that the cure names. */
const closed = (history: readonly Happened[]): readonly (readonly Happened[])[] =>
  (curedBy['erasure/purpose-achieved'] ?? [])
    .reduce<readonly Trial[]>(
      (trials, name) =>
        trials.flatMap((trial) => done(trial, name as Trial['act'], entriesOfClosing[name]?.(trial) ?? {})),
      [
        trialOf({
          history,
          act: 'closure/request',
          entry: {},
          context: contextOn('2026-06-30', 'lin', fileOf(...history)),
        }),
      ],
    )
    .map((trial) => trial.history);

type Followed = Readonly<{ refused: Attempt; ways: readonly ((attempt: Attempt) => readonly Attempt[])[] }>;
const somebodyElse = (attempt: Attempt): readonly Attempt[] => everybody.map((by) => ({ ...attempt, by }));
const askFirst = (attempt: Attempt): readonly Attempt[] =>
  curedBy['erasure/asked-before']?.[0] === 'erasure/ask'
    ? [
        {
          ...attempt,
          erasures: after({ ...attempt, ...asksBy('lin'), entry: { ...asking, kinds: ['reporter'] } }),
        },
      ]
    : [];

const remedied: readonly Happened[] = [
  ...summaryFinished,
  happened('CaseClosed', '2026-06-25', 'tang', { approval: 0, ground: 'executed' }),
  happened('RemedyAccepted', '2026-06-26', 'lin', {
    kind: 'reconsideration',
    organ: '区人民政府',
    number: '1',
    against: 0,
    notice: paper('acceptance'),
  }),
];
const upheld = happened('RemedyConcluded', '2026-06-28', 'lin', {
  remedy: summaryFinished.length + 1,
  against: 0,
  outcome: 'upheld',
  paper: paper('outcome'),
});

const withdrawnAsWrong = happened('EntryWithdrawn', '2026-06-30', 'lin', {
  entry: summaryFinished.length - 1,
  reason: '误录',
});

const carriedOut: Readonly<Record<string, Followed>> = {
  'erasure/ground-stated': {
    refused: { ...asksBy('lin'), entry: { kinds: ['reporter'], ground: ' ' } },
    ways: [(attempt) => [{ ...attempt, entry: { kinds: ['reporter'], ground: words } }]],
  },
  'erasure/purpose-achieved': {
    refused: { ...asksBy('luo'), on: afterRetention },
    ways: [
      (attempt) => closed(attempt.history).map((history) => ({ ...attempt, history })),
      (attempt) => [{ ...attempt, entry: { ...asking, kinds: ['reporter'] } }],
    ],
  },
  'erasure/nothing-pending': {
    refused: { ...asksBy('luo'), history: remedied, on: afterRetention },
    ways: [
      (attempt) => [{ ...attempt, history: [...attempt.history, upheld] }],
      (attempt) => [{ ...attempt, entry: { ...asking, kinds: ['reporter'] } }],
    ],
  },
  'erasure/retention-period-over': {
    refused: { ...asksBy('luo'), history: [...remedied, upheld], on: '2056-12-31' },
    ways: [
      (attempt) => [{ ...attempt, on: afterRetention }],
      (attempt) => [{ ...attempt, entry: { ...asking, kinds: ['reporter'] } }],
      (attempt) => [
        {
          ...attempt,
          history: [...attempt.history, withdrawnAsWrong],
          entry: { ...asking, withdrawn: [summaryFinished.length - 1] },
        },
      ],
    ],
  },
  'erasure/entries-withdrawn': {
    refused: { ...asksBy('lin'), entry: { ...asking, withdrawn: [summaryFinished.length - 1] } },
    ways: [(attempt) => [{ ...attempt, history: [...attempt.history, withdrawnAsWrong] }]],
  },
  'erasure/asked-before': {
    refused: { history: onTheSpot, erasures: [], by: 'tang', act: 'erasure/order', entry: { asked: 0 } },
    ways: [askFirst],
  },
  'erasure/ordered-by-another': {
    refused: {
      history: onTheSpot,
      // Nobody of the sample asks and orders; a leader who was an officer when they asked does.
      erasures: after({ ...asksBy('lin'), entry: { ...asking, kinds: ['reporter'] } }).map((event) => ({
        ...event,
        recordedBy: 'tang',
      })),
      by: 'tang',
      act: 'erasure/order',
      entry: { asked: 0 },
    },
    ways: [somebodyElse],
  },
  'erasure/asked-by-an-officer-or-auditor': {
    refused: { ...asksBy('fang'), entry: { ...asking, kinds: ['reporter'] } },
    ways: [somebodyElse],
  },
  'erasure/ordered-by-a-leader': {
    refused: {
      history: onTheSpot,
      erasures: after({ ...asksBy('lin'), entry: { ...asking, kinds: ['reporter'] } }),
      by: 'fang',
      act: 'erasure/order',
      entry: { asked: 0 },
    },
    ways: [somebodyElse],
  },
};

const stated = [
  ...new Set(Object.values(erasureActs).flatMap(({ requires, demands }) => [...requires, ...demands])),
]
  .map(({ id }) => id)
  .filter((id) => id.startsWith('erasure/'));

describe('every cure of an erasure', () => {
  it('has somebody who has said how to carry it out', () => {
    expect(Object.keys(carriedOut).sort()).toStrictEqual([...new Set(stated)].sort());
  });

  it.each(Object.entries(carriedOut))(
    'can be carried out, each way it names: %s',
    (id, { refused, ways }) => {
      expect(answerTo(refused).refused).toStrictEqual([id]);
      for (const way of ways) {
        const mended = way(refused).map(answerTo);
        expect(mended.some((answer) => answer.refused.length === 0)).toBe(true);
        expect(mended.some(({ recorded }) => recorded.length > 0)).toBe(true);
      }
    },
  );

  it('that is for somebody else to do is said to be', () => {
    const because = (id: string) => provisions.get(id)?.noCure?.en;
    for (const [id, { ways }] of Object.entries(carriedOut))
      if (ways.includes(somebodyElse)) expect(because(id)).toBe('It is for somebody else to do');
  });
});
