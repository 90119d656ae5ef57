/** What holds of every act that ends, undoes or waives something, read from the record alone. */
import type { CaseEvent } from '@anjuan/case';
import type { Invariant, Reading } from './invariants.js';
import { joinedIn, namedIn, partyOf, recordOf, type PartyNumber } from './parties.js';
import { asText, isMajor, penaltiesIn } from './penalties.js';
import { allOf, handlersIn, lastEntry, lastOf, standingIn, type EventOf } from './record.js';

const unless = (holds: boolean, objection: string): readonly string[] => (holds ? [] : [objection]);

const needsReview = ({ past, lists }: Reading): boolean =>
  allOf(past, 'SentForLegalReview').length > 0 || isMajor(past, [], lists);

const terminated = ({ data }: EventOf<'InvestigationTerminated'>, past: readonly CaseEvent[]) => {
  const report = lastEntry(past, 'InvestigationConcluded');
  const evidence = lastEntry(
    standingIn(past),
    'EvidenceAdded',
    'SceneRecorded',
    'InquiryRecorded',
    'SamplesTaken',
    'TestResultRecorded',
  );
  if (report < 0) return [];
  const decided = lastEntry(past, 'DecisionMade');
  const annulled =
    allOf(past, 'DecisionChanged').findLast(({ data }) => data.kind.startsWith('annulled'))?.revision ?? -1;
  if (decided > annulled)
    return [
      ...unless(data.ground !== 'other', 'a decided case ended for another cause'),
      ...unless(data.paper !== undefined, 'a decided case ended without a paper'),
      ...unless(lastEntry(past, 'DecisionServed') < decided, 'a served case ended as an investigation'),
    ];
  return [
    ...unless((data.evidence ?? -1) > report, 'a concluded case ended without naming what shows it'),
    ...unless(data.ground !== 'other', 'a concluded case ended for another cause'),
    ...unless(evidence > report, 'a concluded case ended without evidence of the end'),
  ];
};

const withThePolice = (past: readonly CaseEvent[]): boolean =>
  lastOf(past, 'PoliceAnswered')?.data.answer === 'filed' &&
  lastOf(past, 'CriminalOutcomeRecorded')?.data.outcome !== 'no-crime';

/** Ordered to be made anew, with somebody left to decide on and nobody else to decide it. */
const redoOwed = (past: readonly CaseEvent[]): boolean => {
  const change = lastOf(past, 'DecisionChanged');
  if (change?.data.kind !== 'annulled-to-redo' || change.data.ground === 'own-correction') return false;
  const gone = lastOf(past, 'InvestigationTerminated') !== undefined;
  const elsewhere = lastOf(past, 'CaseTransferred') !== undefined || withThePolice(past);
  return lastEntry(past, 'DecisionMade') < change.revision && !gone && !elsewhere;
};

/** A decision stands, by either procedure, or one on the spot was undone. */
const decidedIn = (past: readonly CaseEvent[]): boolean => {
  const undone =
    allOf(past, 'DecisionChanged').findLast(({ data }) => data.kind.startsWith('annulled'))?.revision ?? -1;
  return lastEntry(past, 'DecisionMade') > undone || lastEntry(past, 'DecidedOnTheSpot') >= 0;
};

const shownIn = ({ approval }: EventOf<'CaseClosed'>['data'], past: readonly CaseEvent[]): boolean => {
  const asked = allOf(past, 'ApprovalRequested').find(({ revision }) => revision === approval)?.data;
  if (asked?.matter !== 'closure') return false;
  const { circumstance, paper } = asked.terms;
  return circumstance === 'filed-by-the-police'
    ? withThePolice(past)
    : circumstance !== undefined && paper !== undefined;
};

const closed = ({ data }: EventOf<'CaseClosed'>, past: readonly CaseEvent[]): readonly string[] => {
  const report = lastOf(past, 'InvestigationConcluded')?.data.proposal;
  return [
    ...unless(
      data.ground !== 'other' || report?.kind !== 'penalty' || withThePolice(past),
      'closed on another ground, though a penalty was proposed',
    ),
    ...unless(
      data.ground !== 'other' || decidedIn(past) || shownIn(data, past),
      'closed on another ground that nothing shows, in the place of a decision',
    ),
    ...unless(!redoOwed(past), 'closed without the decision that was ordered'),
  ];
};

