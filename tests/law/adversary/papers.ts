/** What was served is what was issued: of the events alone, the hashes compared one by one. */
import type { CaseEvent } from '@anjuan/case';
import type { Invariant } from './invariants.js';
import { partyOf, recordOf } from './parties.js';
import { allOf, lastEntry, standingIn, type EventOf } from './record.js';

const unless = (holds: boolean, objection: string): readonly string[] => (holds ? [] : [objection]);

type Issued = EventOf<'PaperIssued'>;
type Kind = Issued['data']['kind'];
type Type = CaseEvent['type'];

/** The service of a paper, and the entries of which the last is what the paper has to say. */
const ofTheLast: Readonly<Partial<Record<Type, readonly [Kind, readonly Type[]]>>> = {
  NoticeServed: ['notice', ['ProposalApproved']],
  HearingNoticeServed: ['hearing-notice', ['HearingHostNamed']],
  DecisionServed: ['decision', ['DecisionMade', 'DecisionChanged', 'DecisionRectified']],
  ReminderServed: ['reminder', ['DecisionMade', 'DecisionChanged', 'DecisionRectified', 'DecidedOnTheSpot']],
};

const hashOf = (event: CaseEvent): string | undefined => {
  if (event.type === 'ReminderServed') return event.data.reminder.sha256;
  return 'paper' in event.data && typeof event.data.paper === 'object' ? event.data.paper.sha256 : undefined;
};

/** Annulled or declared illegal a decision says nothing else; changed it does. */
const saysAnew = (event: CaseEvent): boolean =>
  event.type !== 'DecisionChanged' || event.data.kind === 'changed';

const valid = (standing: readonly CaseEvent[]): readonly Issued[] => {
  const issued = allOf(standing, 'PaperIssued');
  const replaced = new Set(issued.map(({ data }) => data.replaces));
  return issued.filter(({ revision }) => !replaced.has(revision));
};

export const servedAsIssued: Invariant = (event, { past, lists }) => {
  const [kind, types] = ofTheLast[event.type] ?? [];
  if (kind === undefined || types === undefined) return [];
  const standing = standingIn(recordOf(past, partyOf(past, event)));
  const issued = valid(standing).filter(({ data }) => data.kind === kind);
  const says = issued.findLast(({ data }) => data.of === lastEntry(standing.filter(saysAnew), ...types));
  const mustBe = lists.papersIssuedFirst === true || issued.length > 0;
  return [
    ...unless(!mustBe || says !== undefined, 'served, and what is in force was never issued'),
    ...unless(
      says === undefined || says.data.paper.sha256 === hashOf(event),
      'another paper was served than was issued',
    ),
    ...unless(says === undefined || says.occurredAt <= event.occurredAt, 'served before it was issued'),
  ];
};

/** One paper counts of one text; it says what is in the file, has not reached the party, and a decision is sealed. */
export const issuedOnce: Invariant = (event, { past }) => {
  if (event.type !== 'PaperIssued') return [];
  const { kind, of, sealed, replaces, reason } = event.data;
  const standing = standingIn(recordOf(past, partyOf(past, event)));
  const served = standing.flatMap(({ data }) => ('issued' in data ? [data.issued] : []));
  const others = valid(standing).filter(({ data }) => data.kind === kind && data.of === of);
  const waiting = others.filter(({ revision }) => !served.includes(revision));
  return [
    ...unless(
      standing.some(({ revision }) => revision === of),
      'issued of what is not in the file',
    ),
    ...unless(kind !== 'decision' || sealed, 'a decision issued without a seal'),
    ...unless(
      kind !== 'decision' || lastEntry(standing, 'DecisionServed') < of,
      'a decision issued after its service',
    ),
    ...unless(
      waiting.every(({ revision }) => revision === replaces) && (replaces === undefined || reason !== ''),
      'two papers of the same',
    ),
  ];
};
