/** What holds of every record at every moment, whether or not it ever came to a decision. */
import type { CaseEvent } from '@anjuan/case';
import type { AgencyLists } from '@anjuan/law';
import { hoursBetween } from './days.js';
import { nothingForgotten } from './goods.js';
import { hasValidCredential, heldOn } from './people.js';
import { lettingGo } from './letting-go.js';
import { issuedOnce, servedAsIssued } from './papers.js';
import { partyOf, recordOf } from './parties.js';
import {
  allOf,
  dayIt,
  dayTyped,
  handlersIn,
  investigators,
  isByTwo,
  isEvidence,
  lastEntry,
  lastOf,
  reviewers,
  standingIn,
  type EventOf,
  type Together,
} from './record.js';

export type Reading = Readonly<{ past: readonly CaseEvent[]; lists: AgencyLists }>;
export type Invariant = (event: CaseEvent, reading: Reading) => readonly string[];

const unless = (holds: boolean, objection: string): readonly string[] => (holds ? [] : [objection]);

/** What was done on the lead is entered by a handler who binds the paper of those who were there. */
const enteredForThem = (event: Together, past: readonly CaseEvent[]): boolean => {
  const filed = lastOf(past, 'CaseFiled');
  return (
    filed !== undefined &&
    event.occurredAt <= filed.occurredAt &&
    event.data.signedPaper !== undefined &&
    handlersIn(past).includes(event.recordedBy)
  );
};

const twoOfficers: Invariant = (event, { past }) => {
  if (!isByTwo(event)) return [];
  const { officers } = event.data;
  const qualified = (person: string) =>
    heldOn(person, dayIt(event)).includes('officer') && hasValidCredential(person, dayIt(event));
  return [
    ...unless(new Set(officers).size >= 2, 'fewer than two officers'),
    ...unless(officers.every(qualified), 'an officer without a credential valid on the day'),
    ...unless(
      officers.includes(event.recordedBy) || enteredForThem(event, past),
      'recorded by none of its officers',
    ),
    ...unless(
      event.actors.map(({ person }) => person).join() === officers.join(),
      'officers and actors differ',
    ),
  ];
};

const inCapacity: Invariant = (event, { past }) => {
  if (isByTwo(event) && enteredForThem(event, past)) return [];
  const actor = event.actors.find(({ person }) => person === event.recordedBy);
  if (actor === undefined) return ['recorded by nobody who acted'];
  return [
    ...unless(heldOn(actor.person, dayIt(event)).includes(actor.capacity), 'a capacity that was not held'),
    ...unless(
      actor.capacity !== 'officer' || hasValidCredential(actor.person, dayIt(event)),
      'an expired credential',
    ),
  ];
};

const inTime: Invariant = (event, { past, lists }) => {
  const reason = 'lateReason' in event.data ? (event.data.lateReason ?? '') : '';
  const late = hoursBetween(event.occurredAt, event.recordedAt) > lists.lateEntry.hours;
  return [
    ...unless(event.occurredAt <= event.recordedAt, 'recorded before it happened'),
    ...unless((past.at(-1)?.recordedAt ?? '') <= event.recordedAt, 'recorded before the entry before it'),
    ...unless(event.revision === past.length, 'numbered out of order'),
    ...unless(!late || reason.trim() !== '', 'entered late without a reason'),
  ];
};

const answers: readonly CaseEvent['type'][] = [
  'ApprovalGiven',
  'ApprovalReturned',
  'ApprovalRequestWithdrawn',
];
type Answer = EventOf<'ApprovalGiven'> | EventOf<'ApprovalReturned'> | EventOf<'ApprovalRequestWithdrawn'>;
const isAnswer = (event: CaseEvent): event is Answer => answers.includes(event.type);

const approvals: Invariant = (event, { past }) => {
  if (!isAnswer(event)) return [];
  const request = allOf(past, 'ApprovalRequested').find(({ revision }) => revision === event.data.approval);
  const before = past.filter(isAnswer).filter(({ data }) => data.approval === event.data.approval);
  const own = request?.recordedBy === event.recordedBy;
  return [
    ...unless(request?.data.matter === event.data.matter, 'an answer to no request of its matter'),
    ...unless(before.length === 0, 'a request answered twice'),
    ...unless(
      own === (event.type === 'ApprovalRequestWithdrawn'),
      'an own request answered, or another’s withdrawn',
    ),
  ];
};

const namingHandlers: Invariant = (event, { past }) => {
  if (event.type !== 'HandlersNamed') return [];
  const { handlers } = event.data;
  const apart = reviewers(past);
  return [
    ...unless(
      new Set(handlers).size >= 2 && handlers.every((person) => hasValidCredential(person, dayIt(event))),
      'without two qualified handlers',
    ),
    ...unless(!handlers.some((person) => apart.has(person)), 'a reviewer named as handler'),
    ...unless(
      event.actors.every(({ capacity }) => capacity === 'unit-head'),
      'handlers named by somebody else than the head of the unit',
    ),
  ];
};

