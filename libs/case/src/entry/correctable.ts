/** Which entries may be corrected, in which fields, and which may be withdrawn: data, read by the provisions. */
import type { CaseEvent } from '../case-event.js';
import type { EvidenceKind } from '../evidence/evidence.js';

type Type = CaseEvent['type'];
/** Any text that is not blank, or one of these words. */
type Values = 'text' | readonly string[];

const anyKind: Readonly<Record<EvidenceKind, true>> = {
  书证: true,
  物证: true,
  视听资料: true,
  电子数据: true,
  证人证言: true,
  当事人的陈述: true,
  鉴定意见: true,
  勘验笔录: true,
  现场笔录: true,
};
const kinds = Object.keys(anyKind);

/** Opinions, approvals and decisions are inside acts and stand as they were given. */
export const correctable: Readonly<Partial<Record<Type, Readonly<Record<string, Values>>>>> = {
  LeadReceived: { source: 'text', summary: 'text' },
  SceneRecorded: { kind: ['现场笔录', '勘验笔录'], what: 'text', place: 'text' },
  InquiryRecorded: { kind: ['当事人的陈述', '证人证言'], person: 'text' },
  EvidenceAdded: { kind: kinds, what: 'text', provider: 'text' },
  SamplesTaken: { what: 'text', place: 'text' },
  TestCommissioned: { body: 'text' },
  TestResultRecorded: { kind: kinds, what: 'text' },
  CorrectionOrdered: { what: 'text' },
  StatementMade: { what: 'text' },
};

/** Who may withdraw an entry of that type besides the person who recorded it. */
export const withdrawableBy: Readonly<Partial<Record<Type, 'handler' | 'unit-head'>>> = {
  SceneRecorded: 'handler',
  InquiryRecorded: 'handler',
  EvidenceAdded: 'handler',
  SamplesTaken: 'handler',
  TestCommissioned: 'handler',
  TestResultRecorded: 'handler',
  TestResultTold: 'handler',
  EvidenceExcluded: 'handler',
  CorrectionOrdered: 'handler',
  CorrectionVerified: 'handler',
  EducationGiven: 'handler',
  DaysLeftOut: 'handler',
  AssistanceRequested: 'handler',
  AssistanceAnswered: 'handler',
  AssistanceDelayed: 'handler',
  StatementMade: 'handler',
  StatementWaived: 'handler',
  HearingRequested: 'handler',
  SentForLegalReview: 'unit-head',
  SentForCaseReview: 'unit-head',
};

/** What the party said or asked for is not the agency's to take back. */
export const saidByParty: readonly Type[] = ['StatementMade', 'HearingRequested'];
