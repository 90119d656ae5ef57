/** How the oracle reads a record: only events, who did them and when; nothing that the program derived from them. */
import type { CaseEvent } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';
import { shanghaiDay } from './days.js';

type Type = CaseEvent['type'];
export type EventOf<T extends Type> = Extract<CaseEvent, { type: T }>;

const isOf =
  <T extends Type>(type: T) =>
  (event: CaseEvent): event is EventOf<T> =>
    event.type === type;

export const allOf = <T extends Type>(record: readonly CaseEvent[], type: T): readonly EventOf<T>[] =>
  record.filter(isOf(type));
export const lastOf = <T extends Type>(record: readonly CaseEvent[], type: T): EventOf<T> | undefined =>
  allOf(record, type).at(-1);
/** Entry number of the last event of these types; -1 where there is none. */
export const lastEntry = (record: readonly CaseEvent[], ...types: readonly Type[]): number =>
  record.findLast(({ type }) => types.includes(type))?.revision ?? -1;

/** Without what was withdrawn. */
export const standingIn = (record: readonly CaseEvent[]): readonly CaseEvent[] => {
  const withdrawn = allOf(record, 'EntryWithdrawn').map(({ data }) => data.entry);
  return record.filter(({ revision }) => !withdrawn.includes(revision));
};

export const dayIt = ({ occurredAt }: CaseEvent): LocalDate => shanghaiDay(occurredAt);
export const dayTyped = ({ recordedAt }: CaseEvent): LocalDate => shanghaiDay(recordedAt);

const byTwo: readonly Type[] = [
  'SceneRecorded',
  'InquiryRecorded',
  'EvidenceAdded',
  'SamplesTaken',
  'EvidencePreserved',
  'PreservationDealtWith',
  'ItemsSeized',
  'ItemsSeizedUrgently',
  'SeizurePapersServed',
  'SeizureLifted',
  'GoodsDisposedOfEarly',
  'CorrectionOrdered',
  'CorrectionVerified',
  'InvestigationConcluded',
  'NoticeServed',
  'StatementRechecked',
  'EducationGiven',
  'CrimeTransferProposed',
  'DecisionServed',
  'ServiceFailed',
  'ReminderServed',
  'PaperServed',
  'GoodsDisposedOf',
  'DecidedOnTheSpot',
];

export type Together = CaseEvent &
  Readonly<{ data: Readonly<{ officers: readonly string[]; signedPaper?: unknown }> }>;
/** Acts the law gives to two officers together. */
export const isByTwo = (event: CaseEvent): event is Together => byTwo.includes(event.type);

/** By each of its officers since it was recorded or corrected, or by their signatures on its paper. */
export const confirmedIn = (standing: readonly CaseEvent[], event: Together): boolean => {
  const corrected = allOf(standing, 'EntryCorrected').findLast(({ data }) => data.entry === event.revision);
  if (corrected === undefined && event.data.signedPaper !== undefined) return true;
  const { revision, recordedBy } = corrected ?? event;
  const confirmed = allOf(standing, 'EntryConfirmed')
    .filter(({ data, ...confirmation }) => data.entry === event.revision && confirmation.revision > revision)
    .flatMap((confirmation) => confirmation.data.inPlaceOf ?? [confirmation.recordedBy]);
  return event.data.officers.every((person) => person === recordedBy || confirmed.includes(person));
};

/** What is part of the file that is reviewed. */
const examining: readonly Type[] = [
  'SceneRecorded',
  'InquiryRecorded',
  'EvidenceAdded',
  'SamplesTaken',
  'TestCommissioned',
  'TestResultRecorded',
  'EvidencePreserved',
  'ItemsSeized',
  'ItemsSeizedUrgently',
  'CorrectionOrdered',
  'CorrectionVerified',
  'InvestigationConcluded',
];
const investigative: readonly Type[] = [
  ...examining,
  'PreservationDealtWith',
  'CrimeTransferProposed',
  'StatementRechecked',
];

/** Whether evidence was taken after that entry, and not taken back. */
export const evidenceSince = (standing: readonly CaseEvent[], entry: number): boolean =>
  standing.some(
    ({ type, revision }) => revision > entry && examining.includes(type) && type !== 'InvestigationConcluded',
  );

/** What a finding before the filing may rest on. */
const evidencing: readonly Type[] = [
  'SceneRecorded',
  'InquiryRecorded',
  'EvidenceAdded',
  'SamplesTaken',
  'TestResultRecorded',
  'EvidencePreserved',
  'ItemsSeized',
  'ItemsSeizedUrgently',
  'CorrectionVerified',
];

