/** Of a case of several parties, the record of one: read from the events alone, as if it had been filed against it. */
import type { CaseEvent } from '@anjuan/case';

/** The entry by which it was joined; undefined: the party of the filing. */
export type PartyNumber = number | undefined;

/** Told of one party alone, and of that of the filing where they name none. */
const ofOne =
  /^(Party(Identified|Renamed|Changed|Deregistered|Restored)|InvestigationConcluded|Sent|LegalReview|CaseReview|Review|Proposal|Notice|Statement|Hearing|Discussion|Education|Decision|DaysLeftOut|Publication|Service|Payment|Instalments|Deferral|Execution|GoodsDisposedOf$|Reminder|Paper|Court|Enforcement|Remedy|Supervision|Money(Refunded))/;

const filedIn = (record: readonly CaseEvent[]): number | undefined =>
  record.find(({ type }) => type === 'CaseFiled')?.revision;

export const namedIn = ({ data }: CaseEvent): number | undefined =>
  'ofParty' in data && typeof data.ofParty === 'number' ? data.ofParty : undefined;

export const partyOf = (record: readonly CaseEvent[], event: CaseEvent): PartyNumber => {
  const named = namedIn(event);
  return named === filedIn(record) ? undefined : named;
};

/** Who was joined and has not left. */
export const joinedIn = (record: readonly CaseEvent[]): readonly number[] => {
  const gone = record.flatMap((event) => (event.type === 'PartySeparated' ? [event.data.joined] : []));
  return record
    .filter(({ type, revision }) => type === 'PartyJoined' && !gone.includes(revision))
    .map(({ revision }) => revision);
};

const filedAgainst = (event: CaseEvent, joined: CaseEvent | undefined): CaseEvent => {
  if (event.type !== 'CaseFiled' || joined?.type !== 'PartyJoined') return event;
  const { partyUnknown: _, ...terms } = event.data.terms;
  return { ...event, data: { ...event.data, terms: { ...terms, party: joined.data.party } } };
};

export const recordOf = (record: readonly CaseEvent[], party: PartyNumber): readonly CaseEvent[] => {
  if (!record.some(({ type }) => type === 'PartyJoined')) return record;
  const joined = record.find(({ revision }) => revision === party);
  return record
    .filter((event) => {
      const isOfOne = namedIn(event) !== undefined || ofOne.test(event.type);
      return !isOfOne || partyOf(record, event) === party;
    })
    .map((event) => filedAgainst(event, joined));
};
