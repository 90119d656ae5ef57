/** What a reader does who follows the cure of a provision on exemptions by a special law. */
import type { CaseFile, Outcome, Penalty } from '@anjuan/case';
import { evidencing } from '@anjuan/case';
import { mend, words, type Way } from './following.js';
import type { Entry } from './trial.js';

type Exemption = NonNullable<Penalty['exemption']>;
type Change = (outcome: Outcome, file: CaseFile) => Outcome;

const fieldsOfOutcomes = ['proposal', 'outcome', 'ordered'] as const;

/** In whatever field the entry has its outcome, or its penalties alone. */
const inOutcome = (change: Change): Way =>
  mend((entry, { file }) => ({
    ...entry,
    ...Object.fromEntries(
      fieldsOfOutcomes
        .filter((field) => entry[field] !== undefined)
        .map((field) => [field, change(entry[field] as Outcome, file)]),
    ),
    ...(entry['penalties'] !== undefined && { penalties: ofPenalties(entry, file, change) }),
  }));
const ofPenalties = (entry: Entry, file: CaseFile, change: Change): readonly Penalty[] => {
  const changed = change({ kind: 'penalty', penalties: entry['penalties'] as readonly Penalty[] }, file);
  return changed.kind === 'penalty' ? changed.penalties : [];
};

type Named = Readonly<{ exemption?: Exemption }>;
const inEach =
  (change: (exemption: Exemption, file: CaseFile) => Exemption): Change =>
  (outcome, file) => {
    const its = <Of extends Named>(of: Of): Of =>
      of.exemption === undefined ? of : { ...of, exemption: change(of.exemption, file) };
    if (outcome.kind === 'no-penalty') return its(outcome);
    if (outcome.kind !== 'penalty') return outcome;
    const { penalties, dropped } = outcome;
    return { ...outcome, penalties: penalties.map(its), ...(dropped && { dropped: dropped.map(its) }) };
  };

const evidence = ({ entries, evidence: { pieces } }: CaseFile): readonly number[] => {
  const excluded = pieces.filter((piece) => piece.excluded !== undefined).map(({ entry }) => entry);
  return entries
    .filter(
      ({ type, state, awaits, entry }) =>
        evidencing.some((one) => one === type) &&
        state !== 'withdrawn' &&
        awaits.length === 0 &&
        !excluded.includes(entry),
    )
    .map(({ entry }) => entry);
};

const proven = inEach((exemption, file) => ({
  ...exemption,
  conditions: (['duties-done', 'unaware', 'source-stated', 'lawfully-acquired'] as const).map(
    (condition) => ({
      condition,
      evidence: evidence(file).slice(0, 1),
    }),
  ),
}));

const withoutOthers: Change = (outcome) => {
  if (outcome.kind !== 'penalty') return outcome;
  const { penalties } = outcome;
  const its = ({ breach }: Penalty) =>
    penalties.find((one) => one.breach === breach && one.exemption !== undefined)?.exemption;
  return {
    ...outcome,
    penalties: penalties.flatMap((penalty) => {
      const exemption = its(penalty);
      if (exemption === undefined) return [penalty];
      return penalty.kind === 'confiscation-of-goods' ? [{ ...penalty, exemption }] : [];
    }),
  };
};

const bare = <Of extends Named>({ exemption: _, ...of }: Of) => of;
/** It is applied no more: the ground is another one. */
const notApplied: Change = (outcome) => {
  if (outcome.kind === 'no-penalty') return { ...bare(outcome), ground: 'minor' };
  if (outcome.kind !== 'penalty') return outcome;
  const { penalties, dropped } = outcome;
  return {
    ...outcome,
    penalties: penalties.map(bare),
    ...(dropped && { dropped: dropped.map((one) => ({ ...bare(one), ground: 'minor' as const })) }),
  };
};

const letOff: Change = (outcome) => {
  const exemption =
    outcome.kind === 'penalty' ? outcome.penalties.find((one) => one.exemption)?.exemption : undefined;
  return exemption === undefined
    ? outcome
    : { kind: 'no-penalty', ground: 'special-law', exemption, reason: words };
};

/** What is not taken has its reason; also where the party has the goods. */
const explained = inEach((exemption) => ({ ...exemption, notTaken: words }));

/** The goods that are here, under the article that takes them. */
const taken: Change = (outcome, { goods }) => {
  const exemption = outcome.kind === 'no-penalty' ? outcome.exemption : undefined;
  const items = goods.map(({ entry, line, quantity }) => ({ entry, line, quantity }));
  return exemption === undefined || items.length === 0
    ? outcome
    : { kind: 'penalty', penalties: [{ kind: 'confiscation-of-goods', what: words, items, exemption }] };
};

export const ofExemptions = {
  'exemption/by-an-article-of-the-list': [
    inOutcome(inEach((exemption) => ({ ...exemption, law: '食品安全法', article: '136' }))),
    inOutcome(notApplied),
  ],
  'exemption/each-condition-proven': [inOutcome(proven), inOutcome(notApplied)],
  'exemption/nothing-beside-the-goods': [inOutcome(withoutOthers), inOutcome(notApplied)],
  'exemption/of-the-law-that-was-broken': [
    inOutcome(inEach((exemption) => ({ ...exemption, law: '食品安全法', article: '136' }))),
    inOutcome(notApplied),
  ],
  'exemption/takes-what-its-article-takes': [
    inOutcome(taken),
    inOutcome(explained),
    inOutcome(letOff),
    inOutcome(notApplied),
  ],
  'exemption/ground-with-its-article': [inOutcome(notApplied)],
} satisfies Record<string, readonly Way[]>;
