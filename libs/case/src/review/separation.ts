/** Investigators do not review, and neither they nor reviewers decide. By person, not by account. */
import { forSomebodyElse } from '@anjuan/procedure';
import { policy, samrP } from '@anjuan/law';
import type { Capacity, PersonId, Provision } from '@anjuan/procedure';
import type { EntryNote } from '../entry/entry.js';
import type { CaseFile } from '../steps.js';

// All three read the notes of the entries: what somebody did stays, withdrawn, or before a decision that was annulled.
// Also in the procedure of another party of the same case.
type Noted = Pick<CaseFile, 'entries' | 'entriesOfOthers'>;
const everyNote = ({ entries, entriesOfOthers = [] }: Noted): readonly EntryNote[] =>
  entriesOfOthers.length === 0 ? entries : [...entries, ...entriesOfOthers];
type Investigated = Noted & Pick<CaseFile, 'filing' | 'lead'>;

/**
 * After an entry is withdrawn, or what it reports was refused, its officers stay involved, except one named by somebody
 * else who never confirmed it: otherwise a handler could bar a reviewer by naming them.
 */
export const actedIn = ({ state, refused, officers, neverConfirmed }: EntryNote, person: PersonId): boolean =>
  officers.includes(person) &&
  !((state === 'withdrawn' || refused === true) && neverConfirmed.includes(person));

/** Recorded an act of the investigation, or took part in it as an officer; the check of the lead is investigation too. */
export const investigated = (note: EntryNote, person: PersonId): boolean =>
  note.attributes.investigates === true && (note.recordedBy === person || actedIn(note, person));

/** Handler, or named to check the lead, now or before; or officer in an act of the investigation. */
export const investigatedBy = (file: Investigated, person: PersonId): boolean => {
  const { filing, lead } = file;
  return (
    (filing?.handlers.includes(person) ?? false) ||
    (filing?.formerHandlers?.includes(person) ?? false) ||
    (lead?.namings?.some(({ checkers }) => checkers.includes(person)) ?? false) ||
    everyNote(file).some((note) => investigated(note, person))
  );
};

type Reviewed = Noted & Pick<CaseFile, 'namedToReview'>;

/** Gave an opinion of legal review or of case review, or was named to give one. */
export const reviewedBy = (file: Reviewed, person: PersonId): boolean =>
  file.namedToReview.includes(person) ||
  everyNote(file).some(({ attributes, recordedBy }) => attributes.reviews === true && recordedBy === person);

/** Those who handle the case, put it forward, lead and decide it; who reviews it or hosts its hearing does not. */
const takingPart: readonly Capacity[] = ['officer', 'unit-head', 'leader', 'principal'];

/** Recording an incoming lead decides nothing, and one person may do it for the whole agency. */
const takesNoPart: ReadonlySet<string> = new Set(['LeadReceived']);

const tookPart = (file: Noted, person: PersonId): boolean =>
  everyNote(file).some((note) => {
    const { type, as, recordedBy } = note;
    if (actedIn(note, person)) return true;
    return recordedBy === person && as !== undefined && takingPart.includes(as) && !takesNoPart.has(type);
  });

/** Has neither handled the case nor taken part in it otherwise than as a reviewer. */
export const mayReview = (file: Investigated, person: PersonId): boolean =>
  !investigatedBy(file, person) && !tookPart(file, person);

export const handlerMayNotReview: Provision<Investigated> = {
  id: 'review/handler-may-not-review',
  cites: samrP(49, 3),
  says: '办案人员不得作为审核人员',
  en: 'Nobody reviews a case they handled or took evidence in',
  cure: { zh: '由未参与办案的审核人员审核', en: 'Let a reviewer who took no part review it' },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => !investigatedBy(file, actor.person),
};

/** A person who submitted the file, or requested, approved, discussed or decided anything in it, took part in it. */
export const reviewerStandsApart: Provision<Investigated> = {
  id: 'review/reviewer-stands-apart',
  cites: policy(
    '办理、送审、审批、讨论、决定与审核由不同的人作出；Whoever acted in the case as an officer, unit head or leader does not review it',
  ),
  also: [samrP(49, 3)],
  says: '曾以执法人员、办案机构负责人或者行政机关负责人身份参与本案的人员不得作为审核人员',
  en: 'The reviewer has acted in the case as a reviewer alone: neither as an officer, nor as a unit head, nor as a leader',
  cure: { zh: '由其他审核人员审核', en: 'Let another reviewer do it' },
  noCure: forSomebodyElse,
  // For investigators `review/handler-may-not-review` refuses.
  holds: (file, { actor: { person } }) => investigatedBy(file, person) || !tookPart(file, person),
};

const leading: readonly Capacity[] = ['leader', 'principal'];

/**
 * Checked for every act but the transfer of a crime, which is the principal's alone: the reviewer of a file approves,
 * decides and changes nothing in it, and does not vote on it.
 */
export const reviewerDoesNotLead: Provision<Reviewed> = {
  id: 'review/reviewer-does-not-lead',
  cites: policy(
    '审核与批准、讨论、决定由不同的人作出；Whoever reviewed a case does not act in it as a leader',
  ),
  also: [samrP(49, 3)],
  says: '曾被指定审核本案或者提出过审核意见的人员，不得以行政机关负责人身份批准、讨论、决定或者变更本案事项',
  en: 'Whoever was named to review the case, or gave an opinion of review, acts in it as no leader: approves, votes, decides and changes nothing',
  cure: {
    zh: '由其他负责人作出；没有其他负责人的，另行任命或者报上级机关',
    en: 'Let another leader do it; where there is none, have one appointed, or put it to the superior agency',
  },
  noCure: forSomebodyElse,
  holds: (file, { actor: { person, capacity } }) => !leading.includes(capacity) || !reviewedBy(file, person),
};

/** Checked for every act but the transfer of a crime, which is the principal's alone, and what a leader asks for themselves. */
export const leaderStandsApart: Provision<Investigated> = {
  id: 'review/leader-stands-apart',
  cites: policy('调查与决定由不同的人作出；Whoever investigated a case does not approve or decide it'),
  also: [samrP(49, 3)],
  says: '批准、讨论和决定案件的负责人不得是本案的办案人员',
  en: 'The leader who approves, discusses or decides has not handled the case',
  cure: {
    zh: '由其他负责人作出；没有其他负责人的，另行任命或者报上级机关',
    en: 'Let another leader do it; where there is none, have one appointed, or put it to the superior agency',
  },
  noCure: forSomebodyElse,
  holds: (file, { actor: { person, capacity } }) =>
    !leading.includes(capacity) || !investigatedBy(file, person),
};
