/** Which entries have a paper, what of them is in force, and the act that serves it. */
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseEvent } from '../case-event.js';
import { asItStandsSince } from '../decision-change/standing.js';
import type { CaseFile } from '../steps.js';
import type { PaperKind, withPaper } from './words.js';

type Type = CaseEvent['type'];
export type Told = Pick<
  CaseFile,
  'decision' | 'summary' | 'formerDecisions' | 'entries' | 'proposal' | 'hearing'
>;

type Kind = Readonly<{
  /** Types of the entries that it says. */
  of: readonly Extract<Type, (typeof withPaper)[number]>[];
  /** The event that records its service. */
  servedIn: Type;
  /** Of one that says what is in force alone: the entry that says it. Absent: each entry of the types has its own. */
  inForce?: (file: Told) => EntryNumber | undefined;
  /** After its service another one may be issued of the same entry: another day of the hearing, another notice. */
  again?: true;
  /** It names the day of a hearing, or until when to pay: each service has a paper of its own. */
  namesDay?: true;
}>;

/** As it was made, changed or, since then, rectified. */
const decisionInForce = (file: Told): EntryNumber | undefined => {
  const since = asItStandsSince(file)?.entry;
  const rectified = file.entries.findLast(
    ({ type, entry }) => type === 'DecisionRectified' && entry > (since ?? entry),
  );
  return rectified?.entry ?? since;
};

const annulled = ({ formerDecisions }: Told): EntryNumber | undefined =>
  formerDecisions.findLast(({ kind }) => kind !== 'changed')?.entry;

export const kindsOfPaper: Readonly<Record<PaperKind, Kind>> = {
  notice: {
    of: ['ProposalApproved'],
    servedIn: 'NoticeServed',
    inForce: ({ proposal }) => (proposal?.state === 'approved' ? proposal.entry : undefined),
    again: true,
  },
  'hearing-notice': {
    of: ['HearingHostNamed'],
    servedIn: 'HearingNoticeServed',
    inForce: ({ entries }) => entries.findLast(({ type }) => type === 'HearingHostNamed')?.entry,
    again: true,
    namesDay: true,
  },
  decision: {
    of: ['DecisionMade', 'DecisionChanged', 'DecisionRectified'],
    servedIn: 'DecisionServed',
    inForce: decisionInForce,
  },
  rectification: { of: ['DecisionRectified'], servedIn: 'PaperServed' },
  annulment: { of: ['DecisionChanged'], servedIn: 'PaperServed', inForce: annulled },
  reminder: {
    of: ['DecisionMade', 'DecisionChanged', 'DecisionRectified', 'DecidedOnTheSpot'],
    servedIn: 'ReminderServed',
    inForce: decisionInForce,
    again: true,
    namesDay: true,
  },
  seizure: { of: ['ItemsSeized', 'ItemsSeizedUrgently'], servedIn: 'SeizurePapersServed' },
  'seizure-extension': { of: ['SeizureExtended'], servedIn: 'PaperServed' },
  'seizure-lifting': { of: ['SeizureLifted'], servedIn: 'PaperServed' },
  preservation: { of: ['EvidencePreserved'], servedIn: 'PaperServed' },
  'preservation-ended': { of: ['PreservationDealtWith', 'PreservationLifted'], servedIn: 'PaperServed' },
  'order-to-correct': { of: ['CorrectionOrdered'], servedIn: 'PaperServed' },
  'test-result': { of: ['TestResultRecorded'], servedIn: 'TestResultTold' },
};
