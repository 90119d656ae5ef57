/** When a case needs legal review, and which review is in force: APL 58(1), SAMR-P 50, 52. */
import { reaches, type AgencyLists, type MajorTrigger } from '@anjuan/law';
import type { Context, EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { Marks } from '../initiation/initiation.js';
import { isRecused } from '../recusal/recused.js';
import { finedIn, hearingEligible, thresholdFor, type UnknownValue } from '../penalty/hearing-eligible.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { PenaltyKind } from '../penalty/penalty.js';
import { latestReview } from '../review/provisions.js';
import type { Review } from '../review/review.js';

/** What decides the need for legal review: everything ever entered, not only what is in force. */
export type Reviewable = Pick<CaseFile, 'filing' | 'reports' | 'entries' | 'goods' | 'party'>;
/** The filing with one of its reports, or with none yet. */
type Measured = { readonly [Part in 'filing' | 'investigation']: CaseFile[Part] | undefined } & {
  readonly unknownValue: UnknownValue;
  readonly goods: CaseFile['goods'];
};

const marked = ({ filing, investigation }: Measured, mark: keyof Marks): boolean =>
  filing?.marks?.[mark] === true || investigation?.marks?.[mark] === true;

/** APL 58(1), without (二): a hearing is the case's, not a report's. */
const byLaw = (measured: Measured): boolean =>
  /* (一) */ marked(measured, 'majorPublicInterest') ||
  /* (三) */ marked(measured, 'complex') ||
  /* (四) */ marked(measured, 'reviewRequiredByOtherLaw');

/**
 * (二); a hearing is held for the penalties of APL 63(1) alone, which are the party's major rights. By the notes: what
 * was heard before an annulment was heard.
 */
const heard = ({ entries }: Reviewable): boolean =>
  entries.some(({ type }) => type === 'HearingHeld' || type === 'HearingAdjourned');

const proposes = ({ investigation }: Measured, ...kinds: readonly PenaltyKind[]): boolean =>
  penaltiesOf(investigation?.proposal).some(({ kind }) => kinds.includes(kind));

/** What gives a right to a hearing is major whatever the agency's list says, and where it has none. */
const givesHearing = (measured: Measured, lists: AgencyLists): boolean =>
  hearingEligible(penaltiesOf(measured.investigation?.proposal), measured, lists, measured.unknownValue);

const triggers: Readonly<Record<MajorTrigger, (measured: Measured, lists: AgencyLists) => boolean>> = {
  'hearing-eligible': givesHearing,
  'suspension-or-closure': (measured) => proposes(measured, 'suspension', 'closure'),
  'revocation-or-lowering': (measured) => proposes(measured, 'permit-revocation', 'qualification-lowering'),
  'opened-to-public-interest': (measured) => marked(measured, 'majorPublicInterest'),
  'every-penalty': ({ investigation }) => investigation?.proposal.kind === 'penalty',
};

/** A list by the amount of the fine; a proposal without a fine reaches none. */
const finedAsMajor = ({ filing, investigation }: Measured, lists: AgencyLists): boolean => {
  const { fines } = lists.majorDecisions;
  const fined = finedIn(penaltiesOf(investigation?.proposal));
  if (fines === undefined || filing === undefined || fined === 0) return false;
  return reaches(thresholdFor(filing.party.kind, fines, lists), fined);
};

const major = (measured: Measured, lists: AgencyLists): boolean =>
  byLaw(measured) ||
  givesHearing(measured, lists) ||
  lists.majorDecisions.triggers.some((trigger) => triggers[trigger](measured, lists)) ||
  finedAsMajor(measured, lists);

/** Withdrawn or not: the note of an entry stays. */
const onceSent = ({ entries }: Reviewable): boolean =>
  entries.some(({ type }) => type === 'SentForLegalReview');

const reliesOnReport: ReadonlySet<string> = new Set([
  'SentForLegalReview',
  'SentForCaseReview',
  'NoticeServed',
]);

/**
 * A value that nobody has entered counts as large in the last report, and in every one that was sent for review or
 * notified. One that was made anew before that was an omission that nobody relied on: its marks, and the values it does
 * name, go on counting.
 */
const unknownValueIn = ({ reports, entries }: Reviewable, index: number): UnknownValue => {
  const [report, next] = [reports[index], reports[index + 1]];
  if (report === undefined || next === undefined) return 'large';
  const reliedOn = entries.some(
    ({ type, entry }) => reliesOnReport.has(type) && entry > report.entry && entry < next.entry,
  );
  return reliedOn ? 'large' : 'nothing';
};

const measured = ({ filing, goods }: Reviewable) => ({ filing, goods });

/** With the party of the kind that it was when the report was made. */
const asReported = (
  { filing, party: { kinds = [] } }: Reviewable,
  report: EntryNumber,
): CaseFile['filing'] => {
  const was = kinds.find(({ until }) => report < until);
  return filing && was && { ...filing, party: { ...filing.party, kind: was.kind } };
};

const majorWith = (
  file: Reviewable,
  lists: AgencyLists,
  unknownValue: (index: number) => UnknownValue,
): boolean =>
  heard(file) ||
  major({ ...measured(file), investigation: undefined, unknownValue: 'nothing' }, lists) ||
  file.reports.some((investigation, index) =>
    [file.filing, asReported(file, investigation.entry)].some(
      (filing) =>
        filing !== undefined &&
        major({ ...measured(file), filing, investigation, unknownValue: unknownValue(index) }, lists),
    ),
  );

/**
 * The four triggers of the law and what gives a hearing always; besides, those of the agency's list by which the case
 * is measured. It can become so and never ceases to be: by every report there has been, not by the last alone.
 */
export const isMajor = (file: Reviewable, { lists }: Pick<Context, 'lists'>): boolean =>
  majorWith(file, lists, (index) => unknownValueIn(file, index));

/** Of what was decided before such a value counted as large, the entries cannot tell whether the case was major. */
export const majorForUnknownValueAlone = (file: Reviewable, { lists }: Pick<Context, 'lists'>): boolean =>
  isMajor(file, { lists }) && !onceSent(file) && !majorWith(file, lists, () => 'nothing');

/** A major case, and one that was sent for legal review once: after its objections the case returns to it. */
export const legalReviewRequired = (file: Reviewable, context: Pick<Context, 'lists'>): boolean =>
  onceSent(file) || isMajor(file, context);

/**
 * The last review, if it passed, is of the current file, or of one that differs by what asks for no other review
 * (`reviewedDossier`), and is of the kind the case needs. A reviewer who was recused since does not count.
 */
export const standingReview = (
  file: Reviewable & Pick<CaseFile, 'reviews' | 'recusals'>,
  context: Pick<Context, 'lists' | 'dossierDigest' | 'reviewedDigest'>,
): Review | undefined => {
  const latest = latestReview(file);
  const { dossierDigest, reviewedDigest = dossierDigest } = context;
  if (latest?.opinion !== 'agree' || ![dossierDigest, reviewedDigest].includes(latest.digest))
    return undefined;
  if (latest.answeredBy !== undefined && isRecused(file, latest.answeredBy)) return undefined;
  return latest.kind === 'legal' || !legalReviewRequired(file, context) ? latest : undefined;
};
