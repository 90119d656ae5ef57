/** Of who is let off by a special law, from the record alone: every condition has evidence, and there is nothing beside the goods. */
import type { CaseEvent, Outcome, Penalty } from '@anjuan/case';
import type { Invariant } from './invariants.js';
import { isEvidence } from './record.js';

type Exemption = NonNullable<Penalty['exemption']>;

const articles: readonly Readonly<{
  law: RegExp;
  article: RegExp;
  takes: boolean;
  asks: readonly string[];
}>[] = [
  {
    law: /^食品安全法$/,
    article: /^(?:136|第一百三十六条)$/,
    takes: true,
    asks: ['duties-done', 'unaware', 'source-stated'],
  },
  {
    law: /^反不正当竞争法$/,
    article: /^23\(2\)$/,
    takes: false,
    asks: ['unaware', 'lawfully-acquired', 'source-stated'],
  },
];

const objectionsTo = (
  { law, article, conditions }: Exemption,
  taken: readonly Penalty[],
  past: readonly CaseEvent[],
): readonly string[] => {
  const known = articles.find((one) => one.law.test(law) && one.article.test(article));
  if (known === undefined) return ['let off by an article that no list has'];
  const proven = known.asks.every((asked) =>
    conditions.some(
      ({ condition, evidence }) =>
        condition === asked && evidence.length > 0 && evidence.every((entry) => isEvidence(past, entry)),
    ),
  );
  return [
    ...(proven ? [] : ['let off without proof of each condition']),
    ...(taken.every(({ kind, exemption }) => kind === 'confiscation-of-goods' && exemption !== undefined)
      ? []
      : ['let off, and punished besides']),
    ...(known.takes || taken.length === 0
      ? []
      : ['let off by an article that takes nothing, and goods taken']),
  ];
};

const namedIn = (outcome: Outcome) => {
  if (outcome.kind === 'no-penalty') return [outcome];
  return outcome.kind === 'penalty' ? (outcome.dropped ?? []) : [];
};

const ofOutcome = (outcome: Outcome, past: readonly CaseEvent[]): readonly string[] => {
  const penalties = outcome.kind === 'penalty' ? outcome.penalties : [];
  const notPunished = namedIn(outcome);
  return [
    ...penalties.flatMap(({ breach, exemption }) =>
      exemption === undefined
        ? []
        : objectionsTo(
            exemption,
            penalties.filter((one) => one.breach === breach),
            past,
          ),
    ),
    ...notPunished.flatMap(({ exemption }) =>
      exemption === undefined ? [] : objectionsTo(exemption, [], past),
    ),
    ...notPunished.flatMap(({ ground, exemption }) =>
      (ground === 'special-law') === (exemption !== undefined)
        ? []
        : ['a special law that is not named, or named on another ground'],
    ),
  ];
};

const outcomeIn = (event: CaseEvent): Outcome | undefined => {
  if (event.type === 'InvestigationConcluded') return event.data.proposal;
  if (event.type === 'NoticeServed') return { kind: 'penalty', penalties: event.data.penalties };
  if (event.type === 'DecisionMade') return event.data.outcome;
  return event.type === 'DecisionChanged' && event.data.ground === 'own-correction'
    ? event.data.outcome
    : undefined;
};

export const letOffLawfully: Invariant = (event, { past }) => {
  const outcome = outcomeIn(event);
  return outcome === undefined ? [] : ofOutcome(outcome, past);
};
