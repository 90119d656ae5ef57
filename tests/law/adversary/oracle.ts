/**
 * Judges a decision from the record alone, with code of its own: it asks none of the provisions, no fold and no
 * calendar of the program. What it answers are the sentences of the law that the decision breaks.
 */
import type { CaseEvent } from '@anjuan/case';
import type { AgencyLists, LocalDate } from '@anjuan/law';
import { clearWorkingDays, thirtyDaysAfter, workingDaysAfter } from './days.js';
import { belowTheMinimum } from './grading.js';
import { objectionsOfBreaches } from './breaches.js';
import { partyOf, recordOf } from './parties.js';
import { asText, isHeavierThanHeard, isMajor, penaltiesIn } from './penalties.js';
import { heldOn, mayReviewLegally } from './people.js';
import {
  allOf,
  changesContent,
  confirmedIn,
  dayIt,
  dayTyped,
  evidenceSince,
  hadAPart,
  investigators,
  isByTwo,
  isRefused,
  lastEntry,
  lastOf,
  reviewers,
  standingIn,
  type EventOf,
} from './record.js';

type Judged = Readonly<{
  decision: EventOf<'DecisionMade'>;
  /** Everything recorded before it, and what of it was not withdrawn. */
  past: readonly CaseEvent[];
  standing: readonly CaseEvent[];
  /** The same with what was recorded of other parties: who acted in it. */
  acted: readonly CaseEvent[];
  lists: AgencyLists;
  /** What the report proposes or the leader decides asks for legal review. */
  major: boolean;
}>;
type Judgement = (judged: Judged) => readonly string[];

const unless = (holds: boolean, objection: string): readonly string[] => (holds ? [] : [objection]);

type Opinion = EventOf<'LegalReviewOpinionGiven'> | EventOf<'CaseReviewOpinionGiven'>;
const opinionsIn = (record: readonly CaseEvent[]): readonly Opinion[] =>
  record.filter(
    (event) => event.type === 'LegalReviewOpinionGiven' || event.type === 'CaseReviewOpinionGiven',
  );
const opinionOn = ({ standing }: Judged) => opinionsIn(standing).at(-1);

/** Since the last annulment after which everything is done anew. */
const sinceAnew = (standing: readonly CaseEvent[]): readonly CaseEvent[] => {
  const anew = allOf(standing, 'DecisionChanged').findLast(({ data }) => data.kind === 'annulled-to-redo');
  return standing.filter(({ revision }) => revision > (anew?.revision ?? -1));
};

/** What the opinion before found wrong was dealt with, and it was answered. */
const faultsDealtWith = ({ past, standing }: Judged, opinion: Opinion): readonly string[] => {
  const before = opinionsIn(sinceAnew(standing)).findLast(({ revision }) => revision < opinion.revision);
  if (before === undefined || before.data.opinion === 'agree') return [];
  const sent = standing.find(({ revision }) => revision === opinion.data.sent);
  const answer = sent !== undefined && 'reason' in sent.data ? sent.data.reason : undefined;
  const { opinion: word, points = {} } = before.data;
  const faulty = word !== 'other' || Object.values(points).some((fault) => fault.trim() !== '');
  const mended = past.some(
    (event) =>
      event.revision > before.data.sent && event.revision < opinion.data.sent && changesContent(past, event),
  );
  return [
    ...unless(
      (typeof answer === 'string' && answer.trim() !== '') ||
        (word === 'supplement' && evidenceSince(standing, before.revision)),
      'the last opinion was not answered',
    ),
    ...unless(!faulty || mended, 'sent again as it was sent back'),
  ];
};

/** What the party said, and a re-check that adopted nothing of it, asks for no other review; nor does an order. */
const changesWhatIsReviewed = ({ past, standing }: Judged, sent: number) => {
  const heard = lastEntry(past, 'HearingHeld', 'HearingAdjourned') >= 0;
  const adopted = allOf(standing, 'StatementRechecked').some(
    ({ revision, data }) => revision > sent && data.result !== 'not-adopted',
  );
  const verified = allOf(standing, 'CorrectionVerified').map(({ data }) => data.order);
  return (event: CaseEvent): boolean => {
    if (event.revision <= sent || !changesContent(past, event)) return false;
    if (heard || adopted) return true;
    const undoes = event.type === 'EntryCorrected' || event.type === 'EntryWithdrawn';
    const what = undoes ? past.find(({ revision }) => revision === event.data.entry) : event;
    if (what === undefined || what.revision <= sent) return true;
    if (what.type === 'CorrectionOrdered') return verified.includes(what.revision);
    return what.type !== 'StatementMade' && what.type !== 'StatementRechecked';
  };
};

