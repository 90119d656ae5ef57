/** Where each entry belongs in the archived file: SAMR-P 78, main volume (正卷) and sub-volume (副卷). */
import type { CaseEvent } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import type { EntryNote } from '../entry/entry.js';
import type { EntryNumber } from '../kernel/event.js';

/** Heading of a volume, in the article's order. */
type Place = Readonly<{ volume: 'main' | 'sub'; heading: number }>;
const main = (heading: number): Place => ({ volume: 'main', heading });
const sub = (heading: number): Place => ({ volume: 'sub', heading });

/** 正卷 (一)–(七). */
const filing = main(1); // 立案审批表
const decision = main(2); // 行政处罚决定书及送达回证
const toParty = main(3); // 对当事人制发的其他法律文书及送达回证
const evidence = main(4); // 证据材料
const hearingRecord = main(5); // 听证笔录
const property = main(6); // 财物处理单据
const otherMain = main(7); // 其他有关材料
/** 副卷 (一)–(六). */
const source = sub(1); // 案源材料
const report = sub(2); // 调查终结报告
const reviewOpinion = sub(3); // 审核意见
const hearingReport = sub(4); // 听证报告
const closing = sub(5); // 结案审批表
const otherSub = sub(6); // 其他有关材料

const places: Readonly<Record<CaseEvent['type'], Place>> = {
  LeadReceived: source,
  ApprovalRequested: filing,
  ApprovalGiven: filing,
  ApprovalReturned: otherSub,
  ApprovalRequestWithdrawn: otherSub,
  CaseFiled: filing,
  LeadNotFiled: source,
  LeadCheckExtended: source,
  RecusalRequested: otherMain,
  RecusalDecided: otherMain,
  EntryConfirmed: otherMain,
  EntryCorrected: otherMain,
  EntryWithdrawn: otherSub,
  SceneRecorded: evidence,
  InquiryRecorded: evidence,
  EvidenceAdded: evidence,
  SamplesTaken: evidence,
  TestCommissioned: evidence,
  TestResultRecorded: evidence,
  TestResultTold: toParty,
  EvidenceExcluded: evidence,
  EvidencePreserved: toParty,
  PreservationMadeUp: otherSub,
  PreservationDealtWith: toParty,
  PreservationLifted: toParty,
  ItemsSeized: toParty,
  ItemsSeizedUrgently: toParty,
  SeizureMadeUp: otherSub,
  SeizureExtended: toParty,
  SeizureLifted: toParty,
  GoodsDisposedOfEarly: property,
  CorrectionOrdered: toParty,
  CorrectionVerified: evidence,
  AssistanceRequested: evidence,
  AssistanceAnswered: evidence,
  AssistanceDelayed: evidence,
  CrimeTransferProposed: evidence,
  CrimeTransferDecided: evidence,
  CrimeTransferSent: evidence,
  PoliceAnswered: evidence,
  GoodsHandedToPolice: evidence,
  CriminalOutcomeRecorded: evidence,
  JurisdictionDisputed: otherMain,
  JurisdictionReported: otherMain,
  JurisdictionSettled: otherMain,
  CaseTransferApproved: otherSub,
  CaseTransferred: otherMain,
  InvestigationSuspended: otherSub,
  InvestigationResumed: otherSub,
  InvestigationTerminated: otherSub,
  EducationGiven: otherMain,
  InvestigationConcluded: report,
  SentForLegalReview: reviewOpinion,
  LegalReviewOpinionGiven: reviewOpinion,
  SentForCaseReview: reviewOpinion,
  CaseReviewOpinionGiven: reviewOpinion,
  ReviewPeriodExtended: reviewOpinion,
  ProposalApproved: otherSub,
  ProposalReturned: otherSub,
  NoticeServed: toParty,
  StatementMade: evidence,
  StatementWaived: evidence,
  StatementRechecked: evidence,
  HearingRequested: otherMain,
  HearingHostNamed: otherSub,
  HearingFileHandedOver: otherSub,
  HearingNoticeServed: toParty,
  HearingAnnounced: otherMain,
  HearingSuspended: otherMain,
  HearingResumed: otherMain,
  HearingHeld: hearingRecord,
  HearingReported: hearingReport,
  HearingEnded: otherMain,
  DiscussionOpened: otherSub,
  DiscussionOpinionGiven: otherSub,
  DiscussionConcluded: otherSub,
  DecisionPeriodExtended: otherSub,
  DecisionPeriodExtendedFurther: otherSub,
  DaysLeftOut: otherMain,
  DecisionMade: decision,
  DecisionServed: decision,
  ServiceFailed: decision,
  InstalmentsAppliedFor: otherMain,
  InstalmentsApproved: toParty,
  InstalmentsRefused: toParty,
  DeferralApproved: toParty,
  ExecutionAgreed: toParty,
  ReconsiderationAsked: evidence,
  ReconsiderationAnswered: evidence,
  DecisionRectified: decision,
  DecisionChanged: decision,
  PublicationWithdrawn: otherMain,
  MoneyRefunded: property,
  RemedyAccepted: otherMain,
  RemedyConcluded: otherMain,
  ReminderServed: toParty,
  ReminderAnswered: otherMain,
  CourtApplied: otherMain,
  CourtAnswered: otherMain,
  HigherCourtAsked: otherMain,
  PaymentReceived: property,
  GoodsDisposedOf: property,
  ExecutionSuspended: otherMain,
  ExecutionResumed: otherMain,
  ExecutionTerminated: otherMain,
  DecisionPublished: otherMain,
  CaseClosed: closing,
  CaseArchived: otherSub,
  DecidedOnTheSpot: decision,
  FineCollectedOnTheSpot: property,
  MoneyHandedIn: property,
  MoneyBanked: property,
  SummaryFileHandedIn: otherMain,
  // Who looked at a reporter's name must not be read by whoever may read the main volume.
  ReporterIdentityLookedAt: otherSub,
};
const byType = new Map<string, Place>(Object.entries(places));

type Filed = Pick<CaseFile, 'revision' | 'entries' | 'approvals'>;

/** A request and its answer stand where the matter belongs, not where approvals belong. */
const placeOf = ({ approvals }: Filed, { entry, type, recordedAt, recordedBy }: EntryNote): Place => {
  const asked = approvals.find(
    (approval) =>
      approval.entry === entry || (approval.answeredBy === recordedBy && approval.answeredAt === recordedAt),
  );
  const known = byType.get(type) ?? otherSub;
  if (known !== filing || asked === undefined || asked.matter === 'filing') return known;
  if (asked.matter === 'not-filing' || asked.matter === 'check-extension') return source;
  return asked.matter === 'closure' ? closing : otherSub;
};

/** Entry numbers of both volumes; what was withdrawn stands last in the sub-volume, never in the main one. */
export const volumes = (
  file: Filed,
): Readonly<{ mainVolume: readonly EntryNumber[]; subVolume: readonly EntryNumber[] }> => {
  const standing = file.entries.filter(({ state }) => state !== 'withdrawn');
  const placed = standing.map((note) => ({ entry: note.entry, ...placeOf(file, note) }));
  const inOrder = (volume: Place['volume']) =>
    placed
      .filter((each) => each.volume === volume)
      .sort((a, b) => a.heading - b.heading || a.entry - b.entry)
      .map(({ entry }) => entry);
  const known = new Set(standing.map(({ entry }) => entry));
  const withdrawn = Array.from({ length: file.revision + 1 }, (_, entry) => entry).filter(
    (entry) => !known.has(entry),
  );
  return { mainVolume: inOrder('main'), subVolume: [...inOrder('sub'), ...withdrawn] };
};