/** By the outcome of a remedy, or the paper of the supervision: of the last decision, and carried out once. */
const orderOf = ({ data: { remedy } }: EventOf<'DecisionChanged'>, past: readonly CaseEvent[]) => {
  const done = allOf(past, 'DecisionChanged').some(({ data }) => data.remedy === remedy);
  const began = remedy ?? -1;
  if (done || began < lastEntry(past, 'DecisionMade')) return undefined;
  const outcome = allOf(past, 'RemedyConcluded').find(({ data }) => data.remedy === remedy)?.data;
  const order = allOf(past, 'SupervisionOrdered').find(({ revision }) => revision === remedy)?.data;
  const made = { mediated: 'changed', 'declared-void': 'annulled' } as const;
  if (order !== undefined) return { kind: order.kind as string, ordered: order.ordered };
  if (outcome === undefined) return undefined;
  const kind =
    outcome.outcome === 'mediated' || outcome.outcome === 'declared-void'
      ? made[outcome.outcome]
      : outcome.outcome;
  return { kind: kind as string, ordered: outcome.ordered };
};

const changed = (event: EventOf<'DecisionChanged'>, reading: Reading): readonly string[] => {
  const { kind, ground, outcome } = event.data;
  const { past } = reading;
  const byHandler = unless(!handlersIn(past).includes(event.recordedBy), 'changed by a handler');
  if (ground === 'own-correction') {
    return [
      ...byHandler,
      ...unless(kind !== 'declared-illegal', 'declared illegal by the agency itself'),
      ...unless(kind === 'annulled-to-redo' || !needsReview(reading), 'reviewed, and undone by one leader'),
    ];
  }
  const order = orderOf(event, past);
  const opinion = allOf(past, 'SupervisionOrdered').some(
    ({ revision, data }) => revision === event.data.remedy && data.form === 'opinion',
  );
  const same =
    order?.ordered === undefined || outcome === undefined || asText(order.ordered) === asText(outcome);
  return [
    ...byHandler,
    ...unless(order?.kind === kind, 'changed otherwise than ordered, or of another decision'),
    ...unless(same, 'changed into something else than was ordered'),
    ...unless(
      !opinion || kind === 'annulled-to-redo' || !needsReview(reading),
      'reviewed, and undone on an opinion of the supervision',
    ),
  ];
};

/** As a player would write it: in words, in characters, or in the yuan of the decision. */
const rectified = ({ data, recordedBy }: EventOf<'DecisionRectified'>, past: readonly CaseEvent[]) => {
  const outcome = lastOf(past, 'DecisionMade')?.data.outcome;
  const penalties = outcome === undefined ? [] : penaltiesIn(outcome);
  const yuan = penalties.map(({ fen = 0 }) => String(fen / 100));
  // Of money and of a warning no term is a part: it is the party's time to pay or to sue.
  const hasTerm = penalties.some(({ kind }) => !/fine|warning|criticism|confiscation/.test(kind));
  const ofThePenalty = (text: string) =>
    /罚款|吊销|警告/.test(text) || (hasTerm && text.includes('三十日')) || yuan.includes(text);
  return [
    ...unless(!handlersIn(past).includes(recordedBy), 'rectified by a handler'),
    ...unless(![data.written, data.corrected].some(ofThePenalty), 'a penalty rectified'),
  ];
};

const requestOf = (past: readonly CaseEvent[], approval: number | undefined) =>
  allOf(past, 'ApprovalRequested').find(({ revision }) => revision === approval);

const agreed = (event: EventOf<'ExecutionAgreed'>, past: readonly CaseEvent[]): readonly string[] => {
  const given = past.at(-1);
  const approval = given?.type === 'ApprovalGiven' ? given.data.approval : undefined;
  const request = requestOf(past, approval);
  const terms = request?.data.matter === 'execution-agreement' ? request.data.terms : undefined;
  return [
    ...unless(request?.recordedBy !== event.recordedBy, 'agreed by the one who asked for it'),
    ...unless(
      JSON.stringify([terms?.plan, terms?.waived]) === JSON.stringify([event.data.plan, event.data.waived]),
      'agreed on terms that nobody asked for',
    ),
  ];
};