const reviewed: Judgement = (judged) => {
  const { past, standing, acted, major } = judged;
  const opinion = opinionOn(judged);
  if (opinion === undefined) return ['no review at all'];
  const legal = opinion.type === 'LegalReviewOpinionGiven';
  const sent = standing.find(({ revision }) => revision === opinion.data.sent);
  const changed = past.filter(changesWhatIsReviewed(judged, opinion.data.sent));
  return [
    ...unless(
      sent?.type === (legal ? 'SentForLegalReview' : 'SentForCaseReview'),
      'reviewed without being sent',
    ),
    ...unless(opinion.data.opinion === 'agree', 'the last review did not agree'),
    ...faultsDealtWith(judged, opinion),
    ...unless(legal || !major, 'major, but no legal review'),
    ...unless(
      legal || allOf(past, 'SentForLegalReview').length === 0,
      'legal review had it once, and a case review decided',
    ),
    ...unless(
      !hadAPart(
        acted.filter(({ revision }) => revision < opinion.revision),
        opinion.recordedBy,
      ),
      'reviewed by somebody who had a part in the case',
    ),
    ...unless(
      changed.length === 0,
      `the file changed after it was sent for review: ${changed.map(({ type }) => type).join(', ')}`,
    ),
    ...unless(!investigators(acted).has(opinion.recordedBy), 'reviewed by an investigator'),
    ...unless(
      heldOn(opinion.recordedBy, dayIt(opinion)).includes(legal ? 'legal-reviewer' : 'case-reviewer'),
      'reviewed by no reviewer',
    ),
    ...unless(!legal || mayReviewLegally(opinion.recordedBy), 'reviewed by an unqualified reviewer'),
  ];
};

const confirmed: Judgement = (judged) =>
  judged.standing
    .filter(isByTwo)
    .filter((event) => !confirmedIn(judged.standing, event) && !isRefused(judged.past, event))
    .map(({ type, revision }) => `${type} ${revision} was never confirmed by its second officer`);

const decidedByTheRightPerson: Judgement = ({ decision, acted }) => {
  const capacities = heldOn(decision.recordedBy, dayIt(decision));
  return [
    ...unless(capacities.includes('leader') || capacities.includes('principal'), 'decided by no leader'),
    ...unless(!investigators(acted).has(decision.recordedBy), 'decided by an investigator'),
    ...unless(!reviewers(acted).has(decision.recordedBy), 'decided by a reviewer'),
  ];
};

/** The oracle's own count; where nothing proves the day of service, the day it was typed in counts. */
export const lastDayOf = (notice: EventOf<'NoticeServed'>): LocalDate => {
  const served = notice.data.proof === undefined ? dayTyped(notice) : dayIt(notice);
  return workingDaysAfter(notice.data.method === 'public-notice' ? thirtyDaysAfter(served) : served, 5);
};

const notified: Judgement = ({ decision, standing }) => {
  const notice = lastOf(standing, 'NoticeServed');
  if (notice === undefined) return ['no notice'];
  const approval = allOf(standing, 'ProposalApproved').findLast(({ revision }) => revision < notice.revision);
  const waived = allOf(standing, 'StatementWaived').some(
    (waiver) => waiver.revision > notice.revision && dayIt(waiver) >= dayIt(notice),
  );
  const afterNotice = penaltiesIn({ kind: 'penalty', penalties: notice.data.penalties });
  return [
    ...unless(
      approval !== undefined && dayIt(notice) >= dayIt(approval),
      'the notice is older than its approval',
    ),
    ...unless(
      approval === undefined ||
        asText(approval.data.proposal) === asText({ kind: 'penalty', penalties: afterNotice }),
      'not what was approved',
    ),
    ...unless(
      dayIt(decision) > lastDayOf(notice) || waived,
      'the five working days of the party were not over',
    ),
    ...unless(!isHeavierThanHeard(penaltiesIn(decision.data.outcome), afterNotice), 'heavier than notified'),
  ];
};

const recheckedAll: Judgement = ({ standing }) => {
  const said = lastEntry(standing, 'StatementMade', 'HearingHeld', 'HearingAdjourned');
  return unless(
    said < 0 || lastEntry(standing, 'StatementRechecked') > said,
    'what the party said was not re-checked',
  );
};

type HearingDay = EventOf<'HearingHeld'> | EventOf<'HearingAdjourned'>;

