/** Which penalties give the party a right to a hearing: APL 63(1), SAMR-H 5. */
import { hearingAmounts, policy, reaches, type AgencyLists, type Fen, type Threshold } from '@anjuan/law';
import { goodsAt } from '../goods/ledger.js';
import type { CaseFile } from '../steps.js';
import type { PartyKind } from '../initiation/initiation.js';
import { breachesIn, type BreachName } from './breaches.js';
import type { Penalty, PenaltyKind } from './penalty.js';

/**
 * APL 63(1), (三)–(五). Withholding a permit and restricting a business are read as (五), other heavier
 * penalties: APL 9 names them in one breath with those of (三) and (四).
 */
const alwaysHeard: readonly PenaltyKind[] = [
  'qualification-lowering',
  'permit-revocation',
  'permit-withholding',
  'suspension',
  'closure',
  'employment-restriction',
  'business-restriction',
];

/** Otherwise leaving a value out, or entering a small one, would avoid hearing and legal review (APL 63(1), 58(1)). */
export const valuedAsReported = policy(
  '没收财物的价值按报告认定与处罚所列取其高，价值不明的视为较大，个体工商户适用较低数额；What is confiscated counts as the report or the penalty values it, whichever is more; an unknown value is large; an individual business has the lower amount',
);
/** How a missing value counts: as nothing only in a report that was corrected before anybody relied on it. */
export type UnknownValue = 'large' | 'nothing';

type Amounts = Readonly<{ naturalPerson: Threshold; entity: Threshold }>;

/** For a list by the amount of the fine: the agency's list says how an individual business (个体工商户) counts. */
export const thresholdFor = (
  kind: PartyKind,
  { naturalPerson, entity }: Amounts,
  { hearingThresholds: { individualBusiness } }: AgencyLists,
): Threshold => {
  const as = kind === 'individual-business' ? individualBusiness : kind;
  return as === 'natural-person' ? naturalPerson : entity;
};

/** Of the right to a hearing: no list takes it away. */
const hearingThreshold = (kind: PartyKind, lists: AgencyLists): Threshold => {
  const { naturalPerson, entity, individualBusiness } = hearingAmounts(lists);
  return { 'natural-person': naturalPerson, 'individual-business': individualBusiness, entity }[kind];
};

export const finedIn = (penalties: readonly Penalty[]): Fen =>
  penalties.reduce((sum, { kind, fen = 0 }) => (kind === 'fine' ? sum + fen : sum), 0);

type File = { readonly [Part in 'filing' | 'investigation' | 'goods']?: CaseFile[Part] | undefined };

/** What a penalty takes: `fen` at least, and no more unless something of it has no value. */
type Taken = Readonly<{ breach?: BreachName; fen: Fen; valued: boolean }>;

const asStated = ({ breach, fen = 0 }: Penalty): Taken => ({ breach, fen, valued: fen > 0 });

/** By its lists, or the penalty where it says more; a line without a value is in what the penalty says beyond the others. */
const asListed = (penalty: Penalty, { goods = [] }: File): Taken => {
  const { breach, items = [], fen: stated = 0 } = penalty;
  const values = items.map((part) => {
    const { fen, quantity = 1 } = goodsAt({ goods }, part) ?? {};
    return fen === undefined ? undefined : Math.ceil((fen * part.quantity) / quantity);
  });
  const listed = values.reduce<Fen>((sum, fen = 0) => sum + fen, 0);
  return {
    breach,
    fen: Math.max(listed, stated),
    valued: stated > listed || (listed > 0 && values.every((fen) => fen !== undefined)),
  };
};

type Valued = 'illegalGainsFen' | 'goodsValueFen';
type Reported = readonly Readonly<{ breach?: BreachName; fen: Fen | undefined }>[];

/** What the report says of it: of each breach that is punished, or where there is one of that one. */
const reportedIn = ({ investigation }: File, of: Valued, penalties: readonly Penalty[]): Reported => {
  const { breaches = [] } = investigation ?? {};
  if (breaches.length === 0) return [{ fen: investigation?.[of] }];
  const named = breachesIn(penalties);
  return breaches
    .filter(({ breach }) => named.includes(breach))
    .map(({ breach, ...rest }) => ({ breach, fen: rest[of] }));
};

const total = (some: readonly Readonly<{ fen: Fen | undefined }>[]): Fen =>
  some.reduce((sum, { fen = 0 }) => sum + fen, 0);

/** The report values what the penalties do not: all of the breach, so at more than is known without it, or where nothing is. */
const valuedIn = (reported: Reported, taken: readonly Taken[], of: BreachName): boolean => {
  const known = total(taken.filter(({ breach }) => breach === of));
  return reported.some(
    ({ breach, fen }) => breach === of && fen !== undefined && (known === 0 || fen > known),
  );
};

/** The value in the report, or the penalties, whichever is more; a missing value counts as any, and so does nothing where the penalty alone says it. */
const valueOf = (taken: readonly Taken[], reported: Reported, ofUnknown: UnknownValue): Fen => {
  if (taken.length === 0) return 0;
  const known = ({ valued, breach }: Taken): boolean => valued || valuedIn(reported, taken, breach);
  return ofUnknown === 'large' && !taken.every(known)
    ? Number.POSITIVE_INFINITY
    : Math.max(total(taken), total(reported));
};

/** SAMR-H 5(4) adds gains and goods together; of several breaches punished together, those of all of them. */
const confiscated = (penalties: readonly Penalty[], file: File, ofUnknown: UnknownValue): Fen => {
  const ofKind = (kind: PenaltyKind) => penalties.filter((penalty) => penalty.kind === kind);
  const gains = ofKind('confiscation-of-gains').map(asStated);
  const goods = ofKind('confiscation-of-goods').map((penalty) =>
    penalty.items === undefined ? asStated(penalty) : asListed(penalty, file),
  );
  return (
    valueOf(gains, reportedIn(file, 'illegalGainsFen', penalties), ofUnknown) +
    valueOf(goods, reportedIn(file, 'goodsValueFen', penalties), ofUnknown)
  );
};

export const hearingEligible = (
  penalties: readonly Penalty[],
  file: File,
  lists: AgencyLists,
  ofUnknown: UnknownValue = 'large',
): boolean => {
  const { filing } = file;
  if (penalties.some(({ kind }) => alwaysHeard.includes(kind))) return true;
  if (filing === undefined) return false;
  const threshold = hearingThreshold(filing.party.kind, lists);
  return (
    reaches(threshold, finedIn(penalties)) || reaches(threshold, confiscated(penalties, file, ofUnknown))
  );
};
