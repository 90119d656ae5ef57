/** Let off by a special law (特别法的免予处罚): the goods are confiscated at most, and nothing else. */
import type { Entry } from '@anjuan/entry';
import { articleKey, plainly } from '@anjuan/law';
import type { BreachName } from '../penalty/breaches.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import type { exemptionSchema } from './entries.js';

export type Exemption = Entry<typeof exemptionSchema>;

/** Field by field: an event holds what it declares and nothing a caller added. */
export const exemptionOf = ({ law, article, conditions, notTaken }: Exemption): Exemption => ({
  law,
  article,
  conditions: conditions.map(({ condition, evidence }) => ({ condition, evidence: [...evidence] })),
  ...(notTaken !== undefined && { notTaken }),
});

/** The same article, however it is written; what proves it is looked at where it is applied. */
export const exemptionKey = (exemption: Exemption | undefined): string | null =>
  exemption === undefined ? null : `${plainly(exemption.law)} ${articleKey(exemption.article)}`;

/** 《食品安全法》136 */
export const exemptionNamed = ({ law, article }: Exemption): string => `《${plainly(law)}》${article}`;

/** A breach that an outcome lets off so; `penalties`: all that the outcome has for it, none where it takes nothing. */
export type Exempted = Readonly<{
  breach: BreachName;
  exemption: Exemption;
  penalties: readonly Penalty[];
}>;

export const exemptedIn = (outcome: Outcome): readonly Exempted[] => {
  if (outcome.kind === 'no-penalty')
    return outcome.exemption === undefined
      ? []
      : [{ breach: undefined, exemption: outcome.exemption, penalties: [] }];
  if (outcome.kind !== 'penalty') return [];
  const { penalties, dropped = [] } = outcome;
  return [
    ...penalties.flatMap(({ breach, exemption }) =>
      exemption === undefined
        ? []
        : [{ breach, exemption, penalties: penalties.filter((one) => one.breach === breach) }],
    ),
    ...dropped.flatMap(({ breach, exemption }) =>
      exemption === undefined ? [] : [{ breach, exemption, penalties: [] }],
    ),
  ];
};

/** Nothing of it is measured: its goods are confiscated because the article says so. */
export const isExempted = (outcome: Outcome, { breach }: Readonly<{ breach?: BreachName }>): boolean =>
  outcome.kind === 'penalty' &&
  outcome.penalties.some((one) => one.exemption !== undefined && one.breach === breach);

/** Of what proves it nothing that the other does not name, and no other reason for what is not taken. */
const provenAs = (one: Exemption, other: Exemption): boolean =>
  one.conditions.every(({ condition, evidence }) =>
    evidence.every((entry) =>
      other.conditions.some((its) => its.condition === condition && its.evidence.includes(entry)),
    ),
  ) &&
  (one.notTaken === undefined || one.notTaken === other.notTaken);

/** Of one outcome no exemption that the other has not, and on no other proof. */
export const exemptsNoMore = (outcome: Outcome, other: Outcome): boolean => {
  const those = exemptedIn(other);
  return exemptedIn(outcome).every(({ breach, exemption }) =>
    those.some(
      (one) =>
        one.breach === breach &&
        exemptionKey(one.exemption) === exemptionKey(exemption) &&
        provenAs(exemption, one.exemption),
    ),
  );
};
