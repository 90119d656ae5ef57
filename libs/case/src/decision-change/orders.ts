/** What was ordered of a decision from outside, and which of it is still to be carried out: ARL 77(1); ALL 94; ESR 28, 29. */
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { Outcome } from '../penalty/penalty.js';
import { standingDecision } from '../remedy/on-the-spot.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import type { ChangeDecision, ChangeKind } from './decision-change.js';

/** What an outcome makes of the decision; those not named leave it as it is. */
const carriedOutAs: Readonly<Partial<Record<RemedyOutcome, ChangeKind>>> = {
  changed: 'changed',
  annulled: 'annulled',
  'declared-void': 'annulled',
  'annulled-to-redo': 'annulled-to-redo',
  'declared-illegal': 'declared-illegal',
  mediated: 'changed',
};

/** The later of two orders replaces the other, but never that of a higher instance. */
const instances = ['supervision', 'reconsideration', 'litigation'] as const;

export type Orders = Pick<CaseFile, 'remedies' | 'supervisionOrders'>;
export type Ordered = Orders & Pick<CaseFile, 'formerDecisions' | 'decision' | 'summary'>;
export type Order = Readonly<{
  /** By which a change names it: the acceptance of the remedy, or the order of supervision. */
  entry: EntryNumber;
  /** When what was ordered was entered. */
  orderedAt: EntryNumber;
  by: (typeof instances)[number];
  ground: ChangeDecision['ground'];
  kind: ChangeKind;
  ordered?: Outcome | undefined;
  against?: EntryNumber | undefined;
}>;

export const orders = ({ remedies, supervisionOrders }: Orders): readonly Order[] => [
  ...remedies.flatMap(({ entry, kind: by, against, concluded }): readonly Order[] => {
    if (concluded === undefined) return [];
    const { entry: orderedAt, outcome, ordered } = concluded;
    const kind = carriedOutAs[outcome];
    return kind === undefined
      ? []
      : [{ entry, orderedAt, by, kind, against, ordered, ground: 'remedy-outcome' }];
  }),
  ...supervisionOrders.map((order): Order => ({
    ...order,
    orderedAt: order.entry,
    by: 'supervision',
    ground: 'supervision-order',
  })),
];

const replaces = (later: Order, order: Order): boolean =>
  later.against === order.against &&
  later.orderedAt > order.orderedAt &&
  instances.indexOf(later.by) >= instances.indexOf(order.by);

/** Orders to change the decision in force that are not carried out yet, and were not replaced. */
export const uncarried = (file: Ordered): readonly Order[] => {
  const all = orders(file);
  const standing = standingDecision(file);
  return all.filter(
    (order) =>
      standing !== undefined &&
      order.against === standing &&
      !file.formerDecisions.some(({ remedy }) => remedy === order.entry) &&
      !all.some((later) => replaces(later, order)),
  );
};