/** Where a reviewer was named nobody else gives the opinion, and whoever was named is one and took no part. */
const namedReviewer: Invariant = (event, { past }) => {
  if (event.type === 'ReviewerNamed')
    return [
      ...unless(!investigators(past).has(event.data.reviewer), 'an investigator named to review'),
      ...unless(
        heldOn(event.data.reviewer, dayIt(event)).some((one) => one.endsWith('-reviewer')),
        'nobody of review named to review',
      ),
    ];
  if (event.type !== 'LegalReviewOpinionGiven' && event.type !== 'CaseReviewOpinionGiven') return [];
  const named = allOf(past, 'ReviewerNamed').findLast(({ data }) => data.review === event.data.sent);
  return unless(
    named === undefined || named.data.reviewer === event.recordedBy,
    'an opinion by somebody else than the reviewer named',
  );
};

/** Nobody is notified or punished of whom the agency does not know who they are. */
const partyKnown: Invariant = (event, { past: whole }) => {
  if (!['InvestigationConcluded', 'NoticeServed', 'DecisionMade'].includes(event.type)) return [];
  const past = recordOf(whole, partyOf(whole, event));
  return unless(
    lastOf(past, 'CaseFiled')?.data.terms.partyUnknown !== true ||
      lastOf(past, 'PartyIdentified') !== undefined,
    'reported, notified or decided while nobody knows who the party is',
  );
};

const filing: Invariant = (event, { past }) => {
  if (event.type !== 'CaseFiled') return [];
  const request = allOf(past, 'ApprovalRequested').find(({ revision }) => revision === event.data.approval);
  const given = past.at(-1);
  const { handlers } = event.data.terms;
  return [
    ...unless(
      event.data.number !== '' && lastOf(past, 'CaseFiled') === undefined,
      'filed twice, or without a number',
    ),
    ...unless(
      given?.type === 'ApprovalGiven' && given.data.approval === event.data.approval,
      'filed unapproved',
    ),
    ...unless(
      request?.data.matter === 'filing' &&
        JSON.stringify(request.data.terms) === JSON.stringify(event.data.terms),
      'other terms than were asked for',
    ),
    ...unless(
      new Set(handlers).size >= 2 && handlers.every((person) => hasValidCredential(person, dayIt(event))),
      'without two qualified handlers',
    ),
    ...Object.entries(event.data.terms.conditions).flatMap(([name, { affirmed, evidence }]) =>
      unless(
        affirmed && evidence.length > 0 && evidence.every((entry) => isEvidence(past, entry)),
        `filed without evidence: ${name}`,
      ),
    ),
  ];
};

/** What a leader decides not to file was looked at first, and what was ordered was done. */
const notFiling: Invariant = (event, { past }) => {
  if (event.type !== 'LeadNotFiled') return [];
  const { ground, evidence = [] } = event.data;
  const standing = standingIn(past);
  const done = allOf(standing, 'CorrectionVerified').filter(({ data }) => data.corrected);
  return [
    ...unless(
      evidence.every((entry) => isEvidence(past, entry)),
      'not filed on what is no evidence',
    ),
    ...unless(ground === 'other-lawful' || evidence.length > 0, 'not filed, and nobody has looked'),
    ...unless(
      ground === 'no-fault' ||
        ground === 'other-lawful' ||
        allOf(standing, 'CorrectionOrdered').every(({ revision }) =>
          done.some(({ data }) => data.order === revision),
        ),
      'not filed as corrected, though it was not',
    ),
  ];
};

const notForInvestigators: readonly CaseEvent['type'][] = [
  'LegalReviewOpinionGiven',
  'CaseReviewOpinionGiven',
  'ProposalApproved',
  'DiscussionOpinionGiven',
  'DiscussionConcluded',
  'HearingHeld',
  'HearingAdjourned',
];

const apart: Invariant = (event, { past }) =>
  unless(
    !notForInvestigators.includes(event.type) || !investigators(past).has(event.recordedBy),
    'done by an investigator',
  );

const reviewersLeadNothing: Invariant = (event, { past }) => {
  const leads = event.actors.some(
    ({ person, capacity }) =>
      person === event.recordedBy && (capacity === 'leader' || capacity === 'principal'),
  );
  return unless(
    !leads || !reviewers(past).has(event.recordedBy),
    'done as a leader by a reviewer of the case',
  );
};

/** Those who handle the case; before it is filed, those who check the lead. */
const inCharge = (past: readonly CaseEvent[]): readonly string[] =>
  lastOf(past, 'CaseFiled') !== undefined || lastOf(past, 'DecidedOnTheSpot') !== undefined
    ? handlersIn(past)
    : [...investigators(past), ...(lastOf(past, 'LeadCheckersNamed')?.data.checkers ?? [])];

