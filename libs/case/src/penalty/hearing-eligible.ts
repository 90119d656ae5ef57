/** Which penalties give the party a right to a hearing: APL 63(1), SAMR-H 5. */
import { hearingAmounts, policy, reaches, type AgencyLists, type Fen, type Threshold } from '@anjuan/law';
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

type File = { readonly [Part in 'filing' | 'investigation']?: CaseFile[Part] | undefined };

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

/** The value in the report, or the penalties, whichever is more; a missing value counts as any, and so does nothing where the penalty alone says it. */
const valueOf = (
  penalties: readonly Penalty[],
  kind: PenaltyKind,
  reported: Reported,
  ofUnknown: UnknownValue,
): Fen => {
  const taken = penalties.filter((penalty) => penalty.kind === kind);
  if (taken.length === 0) return 0;
  const known = ({ fen = 0, breach }: Penalty): boolean =>
    fen > 0 || reported.some((one) => one.breach === breach && one.fen !== undefined);
  if (ofUnknown === 'large' && !taken.every(known)) return Number.POSITIVE_INFINITY;
  return Math.max(
    taken.reduce((sum, { fen = 0 }) => sum + fen, 0),
    reported.reduce((sum, { fen = 0 }) => sum + fen, 0),
  );
};
/** SAMR-H 5(4) adds gains and goods together; of several breaches punished together, those of all of them. */
const confiscated = (penalties: readonly Penalty[], file: File, ofUnknown: UnknownValue): Fen =>
  valueOf(penalties, 'confiscation-of-gains', reportedIn(file, 'illegalGainsFen', penalties), ofUnknown) +
  valueOf(penalties, 'confiscation-of-goods', reportedIn(file, 'goodsValueFen', penalties), ofUnknown);

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