/** Confirmed by whoever took it, neither withdrawn nor excluded. */
export const isEvidence = (record: readonly CaseEvent[], entry: number): boolean => {
  const standing = standingIn(record);
  const event = standing.find(({ revision }) => revision === entry);
  return (
    event !== undefined &&
    evidencing.includes(event.type) &&
    (!isByTwo(event) || confirmedIn(standing, event)) &&
    !allOf(standing, 'EvidenceExcluded').some(({ data }) => data.piece === entry)
  );
};

/** Who handles the case, or decided it on the spot. */
export const handlersIn = (record: readonly CaseEvent[]): readonly string[] => [
  ...allOf(record, 'CaseFiled').flatMap(({ data }) => data.terms.handlers),
  ...allOf(record, 'RecusalDecided').flatMap(({ data }) => data.replacement ?? []),
  ...allOf(record, 'HandlersNamed').flatMap(({ data }) => data.handlers),
  ...allOf(record, 'DecidedOnTheSpot').flatMap(({ data }) => data.officers),
];

/** A report of a crime that the principal, who decides on one at a time, has refused. */
export const isRefused = (record: readonly CaseEvent[], { type, revision }: CaseEvent): boolean => {
  if (type !== 'CrimeTransferProposed') return false;
  const answer = standingIn(record).find(
    (event) => event.type === 'CrimeTransferDecided' && event.revision > revision,
  );
  return answer?.type === 'CrimeTransferDecided' && !answer.data.approved;
};

/** Named by another officer in what was withdrawn, or refused, before they had confirmed it. */
const namedInVain = (record: readonly CaseEvent[], event: CaseEvent, person: string): boolean =>
  isByTwo(event) &&
  event.recordedBy !== person &&
  event.data.signedPaper === undefined &&
  (isRefused(record, event) ||
    allOf(record, 'EntryWithdrawn').some(({ data }) => data.entry === event.revision)) &&
  !allOf(record, 'EntryConfirmed').some(
    ({ data, recordedBy }) =>
      data.entry === event.revision && (data.inPlaceOf ?? [recordedBy]).includes(person),
  );

/** Who handled the case or took part in its investigation, withdrawn entries included. */
export const investigators = (record: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set([
    ...allOf(record, 'CaseFiled').flatMap(({ data }) => data.terms.handlers),
    ...(allOf(record, 'CaseFiled').length > 0
      ? allOf(record, 'HandlersNamed').flatMap(({ data }) => data.handlers)
      : []),
    ...record
      .filter(({ type }) => investigative.includes(type))
      .flatMap((event) =>
        [
          event.recordedBy,
          ...event.actors.map(({ person }) => person),
          ...(isByTwo(event) ? event.data.officers : []),
        ].filter((person) => !namedInVain(record, event, person)),
      ),
  ]);

/** Who gave an opinion of either review. */
export const reviewers = (record: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set([
    ...[...allOf(record, 'LegalReviewOpinionGiven'), ...allOf(record, 'CaseReviewOpinionGiven')].map(
      ({ recordedBy }) => recordedBy,
    ),
    ...allOf(record, 'ReviewerNamed').map(({ data }) => data.reviewer),
  ]);

/** Whether somebody had a part in it before: as an officer, a unit head or a leader; taking down its lead is none. */
export const hadAPart = (record: readonly CaseEvent[], person: string): boolean =>
  record.some(
    (event) =>
      event.type !== 'LeadReceived' &&
      !namedInVain(record, event, person) &&
      event.actors.some(
        (actor) =>
          actor.person === person && ['officer', 'unit-head', 'leader', 'principal'].includes(actor.capacity),
      ),
  );

const content: readonly Type[] = [
  'CaseFiled',
  ...examining,
  'TestResultTold',
  'StatementMade',
  'StatementRechecked',
  'HearingHeld',
  'HearingAdjourned',
  'HearingReported',
];

/** Whether the file that is reviewed is another one after this event. */
export const changesContent = (record: readonly CaseEvent[], event: CaseEvent): boolean => {
  if (event.type !== 'EntryCorrected' && event.type !== 'EntryWithdrawn') return content.includes(event.type);
  const changed = record.find(({ revision }) => revision === event.data.entry);
  return changed !== undefined && content.includes(changed.type);
};