const confirmation: Invariant = (event, { past }) => {
  if (event.type !== 'EntryConfirmed') return [];
  const entry = past.find(({ revision }) => revision === event.data.entry);
  const officers = entry !== undefined && isByTwo(entry) ? entry.data.officers : [];
  const { inPlaceOf, paper } = event.data;
  if (inPlaceOf === undefined) {
    return unless(officers.includes(event.recordedBy), 'confirmed by somebody who was not there');
  }
  const could = (person: string) =>
    heldOn(person, dayIt(event)).includes('officer') && hasValidCredential(person, dayIt(event));
  return [
    ...unless(paper !== undefined, 'confirmed for another without a paper'),
    ...unless(
      inPlaceOf.length > 0 && inPlaceOf.every((person) => officers.includes(person) && !could(person)),
      'a paper in place of somebody who could have confirmed, or was not there',
    ),
    ...unless(inCharge(past).includes(event.recordedBy), 'a paper bound by no handler'),
  ];
};

/** What may still be entered when the case is closed, and when its file is in the archive. */
const afterClosure: readonly CaseEvent['type'][] = [
  'CaseArchived',
  'CaseReopened',
  'HandlersNamed',
  'CriminalOutcomeRecorded',
  'DecisionPublished',
  'HandlersNamed',
  'GoodsHandedToPolice',
  'HandlersNamed',
  'PublicationCorrected',
  'DecisionChanged',
  'DecisionRectified',
  'MoneyRefunded',
  'PaperIssued',
  'PaperServed',
  'RemedyAccepted',
  'RemedyConcluded',
  'ReporterIdentityLookedAt',
  'SupervisionOrdered',
];
const afterArchive: readonly CaseEvent['type'][] = afterClosure.filter(
  (type) => type !== 'CaseArchived' && type !== 'HandlersNamed',
);

/** Others handle it where one of those who did is no officer any more; and what came in since is archived as well. */
const inTheArchive = (event: CaseEvent, past: readonly CaseEvent[]): boolean => {
  if (event.type === 'HandlersNamed')
    return handlersIn(past).some((person) => !heldOn(person, dayIt(event)).includes('officer'));
  if (event.type !== 'CaseArchived') return afterArchive.includes(event.type);
  const later = past.slice(past.findLastIndex(({ type }) => type === 'CaseArchived') + 1);
  return later.some(({ type }) => type !== 'ReporterIdentityLookedAt');
};

/** A change of the decision takes the case out of its rest, money that is owed, and the police when they give it back. */
const atRest: Invariant = (event, { past }) => {
  const woken = lastEntry(past, 'DecisionChanged', 'CriminalOutcomeRecorded', 'CaseReopened');
  const since = past.slice(woken + 1);
  return [
    ...unless(
      lastOf(since, 'CaseClosed') === undefined || afterClosure.includes(event.type),
      'entered after the closure',
    ),
    ...unless(
      lastOf(since, 'CaseArchived') === undefined || inTheArchive(event, past),
      'entered in the archive',
    ),
  ];
};

/** APL 51: 200 yuan on a citizen, 3,000 on an organisation; a warning or a fine. */
const onTheSpot: Invariant = (event, { lists }) => {
  if (event.type !== 'DecidedOnTheSpot') return [];
  const { party, penalties, credentialShown, rightsTold, number } = event.data;
  const citizen =
    party.kind === 'natural-person' ||
    (party.kind === 'individual-business' && lists.hearingThresholds.individualBusiness === 'natural-person');
  const fined = penalties.reduce((fen, penalty) => fen + (penalty.fen ?? 0), 0);
  return [
    ...unless(
      penalties.length > 0 && penalties.every(({ kind }) => kind === 'fine' || kind === 'warning'),
      'no penalty for the spot',
    ),
    ...unless(fined <= (citizen ? 200_00 : 3_000_00), 'too high a fine for the spot'),
    ...unless(credentialShown && rightsTold && number !== '', 'decided on the spot without its formalities'),
  ];
};

const decisions: Invariant = (event) =>
  event.type === 'DecisionMade'
    ? unless(
        event.data.number.trim() !== '' && dayIt(event) === dayTyped(event),
        'a decision without a number, or of another day',
      )
    : [];

const all: readonly Invariant[] = [
  twoOfficers,
  inCapacity,
  inTime,
  approvals,
  namedReviewer,
  partyKnown,
  filing,
  notFiling,
  namingHandlers,
  apart,
  reviewersLeadNothing,
  confirmation,
  atRest,
  onTheSpot,
  decisions,
  nothingForgotten,
  lettingGo,
  issuedOnce,
  servedAsIssued,
];

/** Every broken invariant, with the entry that broke it. */
export const brokenIn = (record: readonly CaseEvent[], lists: AgencyLists): readonly string[] =>
  record.flatMap((event, index) => {
    const reading: Reading = { past: record.slice(0, index), lists };
    return all
      .flatMap((invariant) => invariant(event, reading))
      .map((objection) => `${event.revision} ${event.type}: ${objection}`);
  });
