/** Evidence (证据): APL 46, 55; SAMR-P 22–32. */
import type { Instant, LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import { testActs } from './commissioned-tests.js';
import { exclusionActs, type Exclusion } from './exclusion.js';
import {
  credentialShownAtScene,
  credentialShownBeforeInquiry,
  evidenceBound,
  providerNamed,
  whileUndecided,
} from './provisions.js';
import { late, signed } from './recorded.js';
import { samplingActs } from './sampling.js';

/** APL 46(1), in its order. The word of law is the value: it is what the file is inspected for. */
export const evidenceKinds = [
  '书证',
  '物证',
  '视听资料',
  '电子数据',
  '证人证言',
  '当事人的陈述',
  '鉴定意见',
  '勘验笔录',
  '现场笔录',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** evidence/record-scene */
export type RecordScene = Outside &
  ByOfficers &
  Readonly<{
    kind: '现场笔录' | '勘验笔录';
    what: string;
    place: string;
    credentialShown: boolean;
    record: Paper;
    media?: readonly Paper[];
  }>;
type Taken<Entry> = Omit<Entry, 'occurredAt'>;
export type SceneRecorded = Event<'SceneRecorded', Taken<RecordScene>>;
/** evidence/record-inquiry */
export type RecordInquiry = Outside &
  ByOfficers &
  Readonly<{
    kind: '当事人的陈述' | '证人证言';
    person: string;
    record: Paper;
    credentialShown?: boolean;
  }>;
export type InquiryRecorded = Event<'InquiryRecorded', Taken<RecordInquiry>>;
/** evidence/add */
export type AddEvidence = Outside &
  ByOfficers &
  Readonly<{ kind: EvidenceKind; what: string; provider: string; papers: readonly Paper[] }>;
export type EvidenceAdded = Event<'EvidenceAdded', Taken<AddEvidence>>;
/** evidence/commission-test */
export type CommissionTest = Outside &
  Readonly<{ body: string; periodDays: number; toldInWriting: boolean; paper?: Paper }>;
export type TestCommissioned = Event<'TestCommissioned', Taken<CommissionTest>>;
/** evidence/record-test-result */
export type RecordTestResult = Outside &
  Readonly<{ test: EntryNumber; kind: EvidenceKind; what: string; report: Paper }>;
export type TestResultRecorded = Event<'TestResultRecorded', Taken<RecordTestResult>>;
/** evidence/tell-test-result */
export type TellTestResult = Outside & Readonly<{ test: EntryNumber; paper?: Paper }>;
export type TestResultTold = Event<'TestResultTold', Taken<TellTestResult>>;

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
  /** Period fixed and told in writing: only then its days are left out of the seizure's term (ACL 25(3)). */
  toldInWriting: boolean;
  resultAt?: Instant;
  resultOn?: LocalDate;
  toldOn?: LocalDate;
}>;
export type Evidence = Readonly<{
  pieces: readonly Piece[];
  tests: readonly Test[];
  /** First day on which a credential was shown to the party (APL 55(1)). */
  credentialShownOn?: LocalDate;
}>;

/** Evidence taken by two officers. */
const takenByOfficers = {
  'evidence/record-scene': act<RecordScene, Recorded<'SceneRecorded'>>({
    title: { zh: '记录现场检查、勘验', en: 'Record a scene' },
    by: ['officer'],
    requires: whileUndecided,
    demands: [...byOfficers, ...outsideAct, credentialShownAtScene],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'SceneRecorded',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          ...signed(entry),
          kind: entry.kind,
          what: entry.what,
          place: entry.place,
          credentialShown: entry.credentialShown,
          record: entry.record,
          ...(entry.media !== undefined && { media: [...entry.media] }),
          ...late(entry),
        },
      },
    ],
  }),
  'evidence/record-inquiry': act<RecordInquiry, Recorded<'InquiryRecorded'>>({
    title: { zh: '记录询问', en: 'Record an inquiry' },
    by: ['officer'],
    requires: whileUndecided,
    demands: [...byOfficers, ...outsideAct, credentialShownBeforeInquiry],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'InquiryRecorded',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          ...signed(entry),
          kind: entry.kind,
          person: entry.person,
          record: entry.record,
          ...(entry.credentialShown !== undefined && { credentialShown: entry.credentialShown }),
          ...late(entry),
        },
      },
    ],
  }),
  'evidence/add': act<AddEvidence, Recorded<'EvidenceAdded'>>({
    title: { zh: '收集证据', en: 'Add evidence' },
    by: ['officer'],
    requires: whileUndecided,
    demands: [...byOfficers, ...outsideAct, providerNamed, evidenceBound],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'EvidenceAdded',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          ...signed(entry),
          kind: entry.kind,
          what: entry.what,
          provider: entry.provider,
          papers: [...entry.papers],
          ...late(entry),
        },
      },
    ],
  }),
};

export const acts = { ...takenByOfficers, ...samplingActs, ...testActs, ...exclusionActs };

export { folds } from './folds.js';
