/** Which penalties give the party a right to a hearing: APL 63(1), SAMR-H 5. */
import { hearingAmounts, reaches, type AgencyLists, type Fen, type Threshold } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { PartyKind } from '../initiation/initiation.js';
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

type Amounts = Readonly<{ naturalPerson: Threshold; entity: Threshold }>;

/** Which of the two amounts counts: an individual business (个体工商户) is what the agency's list says it is. */
export const thresholdFor = (
  kind: PartyKind,
  { naturalPerson, entity }: Amounts,
  { hearingThresholds: { individualBusiness } }: AgencyLists,
): Threshold => {
  const as = kind === 'individual-business' ? individualBusiness : kind;
  return as === 'natural-person' ? naturalPerson : entity;
};

export const finedIn = (penalties: readonly Penalty[]): Fen =>
  penalties.reduce((sum, { kind, fen = 0 }) => (kind === 'fine' ? sum + fen : sum), 0);

type File = { readonly [Part in 'filing' | 'investigation']?: CaseFile[Part] | undefined };

/** SAMR-H 5 adds gains and goods together; goods without a value of their own count as the report values them. */
const confiscated = (penalties: readonly Penalty[], { investigation }: File): Fen => {
  const value = (kind: PenaltyKind): Fen =>
    penalties.reduce((sum, penalty) => (penalty.kind === kind ? sum + (penalty.fen ?? 0) : sum), 0);
  const takesGoods = penalties.some(({ kind }) => kind === 'confiscation-of-goods');
  const unvalued = takesGoods && value('confiscation-of-goods') === 0;
  return (
    value('confiscation-of-gains') +
    (unvalued ? (investigation?.goodsValueFen ?? 0) : value('confiscation-of-goods'))
  );
};

export const hearingEligible = (penalties: readonly Penalty[], file: File, lists: AgencyLists): boolean => {
  const { filing } = file;
  if (penalties.some(({ kind }) => alwaysHeard.includes(kind))) return true;
  if (filing === undefined) return false;
  const threshold = thresholdFor(filing.party.kind, hearingAmounts(lists), lists);
  return reaches(threshold, finedIn(penalties)) || reaches(threshold, confiscated(penalties, file));
};
