/** Who proposed and who approved what an agency has entered: of what is in force, past or to come. */
import type { LocalDate } from '@anjuan/law';
import type { Agency, AgencyChange } from './agency.js';
import { covers, type Span } from './spans.js';

type ByTwo = Readonly<{
  proposed: Readonly<{ by: string; on: LocalDate }>;
  approved?: Readonly<{ by: string; on: LocalDate }>;
}>;

const byTwo = (
  { proposals }: Agency,
  type: AgencyChange['type'],
  isIt: (data: AgencyChange['data']) => boolean,
): ByTwo | undefined => {
  const found = proposals.find(
    ({ outcome, change }) => outcome === 'approved' && change.type === type && isIt(change.data),
  );
  return (
    found && { proposed: { by: found.by, on: found.on }, ...(found.answered && { approved: found.answered }) }
  );
};

const on = <One extends Span>(all: readonly One[], day: LocalDate | undefined): readonly One[] =>
  day === undefined ? all : all.filter((one) => covers(one, day));

/** Of that day, or every one there ever was, with its days. */
export const entrustmentsOf = (agency: Agency, day?: LocalDate) =>
  on(agency.entrustments, day).map((one) => ({
    ...one,
    ...byTwo(
      agency,
      'OrganisationEntrusted',
      (data) => 'entrustment' in data && data.entrustment === one.entrustment,
    ),
  }));

export const delegationsOf = (agency: Agency, day?: LocalDate) =>
  on(agency.delegations, day).map((one) => ({
    ...one,
    ...byTwo(agency, 'PowersDelegated', (data) => 'delegation' in data && data.delegation === one.delegation),
  }));
