/** What the evidence looks like after each of its entries. */
import type { EvidenceExcluded } from './exclusion.js';
import type { SamplesTaken } from './sampling.js';
import { dayOf, type LocalDate } from '@anjuan/law';
import { eventKind, type Events } from '../event-kind.js';
import { linesNamed } from '../goods/ledger.js';
import { evidenceKinds } from './kinds.js';
import type {
  Evidence,
  Piece,
  Test,
  SceneRecorded,
  InquiryRecorded,
  EvidenceAdded,
  TestCommissioned,
  TestResultRecorded,
  TestResultTold,
} from './evidence.js';
import { exclusionEvents } from './exclusion.js';
import { notNotified } from './result-corrected.js';
import { samplingEvents } from './sampling.js';

const withPiece = (evidence: Evidence, piece: Piece): Evidence => ({
  ...evidence,
  pieces: [...evidence.pieces, piece],
});

const withTest = (evidence: Evidence, test: number, change: (one: Test) => Test): Evidence => ({
  ...evidence,
  tests: evidence.tests.map((one) => (one.entry === test ? change(one) : one)),
});

const met = (evidence: Evidence): Evidence => ({ ...evidence, somebodyMet: true });

const shown = (evidence: Evidence, on: LocalDate, credentialShown: boolean | undefined): Evidence => {
  const { credentialShownOn } = evidence;
  const first = credentialShownOn === undefined || on < credentialShownOn ? on : credentialShownOn;
  return credentialShown === true ? { ...evidence, credentialShownOn: first } : evidence;
};

/** In an empty room nobody is met. */
const inspected = (evidence: Evidence, on: LocalDate, data: SceneRecorded['data']): Evidence =>
  data.nobodyThere === true ? evidence : shown(met(evidence), on, data.credentialShown);

export const events: Events<
  | SceneRecorded
  | InquiryRecorded
  | EvidenceAdded
  | TestCommissioned
  | TestResultRecorded
  | TestResultTold
  | SamplesTaken
  | EvidenceExcluded
> = {
  ...exclusionEvents,
  ...samplingEvents,
  SceneRecorded: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: { '/witness': 'witness' },
      correctable: { kind: ['现场笔录', '勘验笔录'], what: 'text', place: 'text' },
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    ({ evidence }, { data, revision, occurredAt }) => ({
      evidence: withPiece(inspected(evidence, dayOf(occurredAt), data), {
        entry: revision,
        kind: data.kind,
        what: data.what,
        takenOn: dayOf(occurredAt),
        hashes: [data.record, ...(data.media ?? [])].map(({ sha256 }) => sha256),
        officers: data.officers,
      }),
    }),
  ),
  InquiryRecorded: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: { '/person': 'person' },
      correctable: { kind: ['当事人的陈述', '证人证言'], person: 'line' },
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    ({ evidence }, { data, revision, occurredAt }) => ({
      evidence: withPiece(shown(met(evidence), dayOf(occurredAt), data.credentialShown), {
        entry: revision,
        kind: data.kind,
        // The name of the person questioned is personal: the hash of the record identifies the inquiry.
        what: '询问笔录',
        takenOn: dayOf(occurredAt),
        hashes: [data.record.sha256],
        officers: data.officers,
      }),
    }),
  ),
  EvidenceAdded: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: { '/provider': 'provider' },
      correctable: { kind: evidenceKinds, what: 'text', provider: 'line' },
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    ({ evidence }, { data, revision, occurredAt }) => ({
      evidence: withPiece(evidence, {
        entry: revision,
        kind: data.kind,
        what: data.what,
        takenOn: dayOf(occurredAt),
        hashes: data.papers.map(({ sha256 }) => sha256),
        officers: data.officers,
      }),
    }),
  ),
  TestCommissioned: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: {},
      refersTo: linesNamed,
      correctable: { body: 'line' },
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
      stage: 'investigating',
    },
    ({ evidence }, { data, revision, occurredAt }) => ({
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
            ...(data.of !== undefined && { of: data.of }),
          },
        ],
      },
    }),
  ),
  TestResultRecorded: eventKind(
    {
      v: 1,
      volume: 'evidence',
      personal: {},
      refersTo: ['test'],
      correctable: { kind: evidenceKinds, what: 'text' },
      withdrawableBy: 'handler',
      investigates: true,
      inDossier: true,
    },
    ({ evidence }, { data, revision, occurredAt, actors }) => {
      const reported = withTest(evidence, data.test, (test) => ({
        ...notNotified(test),
        result: revision,
        resultAt: occurredAt,
        resultOn: dayOf(occurredAt),
      }));
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
  ),
  TestResultTold: eventKind(
    {
      v: 1,
      volume: 'to-party',
      personal: {},
      refersTo: ['test', 'issued'],
      withdrawableBy: 'handler',
      inDossier: true,
    },
    ({ evidence }, { data, occurredAt }) => ({
      evidence: withTest(evidence, data.test, (test) =>
        test.result === undefined
          ? test
          : {
              ...test,
              toldOn: test.toldOn ?? dayOf(occurredAt),
              told: [
                ...(test.told ?? []),
                { at: occurredAt, ...(data.ofParty !== undefined && { party: data.ofParty }) },
              ],
            },
      ),
    }),
  ),
};
