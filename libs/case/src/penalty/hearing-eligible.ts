/** Which penalties give the party a right to a hearing: APL 63(1), SAMR-H 5. */
import { reaches, type AgencyLists, type Fen, type Threshold } from '@anjuan/law';
import type { CaseFile } from '../case-file.js';
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

const thresholdFor = (kind: PartyKind, { hearingThresholds }: AgencyLists): Threshold => {
  const { naturalPerson, entity, individualBusiness } = hearingThresholds;
  if (kind === 'entity') return entity;
  if (kind === 'natural-person') return naturalPerson;
  return individualBusiness === 'natural-person' ? naturalPerson : entity;
};

type File = Pick<CaseFile, 'filing' | 'investigation'>;

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
  const threshold = thresholdFor(filing.party.kind, lists);
  const fined = penalties.reduce((sum, { kind, fen = 0 }) => (kind === 'fine' ? sum + fen : sum), 0);
  return reaches(threshold, fined) || reaches(threshold, confiscated(penalties, file));
};
