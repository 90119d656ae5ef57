/** Evidence (证据): APL 46, 55; SAMR-P 22–32. */
import type { Instant, LocalDate } from '@anjuan/law';
import { outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event, PersonId } from '@anjuan/procedure';
import { byOfficersThere } from '../initiation/in-charge.js';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { testActs } from './commissioned-tests.js';
import { exclusionActs, type Exclusion } from './exclusion.js';
import type { TestedLine } from '../goods/ledger.js';
import type { EvidenceKind } from './kinds.js';
import { credentialShownBeforeInquiry, evidenceBound, providerNamed, whileUndecided } from './provisions.js';
import { samplingActs } from './sampling.js';
import { credentialShownAtScene, sceneSignedOrSeen } from './scene.js';
import {
  recordSceneSchema,
  recordInquirySchema,
  addEvidenceSchema,
  type commissionTestSchema,
  type recordTestResultSchema,
  type tellTestResultSchema,
} from './entries.js';
import type { Entry } from '@anjuan/entry';

/** evidence/record-scene */
export type RecordScene = Entry<typeof recordSceneSchema>;
export type SceneRecorded = Event<'SceneRecorded', Omit<RecordScene, 'occurredAt'>>;
/** evidence/record-inquiry */
export type RecordInquiry = Entry<typeof recordInquirySchema>;
export type InquiryRecorded = Event<'InquiryRecorded', Omit<RecordInquiry, 'occurredAt'>>;
/** evidence/add */
export type AddEvidence = Entry<typeof addEvidenceSchema>;
export type EvidenceAdded = Event<'EvidenceAdded', Omit<AddEvidence, 'occurredAt'>>;
/** evidence/commission-test */
export type CommissionTest = Entry<typeof commissionTestSchema>;
export type TestCommissioned = Event<'TestCommissioned', Omit<CommissionTest, 'occurredAt'>>;
/** evidence/record-test-result */
export type RecordTestResult = Entry<typeof recordTestResultSchema>;
export type TestResultRecorded = Event<'TestResultRecorded', Omit<RecordTestResult, 'occurredAt'>>;
/** evidence/tell-test-result */
export type TellTestResult = Entry<typeof tellTestResultSchema>;
/** `result`: the entry of the result; what was recorded before it was kept has none. */
export type TestResultTold = Event<
  'TestResultTold',
  Omit<TellTestResult, 'occurredAt'> & Readonly<{ result?: EntryNumber; issued?: EntryNumber }>
>;

/** One piece of evidence as the dossier counts it. */
export type Piece = Readonly<{
  entry: EntryNumber;
  kind: EvidenceKind;
  what: string;
  takenOn: LocalDate;
  hashes: readonly string[];
  officers: readonly PersonId[];
  /** No fact may rest on it any more (APL 46). */
  excluded?: Exclusion;
}>;
export type Test = Readonly<{
  entry: EntryNumber;
  commissionedAt: Instant;
  commissionedOn: LocalDate;
  periodDays: number;
  /** Period fixed and notified in writing: only then its days are left out of the seizure's term (ACL 25(3)). */
  toldInWriting: boolean;
  /** The seized lines that are tested; absent for a test of before they were named, which may be of any. */
  of?: readonly TestedLine[];
  /** Its last result. */
  result?: EntryNumber;
  resultAt?: Instant;
  resultOn?: LocalDate;
  /** Day on which a party was first notified of that result in its present wording. */
  toldOn?: LocalDate;
  /** Each time; `party`: the entry of its filing or joining; absent: everybody of whom the case was then. */
  told?: readonly Readonly<{ at: Instant; party?: EntryNumber }>[];
}>;
export type Evidence = Readonly<{
  pieces: readonly Piece[];
  tests: readonly Test[];
  /** Somebody was there to whom a credential is shown: an inspection, an inquiry, samples taken on the scene. */
  somebodyMet?: true;
  /** First day on which a credential was shown to the party (APL 55(1)). */
  credentialShownOn?: LocalDate;
}>;

/** Evidence taken by two officers. */
const takenByOfficers = {
  'evidence/record-scene': act<RecordScene, Recorded<'SceneRecorded'>>({
    title: { zh: '记录现场检查、勘验', en: 'Record a scene' },
    entry: recordSceneSchema,
    by: ['officer'],
    of: 'any-party',
    requires: whileUndecided,
    demands: [...byOfficersThere, ...outsideAct, credentialShownAtScene, sceneSignedOrSeen],
    records: 'SceneRecorded',
  }),
  'evidence/record-inquiry': act<RecordInquiry, Recorded<'InquiryRecorded'>>({
    title: { zh: '记录询问', en: 'Record an inquiry' },
    entry: recordInquirySchema,
    by: ['officer'],
    of: 'any-party',
    requires: whileUndecided,
    demands: [...byOfficersThere, ...outsideAct, credentialShownBeforeInquiry],
    records: 'InquiryRecorded',
  }),
  'evidence/add': act<AddEvidence, Recorded<'EvidenceAdded'>>({
    title: { zh: '收集证据', en: 'Add evidence' },
    entry: addEvidenceSchema,
    by: ['officer'],
    of: 'any-party',
    requires: whileUndecided,
    demands: [...byOfficersThere, ...outsideAct, providerNamed, evidenceBound],
    records: 'EvidenceAdded',
  }),
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  evidence: Evidence;
}>;
export const empty: Slice = { evidence: { pieces: [], tests: [] } };

export const acts = { ...takenByOfficers, ...samplingActs, ...testActs, ...exclusionActs };

export { events } from './events.js';
export { evidenceKinds, type EvidenceKind } from './kinds.js';
