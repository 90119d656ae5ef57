/** What the evidence looks like after each of its entries. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { Folds } from '../kernel/fold.js';
import type { Evidence, Piece, Test } from './evidence.js';
import { exclusionFolds } from './exclusion.js';
import { samplingFolds } from './sampling.js';

const withPiece = (evidence: Evidence, piece: Piece): Evidence => ({
  ...evidence,
  pieces: [...evidence.pieces, piece],
});

const withTest = (evidence: Evidence, test: number, change: Partial<Test>): Evidence => ({
  ...evidence,
  tests: evidence.tests.map((one) => (one.entry === test ? { ...one, ...change } : one)),
});

const shown = (evidence: Evidence, on: LocalDate, credentialShown: boolean | undefined): Evidence => {
  const { credentialShownOn } = evidence;
  const first = credentialShownOn === undefined || on < credentialShownOn ? on : credentialShownOn;
  return credentialShown === true ? { ...evidence, credentialShownOn: first } : evidence;
};

export const folds: Folds<
  | 'SceneRecorded'
  | 'InquiryRecorded'
  | 'EvidenceAdded'
  | 'TestCommissioned'
  | 'TestResultRecorded'
  | 'TestResultTold'
  | 'EvidenceExcluded'
  | 'SamplesTaken'
> = {
  ...exclusionFolds,
  ...samplingFolds,
  SceneRecorded: ({ evidence }, { data, revision, occurredAt }) => ({
    evidence: withPiece(shown(evidence, dayOf(occurredAt), data.credentialShown), {
      entry: revision,
      kind: data.kind,
      what: data.what,
      takenOn: dayOf(occurredAt),
      hashes: [data.record, ...(data.media ?? [])].map(({ sha256 }) => sha256),
      officers: data.officers,
    }),
  }),
  InquiryRecorded: ({ evidence }, { data, revision, occurredAt }) => ({
    evidence: withPiece(shown(evidence, dayOf(occurredAt), data.credentialShown), {
      entry: revision,
      kind: data.kind,
      // The name of who was asked is personal: the record's hash says which inquiry it was.
      what: '询问笔录',
      takenOn: dayOf(occurredAt),
      hashes: [data.record.sha256],
      officers: data.officers,
    }),
  }),
  EvidenceAdded: ({ evidence }, { data, revision, occurredAt }) => ({
    evidence: withPiece(evidence, {
      entry: revision,
      kind: data.kind,
      what: data.what,
      takenOn: dayOf(occurredAt),
      hashes: data.papers.map(({ sha256 }) => sha256),
      officers: data.officers,
    }),
  }),
  TestCommissioned: ({ evidence }, { data, revision, occurredAt }) => ({
    evidence: {
      ...evidence,
      tests: [
        ...evidence.tests,
        {
          entry: revision,
          commissionedAt: occurredAt,
          commissionedOn: dayOf(occurredAt),
          periodDays: data.periodDays,
          toldInWriting: data.toldInWriting,
        },
      ],
    },
  }),
  TestResultRecorded: ({ evidence }, { data, revision, occurredAt, actors }) => {
    const reported = withTest(evidence, data.test, { resultAt: occurredAt, resultOn: dayOf(occurredAt) });
    return {
      evidence: withPiece(reported, {
        entry: revision,
        kind: data.kind,
        what: data.what,
        takenOn: dayOf(occurredAt),
        hashes: [data.report.sha256],
        officers: actors.map(({ person }) => person),
      }),
    };
  },
  TestResultTold: ({ evidence }, { data, occurredAt }) => ({
    evidence: withTest(evidence, data.test, { toldOn: dayOf(occurredAt) }),
  }),
};
