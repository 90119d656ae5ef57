/** The procedure: every step in the order the law puts them, and the case file (案卷) that they fold together. */
import type { EntryNumber } from '@anjuan/procedure';
import * as approval from './approval/approval.js';
import * as archive from './archive/archive.js';
import * as assistance from './assistance/assistance.js';
import * as caseReview from './case-review/case-review.js';
import { askedForPower } from './competence/powers.js';
import * as closure from './closure/closure.js';
import * as collectiveDiscussion from './collective-discussion/collective-discussion.js';
import * as correction from './correction/correction.js';
import * as courtEnforcement from './court-enforcement/court-enforcement.js';
import * as crimeTransfer from './crime-transfer/crime-transfer.js';
import * as decisionChange from './decision-change/decision-change.js';
import * as decisionPeriod from './decision-period/decision-period.js';
import * as decision from './decision/decision.js';
import * as education from './education/education.js';
import * as entry from './entry/entry.js';
import * as evidence from './evidence/evidence.js';
import * as executionSuspension from './execution-suspension/execution-suspension.js';
import * as execution from './execution/execution.js';
import * as hearing from './hearing/hearing.js';
import * as initiation from './initiation/initiation.js';
import * as investigation from './investigation/investigation.js';
import * as joinedParties from './joined-parties/joined-parties.js';
import * as jurisdiction from './jurisdiction/jurisdiction.js';
import * as legalReview from './legal-review/legal-review.js';
import * as notice from './notice/notice.js';
import * as paper from './paper/paper.js';
import * as party from './party/party.js';
import * as preservation from './preservation/preservation.js';
import * as proposal from './proposal/proposal.js';
import * as publication from './publication/publication.js';
import * as recusal from './recusal/recusal.js';
import * as remedy from './remedy/remedy.js';
import * as reporterIdentity from './reporter-identity/reporter-identity.js';
import * as reviewExtension from './review/extension.js';
import * as seizure from './seizure/seizure.js';
import * as service from './service/service.js';
import * as statement from './statement/statement.js';
import * as summaryProcedure from './summary-procedure/summary-procedure.js';
import * as suspension from './suspension/suspension.js';
import { actOfParty, type ActsOfParty, type AnyAct } from './of-party.js';

export const steps = [
  initiation,
  evidence,
  preservation,
  seizure,
  correction,
  assistance,
  crimeTransfer,
  jurisdiction,
  party,
  joinedParties,
  suspension,
  investigation,
  legalReview,
  caseReview,
  reviewExtension,
  proposal,
  notice,
  statement,
  hearing,
  collectiveDiscussion,
  education,
  decisionPeriod,
  decision,
  paper,
  service,
  execution,
  executionSuspension,
  courtEnforcement,
  remedy,
  decisionChange,
  publication,
  closure,
  archive,
  summaryProcedure,
  approval,
  entry,
  recusal,
  reporterIdentity,
] as const;

/** One slice a step, folded from the events and from nothing else. */
export interface CaseFile
  extends
    Readonly<{
      /** Number of the last entry; -1 before the first. */
      revision: EntryNumber;
      /** The joined party of which the parts of the file are; absent: the party of the filing. */
      ofParty?: EntryNumber;
      /** The parts of the other parties, by the entry of their joining, or of the filing. */
      others?: Readonly<Record<EntryNumber, PartsOfParty>>;
    }>,
    initiation.Slice,
    evidence.Slice,
    preservation.Slice,
    seizure.Slice,
    correction.Slice,
    assistance.Slice,
    crimeTransfer.Slice,
    jurisdiction.Slice,
    party.Slice,
    joinedParties.Slice,
    suspension.Slice,
    investigation.Slice,
    legalReview.Slice,
    proposal.Slice,
    notice.Slice,
    statement.Slice,
    hearing.Slice,
    collectiveDiscussion.Slice,
    education.Slice,
    decisionPeriod.Slice,
    decision.Slice,
    paper.Slice,
    service.Slice,
    execution.Slice,
    executionSuspension.Slice,
    courtEnforcement.Slice,
    remedy.Slice,
    decisionChange.Slice,
    publication.Slice,
    closure.Slice,
    archive.Slice,
    summaryProcedure.Slice,
    approval.Slice,
    entry.Slice,
    recusal.Slice,
    reporterIdentity.Slice {}

type Step = (typeof steps)[number];
type KeysOf<Of> = { [Key in keyof Of]: Of[Key] extends true ? Key : never }[keyof Of];
/** The parts of the file that each party has of its own. */
export type PartKey = (Step extends infer One
  ? One extends { ofParty: infer Of }
    ? KeysOf<Of>
    : never
  : never) &
  keyof CaseFile;
/** What a party's steps say of it anew in the filing, and its parts; those that are missing are empty. */
export type PartsOfParty = Readonly<{ filing: Partial<NonNullable<CaseFile['filing']>> }> &
  Partial<Pick<CaseFile, PartKey>>;

type ActsOf<One> = One extends { ofParty: object; acts: infer Acts }
  ? ActsOfParty<Acts>
  : One extends { acts: infer Acts }
    ? Acts
    : never;
type Both<Part> = (Part extends unknown ? (part: Part) => void : never) extends (parts: infer All) => void
  ? All
  : never;

const merged = <Part extends object>(parts: readonly Part[]): Both<Part> =>
  Object.assign({}, ...parts) as Both<Part>;

const isOfParty = (step: Step): step is Extract<Step, { ofParty: object }> => 'ofParty' in step;
const ofParty = steps.filter(isOfParty);
const common = steps.filter((step) => !isOfParty(step));
const actsOf = (step: Step): readonly (readonly [string, AnyAct])[] =>
  Object.entries(step.acts as Record<string, AnyAct>);
const shared = new Set(common.flatMap((step) => actsOf(step).map(([, { entry: form }]) => form)));

export const emptyFile: CaseFile = { revision: -1, ...merged(steps.map(({ empty }) => empty)) };
export const stepActs = askedForPower(
  merged(
    steps.map((step) =>
      isOfParty(step)
        ? Object.fromEntries(actsOf(step).map(([name, it]) => [name, actOfParty(it, shared)]))
        : step.acts,
    ),
  ) as Both<ActsOf<Step>>,
);
export type StepEvents = Both<Step['events']>;
export const stepEvents: StepEvents = merged(steps.map(({ events }) => events));
export const partKeys = ofParty.flatMap(({ ofParty: parts }) =>
  Object.entries(parts).flatMap(([key, own]) => (own ? [key] : [])),
) as readonly PartKey[];
/** Event types that tell of one party. */
export const eventsOfParty: ReadonlySet<string> = new Set(
  ofParty.flatMap(({ events }) => Object.keys(events)),
);
