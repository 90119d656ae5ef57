/** The goods that a penalty takes: lines of the lists of this case, or what the party still has. */
import type { Pointer } from '@anjuan/entry';
import { acl, apl, policy } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import type { Penalty } from '../penalty/penalty.js';
import { partsOfOthers } from '../joined-parties/every-party.js';
import type { CaseFile } from '../steps.js';
import { inForce, type Measures as InForce } from './in-force.js';
import { goneAs, isSame, type GoodsPart } from './ledger.js';
import { partsFit } from './provisions.js';

type Penalties = Readonly<{ penalties: readonly Penalty[] }>;

export const hereOrFromTheParty: EntryProvision<unknown, Penalties> = {
  id: 'goods/here-or-from-the-party',
  cites: policy(
    '没收的财物逐项指明清单中的项和数量，或者写明由当事人交出；What is confiscated is lines of a list, or is to be handed over by the party',
  ),
  also: [acl(27), apl(57, 1, 1)],
  says: '拟没收、没收的财物应当指明清单中的项和数量；仍在当事人处的，写明由当事人交出，两者分列',
  en: 'Each confiscation of goods names lines of a list and how many of each, or says that the party is to hand them over; one or the other',
  cure: {
    zh: '填写清单中的项和数量；仍在当事人处的，另列一项并写明由当事人交出',
    en: 'Name the lines and how many; for what the party still has, enter a penalty of its own that says so',
  },
  fields: ['/penalties'],
  holds: ({ penalties }) =>
    penalties.every(
      ({ kind, items = [], fromParty = false }) =>
        kind !== 'confiscation-of-goods' || items.length > 0 !== fromParty,
    ),
};

export const itemsOf = (penalties: readonly Penalty[]): readonly GoodsPart[] =>
  penalties.flatMap(({ items }) => items ?? []);

type Measures = InForce & Pick<CaseFile, 'others'>;

/** What the decisions on other parties of the case take. */
export const confiscatedFromOthers = ({ others }: Pick<CaseFile, 'others'>): readonly GoodsPart[] =>
  partsOfOthers({ ...(others && { others }) }).flatMap(({ decision }) =>
    decision?.outcome.kind === 'penalty' ? itemsOf(decision.outcome.penalties) : [],
  );

/** What is taken from other parties of the case: as decided, and of who is not decided on yet, as reported. */
export const takenFromOthers = ({ others }: Pick<CaseFile, 'others'>): readonly GoodsPart[] =>
  partsOfOthers({ ...(others && { others }) }).flatMap(({ decision, reports = [] }) => {
    const outcome = decision?.outcome ?? reports.at(-1)?.proposal;
    return outcome?.kind === 'penalty' ? itemsOf(outcome.penalties) : [];
  });

/** Otherwise nobody could say under whose decision a thing is disposed of, or whose it is when one is annulled. */
export const confiscatedFromOneParty: EntryProvision<Measures, Penalties> = {
  id: 'goods/confiscated-from-one-party',
  cites: policy(
    '清单中的一项只对一名当事人没收；A line of a list is confiscated from one of several parties',
  ),
  also: [apl(57, 1, 1), acl(27)],
  says: '清单中的一项已经对另一当事人决定没收的，不再对本当事人没收',
  en: 'No line is confiscated that the decision on another party of the case confiscates already',
  cure: { zh: '不再列入该项', en: 'Leave that line out' },
  fields: ['/penalties'],
  holds: ({ penalties }, file) => {
    const taken = confiscatedFromOthers(file);
    return itemsOf(penalties).every((part) => !taken.some((one) => isSame(one, part)));
  },
};

type Of<Data> = Readonly<{ at: readonly Pointer[]; penalties: (entry: Data) => readonly Penalty[] }>;

/** Checked where a penalty is proposed, notified and decided. What was disposed of under a decision since annulled counts. */
export const goodsOfPenalties = <Data>({
  at,
  penalties,
}: Of<Data>): readonly EntryProvision<Measures, Data>[] => [
  {
    ...hereOrFromTheParty,
    fields: at,
    holds: (entry, file, context) => hereOrFromTheParty.holds({ penalties: penalties(entry) }, file, context),
  },
  {
    ...confiscatedFromOneParty,
    fields: at,
    holds: (entry, file, context) =>
      confiscatedFromOneParty.holds({ penalties: penalties(entry) }, file, context),
  },
  ...partsFit<Data, Measures>(
    at,
    (entry) => itemsOf(penalties(entry)),
    (file, goods, context) => inForce(file, goods, context) + goneAs(goods, 'disposed-of'),
  ),
];