/** The day was announced to everybody at the one before, or notified. */
const regular = ({ past, standing }: Judged, request: CaseEvent, held: HearingDay): readonly string[] => {
  const notice = allOf(standing, 'HearingNoticeServed').findLast(({ revision }) => revision < held.revision);
  const dayBefore = allOf(standing, 'HearingAdjourned').findLast(({ revision }) => revision < held.revision);
  const told = dayBefore?.data.everybodyTold === true && dayBefore.revision > (notice?.revision ?? -1);
  const host = allOf(standing, 'HearingHostNamed').findLast(({ revision }) => revision < held.revision);
  if (notice === undefined) return ['a hearing nobody was notified of'];
  const served = notice.data.proof === undefined ? dayTyped(notice) : dayIt(notice);
  const before = past.filter(({ revision }) => revision < held.revision);
  return [
    ...unless(served >= dayIt(request), 'the hearing was notified before it was asked for'),
    ...unless(
      (told ? dayBefore.data.goesOn : notice.data.for) === dayIt(held),
      'the hearing was held on another day than notified',
    ),
    ...unless(
      told || clearWorkingDays(served, dayIt(held)) >= 7,
      'fewer than seven working days before the hearing',
    ),
    ...unless(host?.data.host === held.recordedBy, 'held by somebody who was not named'),
    ...unless(!investigators(before).has(held.recordedBy), 'hosted by an investigator'),
  ];
};

const heardIfRequested: Judgement = (judged) => {
  const { standing } = judged;
  return allOf(standing, 'HearingRequested').flatMap((request) => {
    const notice = allOf(standing, 'NoticeServed').findLast(({ revision }) => revision < request.revision);
    if (notice === undefined || dayIt(request) > lastDayOf(notice)) return [];
    const later = standing.filter(({ revision }) => revision > request.revision);
    const held = allOf(later, 'HearingHeld').at(0);
    const days: readonly HearingDay[] = [
      ...allOf(later, 'HearingAdjourned').filter(({ revision }) => revision < (held?.revision ?? Infinity)),
      ...(held ? [held] : []),
    ];
    const ended = allOf(later, 'HearingEnded').some(
      ({ data, revision }) =>
        data.ground !== 'nothing-to-hear' || lastEntry(standing, 'NoticeServed') > revision,
    );
    const last = days.at(-1);
    const reported = allOf(later, 'HearingReported').some(
      ({ revision }) => revision > (last?.revision ?? -1),
    );
    return [
      ...unless(held !== undefined || ended, 'a hearing asked for in time was never held'),
      ...days.flatMap((day) => regular(judged, request, day)),
      ...unless(last === undefined || reported, 'the hearing was never reported'),
    ];
  });
};

const discussed: Judgement = ({ decision, acted, standing, lists }) => {
  const concluded = lastOf(standing, 'DiscussionConcluded');
  const opened = standing.find(
    (event): event is EventOf<'DiscussionOpened'> =>
      event.type === 'DiscussionOpened' && event.revision === concluded?.data.discussion,
  );
  if (concluded === undefined || opened === undefined) return ['never discussed by the leaders'];
  const before = standing.filter(({ revision }) => revision < opened.revision);
  const putToTheVote = opened.data.outcome ?? lastOf(before, 'InvestigationConcluded')?.data.proposal;
  if (putToTheVote === undefined) return ['nothing was put to the vote'];
  const attending = new Set(opened.data.attending);
  const agreeing = new Set(
    allOf(standing, 'DiscussionOpinionGiven')
      .filter(
        ({ data, recordedBy }) =>
          data.discussion === opened.revision && data.agrees && attending.has(recordedBy),
      )
      .map(({ recordedBy }) => recordedBy),
  );
  const leads = (person: string) =>
    heldOn(person, dayIt(opened)).some((held) => held === 'leader' || held === 'principal');
  const lastWord = lastEntry(
    standing,
    'StatementMade',
    'StatementRechecked',
    'HearingHeld',
    'HearingReported',
    'HearingEnded',
    'LegalReviewOpinionGiven',
    'CaseReviewOpinionGiven',
  );
  const handled = investigators(acted.filter(({ revision }) => revision < opened.revision));
  return [
    ...unless(attending.size >= Math.max(2, lists.collectiveDiscussion.quorum), 'discussed by too few'),
    ...unless([...attending].every(leads), 'discussed by others than leaders'),
    ...unless(![...attending].some((person) => handled.has(person)), 'an investigator voted'),
    ...unless(![...attending].some((person) => reviewers(acted).has(person)), 'a reviewer voted'),
    ...unless(agreeing.size * 2 > attending.size, 'discussed without a majority'),
    ...unless(
      asText(concluded.data.outcome) === asText(putToTheVote),
      'concluded what was not put to the vote',
    ),
    ...unless(opened.revision > lastWord, 'discussed before the last word of party, reviewer or host'),
    ...unless(
      asText(concluded.data.outcome) === asText(decision.data.outcome),
      'not what the leaders concluded',
    ),
  ];
};