const executionEnded = (event: EventOf<'ExecutionTerminated'>, reading: Reading): readonly string[] => {
  const { ground, approval } = event.data;
  const request = requestOf(reading.past, approval);
  const terms = request?.data.matter === 'execution-termination' ? request.data.terms : undefined;
  if (!needsReview(reading)) return [];
  return [
    ...unless(ground === 'three-years-suspended' || terms?.paper !== undefined, 'ended without a paper'),
    ...unless(
      ground !== 'other' || event.actors.every(({ capacity }) => capacity === 'principal'),
      'ended on another ground by another than the principal',
    ),
  ];
};

/** Nobody who was joined to a case is forgotten when it is closed, and none is decided on who has left. */
const joinedLeft = (past: readonly CaseEvent[]): readonly string[] =>
  joinedIn(past).flatMap((party) =>
    unless(
      allOf(recordOf(past, party), 'DecisionMade').length > 0,
      `the party joined by ${String(party)} has no outcome`,
    ),
  );

/** An act of one party's procedure says of which, where there are several, and is of none who is not in the case. */
const ofWhom = (event: CaseEvent, past: readonly CaseEvent[]): readonly string[] => {
  const [party, joined] = [partyOf(past, event), joinedIn(past)];
  return [
    ...unless(party === undefined || joined.includes(party), 'of a party that is not in the case'),
    ...unless(
      event.type !== 'DecisionMade' || joined.length === 0 || namedIn(event) !== undefined,
      'decided on nobody knows whom',
    ),
  ];
};

/** On which ground it is closed for that party. */
const closedFor = (event: EventOf<'CaseClosed'>, party: PartyNumber): EventOf<'CaseClosed'> => {
  const ground =
    party === undefined
      ? event.data.ground
      : (event.data.others?.find(({ ofParty }) => ofParty === party)?.ground ?? 'other');
  return { ...event, data: { ...event.data, ground } };
};

/** Only what is closed, of which money is still owed by the record, by a leader who did not handle it. */
const reopened = (event: EventOf<'CaseReopened'>, past: readonly CaseEvent[]): readonly string[] => {
  const closedAt = lastEntry(past, 'CaseClosed');
  const woken = lastEntry(past, 'CaseReopened', 'DecisionChanged', 'CriminalOutcomeRecorded');
  const ended = lastOf(past, 'ExecutionTerminated');
  return [
    ...unless(closedAt >= 0 && closedAt > woken, 'reopened while it was open'),
    ...unless(decidedIn(past), 'reopened without a decision that is owed'),
    ...unless(!handlersIn(past).includes(event.recordedBy), 'reopened by a handler'),
    ...unless(
      event.data.ground !== 'execution-resumed' ||
        (ended !== undefined && ended.data.ground !== 'three-years-suspended'),
      'resumed what nobody had ended, or what is not executed any more',
    ),
  ];
};

const ofOneParty: Invariant = (event, reading) => {
  const { past } = reading;
  if (event.type === 'InvestigationTerminated') return terminated(event, past);
  if (event.type === 'DecisionChanged') return changed(event, reading);
  if (event.type === 'DecisionRectified') return rectified(event, past);
  if (event.type === 'CaseReopened') return reopened(event, past);
  if (event.type === 'ExecutionAgreed') return agreed(event, past);
  return event.type === 'ExecutionTerminated' ? executionEnded(event, reading) : [];
};

export const lettingGo: Invariant = (event, reading) => {
  const { past } = reading;
  if (event.type === 'CaseClosed')
    return [
      ...joinedLeft(past),
      ...[undefined, ...joinedIn(past)].flatMap((party) =>
        closed(closedFor(event, party), recordOf(past, party)),
      ),
    ];
  // Reopened for one of them; who handled it is said of the whole.
  if (event.type === 'CaseReopened' || joinedIn(past).length === 0) return ofOneParty(event, reading);
  return [
    ...ofWhom(event, past),
    ...ofOneParty(event, { ...reading, past: recordOf(past, partyOf(past, event)) }),
  ];
};
