/** What a reader does who follows the cure of a provision on goods: the list looked at, and its parts put right. */
import { enter, leaveOut, mend, paper, then, words, type Way } from './following.js';
import { confiscatedHere, heldFreely, kept, notSold, type CaseFile, type Penalty } from '@anjuan/case';
import type { Entry } from './trial.js';

type Goods = CaseFile['goods'][number];
type Part = Readonly<{ entry?: number; line: number; quantity: number }>;
const listOf = (value: unknown): readonly never[] =>
  Array.isArray(value) ? (value as unknown as never[]) : [];

type HowMany = (file: CaseFile, goods: Goods) => number;

/** The lines that there are, each once, with no more than there is. */
const fitting = (file: CaseFile, parts: readonly Part[], measure: unknown, howMany: HowMany) =>
  [...new Map(parts.map((part) => [`${String(part.entry ?? measure)}/${String(part.line)}`, part])).values()]
    .map((part) => {
      const goods = file.goods.find(
        ({ entry, line }) => entry === (part.entry ?? measure) && line === part.line,
      );
      const most = goods === undefined ? 0 : howMany(file, goods);
      const named = Number.isSafeInteger(part.quantity) && part.quantity > 0 ? part.quantity : 1;
      return { ...part, ...('quantity' in part && { quantity: Math.min(most, named) }), most };
    })
    .filter(({ most }) => most > 0)
    .map(({ most: _, ...part }) => part);

/** A preservation lapses by itself, and what was sampled is tested: the reader looks at the list with that in mind. */
const inEach = (file: CaseFile, entry: Entry, howMany: HowMany): Entry => {
  const measure = entry['seizure'] ?? entry['preservation'];
  const put = (field: string) => {
    if (!(field in entry)) return {};
    const parts = fitting(file, listOf(entry[field]), measure, howMany);
    return { [field]: parts.length === 0 ? undefined : parts };
  };
  const without = { ...entry, ...put('parts'), ...put('goods'), ...put('of') };
  return Object.fromEntries(Object.entries(without).filter(([, value]) => value !== undefined));
};

const inPenalties =
  (change: (penalty: Penalty, file: CaseFile) => Penalty): Way =>
  (trial) => {
    const inAll = (penalties: unknown) =>
      (listOf(penalties) as readonly Penalty[]).map((penalty) => change(penalty, trial.file));
    const { entry } = trial;
    const outcome = (field: string) => {
      const value = entry[field];
      return typeof value === 'object' && value !== null && 'penalties' in value
        ? { [field]: { ...value, penalties: inAll(value.penalties) } }
        : {};
    };
    return [
      {
        ...trial,
        entry: {
          ...entry,
          ...outcome('proposal'),
          ...outcome('outcome'),
          ...('penalties' in entry && { penalties: inAll(entry['penalties']) }),
        },
      },
    ];
  };

const whereItIs = (penalty: Penalty): Penalty => {
  if (penalty.kind !== 'confiscation-of-goods') return penalty;
  const { items, fromParty: _, ...rest } = penalty;
  return items === undefined || items.length === 0 ? { ...rest, fromParty: true } : { ...rest, items };
};

/** Once for each line, whatever penalty it stands in. */
const eachLineOnce: Way = (trial) => {
  const seen = new Set<string>();
  return inPenalties((penalty) => {
    const items = penalty.items?.filter(({ entry, line }) => {
      const key = `${String(entry)}/${String(line)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return items === undefined ? penalty : whereItIs({ ...penalty, items });
  })(trial);
};

/** What has gone is left out: of a penalty, of an act. */
const parts =
  (howMany: HowMany): Way =>
  (trial) => [
    ...mend((entry) => inEach(trial.file, entry, howMany))(trial),
    ...inPenalties((penalty, file) =>
      penalty.items === undefined
        ? penalty
        : whereItIs({
            ...penalty,
            items: fitting(file, penalty.items, undefined, howMany) as never,
          }),
    )(trial),
  ];

const anyHere: HowMany = (_, goods) => notSold(goods);
const inForce: HowMany = (file, goods) =>
  file.preservations.some(({ entry }) => entry === goods.entry) ? 0 : kept(goods);
/** Where none are named everything is meant: the reader names what is free. */
const namingTheFree: Way = (trial) => {
  const measure = trial.entry['seizure'] ?? trial.entry['preservation'];
  const lines = trial.file.goods
    .filter(
      (goods) => (measure === undefined || goods.entry === measure) && heldFreely(trial.file, goods) > 0,
    )
    .map((goods) => ({ entry: goods.entry, line: goods.line, quantity: heldFreely(trial.file, goods) }));
  const named =
    measure === undefined
      ? { goods: lines }
      : { parts: lines.map(({ line, quantity }) => ({ line, quantity })) };
  return [{ ...trial, entry: { ...trial.entry, ...named } }];
};
const look: readonly Way[] = [
  (trial) =>
    [heldFreely, anyHere, inForce].flatMap((howMany) => [
      ...parts(howMany)(trial),
      ...then(eachLineOnce, parts(howMany))(trial),
    ]),
];

export const ofGoods = {
  'goods/listed-line-by-line': [enter({ lines: [{ what: words, quantity: 1, unit: '箱', noValue: words }] })],
  'goods/valued-or-why-not': [
    mend((entry) => ({
      ...entry,
      lines: (listOf(entry['lines']) as readonly Entry[]).map(({ noValue: _, ...line }) => ({
        ...line,
        fen: 100,
      })),
    })),
    mend((entry) => ({
      ...entry,
      lines: (listOf(entry['lines']) as readonly Entry[]).map(({ fen: _, ...line }) => ({
        ...line,
        noValue: words,
      })),
    })),
  ],
  'goods/names-a-line': [leaveOut('parts'), leaveOut('goods'), leaveOut('of')],
  'goods/line-of-the-list': look,
  'goods/still-here': look,
  'goods/not-more-than-is-here': look,
  'goods/confiscated-not-given-back': [...look, namingTheFree],
  'evidence/samples-of-no-list-in-one-text': [leaveOut('of')],
  'goods/confiscated-from-one-party': [
    inPenalties(({ items, ...penalty }) => (items === undefined ? penalty : { ...penalty, fromParty: true })),
  ],
  'goods/here-or-from-the-party': [inPenalties(whereItIs)],
  'execution/no-more-than-was-confiscated': [parts(confiscatedHere)],
  'execution/proceeds-to-the-treasury': [
    enter({ manner: 'auctioned', fen: 100_000, treasury: paper }),
    then(enter({ manner: 'destroyed' }), leaveOut('fen', 'treasury')),
  ],
} as const satisfies Record<string, readonly Way[]>;