const ofPenalty: Judgement = (judged) => {
  const { decision, standing } = judged;
  const penalties = penaltiesIn(decision.data.outcome);
  const proposal = lastOf(standing, 'InvestigationConcluded')?.data.proposal;
  return [
    ...unless(penalties.length > 0, 'a penalty of nothing'),
    ...unless(!belowTheMinimum(standing, decision.data.outcome), 'below the minimum without a ground'),
    ...unless(
      proposal !== undefined && !isHeavierThanHeard(penalties, penaltiesIn(proposal)),
      'heavier than what was proposed and reviewed',
    ),
    ...notified(judged),
    ...objectionsOfBreaches(decision, standing),
    ...recheckedAll(judged),
    ...heardIfRequested(judged),
  ];
};

const annulledToRedo = (record: readonly CaseEvent[]): EventOf<'DecisionChanged'> | undefined =>
  allOf(record, 'DecisionChanged').findLast(({ data }) => data.kind === 'annulled-to-redo');

/** Nothing that the annulled decision rested on carries the next one. */
const madeAnew = (judged: Judged, together: boolean): readonly string[] => {
  const { decision, standing } = judged;
  const redo = annulledToRedo(standing)?.revision ?? -1;
  return [
    ...unless(lastEntry(standing, 'InvestigationConcluded') > redo, 'made anew without a new report'),
    ...unless((opinionOn(judged)?.revision ?? -1) >= redo, 'made anew without a new review'),
    ...unless(
      !together || lastEntry(standing, 'DiscussionConcluded') > redo,
      'made anew, not discussed again',
    ),
    ...unless(
      decision.data.outcome.kind !== 'penalty' || lastEntry(standing, 'NoticeServed') > redo,
      'made anew without a new notice',
    ),
  ];
};

/** One decision, or one made anew; a second one besides only where the party spoke in time and was typed in after it, and it was not served. */
const decidedOnce: Judgement = ({ standing }) => {
  const earlier = lastOf(standing, 'DecisionMade');
  if (earlier === undefined) return [];
  const later = standing.filter(({ revision }) => revision > earlier.revision);
  if (annulledToRedo(later) !== undefined) return [];
  const unheard = later.some(({ type }) => type === 'StatementMade' || type === 'HearingRequested');
  return unless(unheard && lastOf(later, 'DecisionServed') === undefined, 'decided twice');
};

/** Why the decision at this place of the record should never have been made; nothing, if it was lawful. */
export const objectionsTo = (
  decision: EventOf<'DecisionMade'>,
  record: readonly CaseEvent[],
  lists: AgencyLists,
): readonly string[] => {
  const acted = record.filter(({ revision }) => revision < decision.revision);
  // Whatever was reviewed, notified or heard of another party counts for nothing.
  const past = recordOf(acted, partyOf(acted, decision));
  const standing = standingIn(past);
  const report = lastOf(standing, 'InvestigationConcluded');
  if (lastOf(standing, 'CaseFiled') === undefined || report === undefined)
    return ['neither filed nor investigated'];
  const { outcome } = decision.data;
  const proposed = penaltiesIn(report.data.proposal);
  const major = isMajor(past, proposed, lists) || isMajor(past, penaltiesIn(outcome), lists);
  const judged: Judged = { decision, past, standing, acted, lists, major };
  const everProposed = allOf(past, 'InvestigationConcluded').flatMap(({ data }) =>
    penaltiesIn(data.proposal),
  );
  const together = major && (everProposed.length > 0 || outcome.kind === 'penalty');
  return [
    ...decidedOnce(judged),
    ...madeAnew(judged, together),
    ...reviewed(judged),
    ...confirmed(judged),
    ...decidedByTheRightPerson(judged),
    ...(together ? discussed(judged) : []),
    ...(outcome.kind === 'penalty' ? ofPenalty(judged) : []),
    ...unless(
      outcome.kind === 'penalty' || !major || outcome.kind === report.data.proposal.kind,
      'a major case let off by what no review has seen',
    ),
    ...unless(
      outcome.kind !== 'no-penalty' || lastEntry(standing, 'EducationGiven') >= 0,
      'let off without education',
    ),
  ];
};
