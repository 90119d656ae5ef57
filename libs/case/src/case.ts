/** The procedure: every step in the order the law puts them; one table of acts, one fold. */
import * as approval from './approval/approval.js';
import * as archive from './archive/archive.js';
import * as assistance from './assistance/assistance.js';
import type { CaseEvent, NewCaseEvent } from './case-event.js';
import { emptyFile, type CaseFile } from './case-file.js';
import * as caseReview from './case-review/case-review.js';
import * as closure from './closure/closure.js';
import * as collectiveDiscussion from './collective-discussion/collective-discussion.js';
import * as correction from './correction/correction.js';
import * as decisionPeriod from './decision-period/decision-period.js';
import * as courtEnforcement from './court-enforcement/court-enforcement.js';
import * as crimeTransfer from './crime-transfer/crime-transfer.js';
import * as decision from './decision/decision.js';
import * as decisionChange from './decision-change/decision-change.js';
import * as education from './education/education.js';
import * as entry from './entry/entry.js';
import * as evidence from './evidence/evidence.js';
import * as execution from './execution/execution.js';
import * as executionSuspension from './execution-suspension/execution-suspension.js';
import * as hearing from './hearing/hearing.js';
import * as initiation from './initiation/initiation.js';
import * as investigation from './investigation/investigation.js';
import { perform, unmetOfFile, type Act } from './kernel/act.js';
import type { Context } from './kernel/context.js';
import type { EventMap, Folds } from './kernel/fold.js';
import type { Bilingual, Stated } from './kernel/provision.js';
import * as jurisdiction from './jurisdiction/jurisdiction.js';
import * as legalReview from './legal-review/legal-review.js';
import * as notice from './notice/notice.js';
import * as preservation from './preservation/preservation.js';
import * as proposal from './proposal/proposal.js';
import * as publication from './publication/publication.js';
import * as reviewExtension from './review/extension.js';
import * as recusal from './recusal/recusal.js';
import * as remedy from './remedy/remedy.js';
import * as reporterIdentity from './reporter-identity/reporter-identity.js';
import * as seizure from './seizure/seizure.js';
import * as service from './service/service.js';
import * as statement from './statement/statement.js';
import * as suspension from './suspension/suspension.js';
import * as summaryProcedure from './summary-procedure/summary-procedure.js';

const steps = {
  ...initiation.acts,
  ...evidence.acts,
  ...preservation.acts,
  ...seizure.acts,
  ...correction.acts,
  ...assistance.acts,
  ...crimeTransfer.acts,
  ...jurisdiction.acts,
  ...suspension.acts,
  ...investigation.acts,
  ...legalReview.acts,
  ...caseReview.acts,
  ...reviewExtension.acts,
  ...proposal.acts,
  ...notice.acts,
  ...statement.acts,
  ...hearing.acts,
  ...collectiveDiscussion.acts,
  ...education.acts,
  ...decisionPeriod.acts,
  ...decision.acts,
  ...service.acts,
  ...execution.acts,
  ...executionSuspension.acts,
  ...courtEnforcement.acts,
  ...remedy.acts,
  ...decisionChange.acts,
  ...publication.acts,
  ...closure.acts,
  ...archive.acts,
  ...summaryProcedure.acts,
  ...approval.acts,
  ...entry.acts,
  ...recusal.acts,
  ...reporterIdentity.acts,
};

export type ActName = keyof typeof steps;
/** What is entered for an act of that name; the body of its command. */
export type EntryOf<Name extends ActName> =
  (typeof steps)[Name] extends Act<infer Data, infer _Recorded> ? Data : never;
export type Acts = { readonly [Name in ActName]: Act<EntryOf<Name>, NewCaseEvent> };

/** Every act of the procedure by its name, `step/act`: also the path of its command. */
export const acts: Acts = steps;

const folds: Folds<CaseEvent['type']> = {
  ...initiation.folds,
  ...evidence.folds,
  ...preservation.folds,
  ...seizure.folds,
  ...correction.folds,
  ...assistance.folds,
  ...crimeTransfer.folds,
  ...jurisdiction.folds,
  ...suspension.folds,
  ...investigation.folds,
  ...legalReview.folds,
  ...caseReview.folds,
  ...reviewExtension.folds,
  ...proposal.folds,
  ...notice.folds,
  ...statement.folds,
  ...hearing.folds,
  ...collectiveDiscussion.folds,
  ...education.folds,
  ...decisionPeriod.folds,
  ...decision.folds,
  ...service.folds,
  ...execution.folds,
  ...executionSuspension.folds,
  ...courtEnforcement.folds,
  ...remedy.folds,
  ...decisionChange.folds,
  ...publication.folds,
  ...closure.folds,
  ...archive.folds,
  ...summaryProcedure.folds,
  ...approval.folds,
  ...entry.folds,
  ...recusal.folds,
  ...reporterIdentity.folds,
};

const foldOne = <Type extends keyof EventMap>(
  file: CaseFile,
  type: Type,
  event: EventMap[Type],
): Partial<CaseFile> => folds[type](file, event);

/** The file after one more entry. Corrections and withdrawals reach back: use `replay` for a history. */
export const evolve = (file: CaseFile, event: CaseEvent): CaseFile => ({
  ...file,
  ...foldOne(file, event.type, event),
  revision: event.revision,
  entries: entry.noted(file.entries, event),
});

/** The file as a history leaves it: withdrawn entries left out, corrected ones as corrected. */
export const replay = (history: readonly CaseEvent[]): CaseFile => ({
  ...entry.standing(history).reduce(evolve, emptyFile),
  // A withdrawn entry is left out of the fold, but its note stays, marked.
  entries: history.reduce(entry.noted, []),
});

/**
 * The file after further entries, without its history; undefined where one of them reaches back (a correction, a
 * withdrawal): then only `replay` of everything gives the file.
 */
export const resume = (file: CaseFile, further: readonly CaseEvent[]): CaseFile | undefined =>
  further.some(entry.refolds) ? undefined : further.reduce(evolve, file);

/** Pure: what is recorded when `context.actor` asks for an act; throws one `Refusal` with every reason. */
export const decide = <Name extends ActName>(
  name: Name,
  data: EntryOf<Name>,
  file: CaseFile,
  context: Context,
): readonly NewCaseEvent[] => perform<EntryOf<Name>, NewCaseEvent>(acts[name], data, file, context);

export type Possibility = Readonly<{
  act: ActName;
  title: Bilingual;
  /** `open-subject-to-entry`: nothing stands in the way but what will be entered is still examined. */
  state: 'open' | 'open-subject-to-entry' | 'not-yet';
  because: readonly Stated[];
}>;

const isActName = (name: string): name is ActName => name in acts;

/** What the actor may do next, and what stands in the way of the rest. */
export const actions = (file: CaseFile, context: Context): readonly Possibility[] =>
  Object.keys(acts)
    .filter(isActName)
    .filter((name) => acts[name].by.includes(context.actor.capacity))
    .filter((name) => file.revision >= 0 !== (acts[name].opens ?? false))
    .map((name) => possibility(name, file, context));

const possibility = (name: ActName, file: CaseFile, context: Context): Possibility => {
  const { title, demands } = acts[name];
  const because = unmetOfFile(acts[name], file, context);
  const open = demands.length === 0 ? 'open' : 'open-subject-to-entry';
  return { act: name, title, state: because.length === 0 ? open : 'not-yet', because };
};
