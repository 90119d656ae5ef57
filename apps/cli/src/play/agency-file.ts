/** The agency's own lists (`agency.yaml`): which decisions are major, thresholds, quorum, late entry. */
import type { AgencyLists, Fen, LocalDate, MajorTrigger, Threshold } from '@anjuan/law';
import { type At, fieldsAt, topOf } from './form/node.js';
import { amount, count, date, list, oneOf, text } from './form/readers.js';
import { fields, record } from './form/record.js';
import { agency, people, type Agency, type Person } from './people-form.js';

export type Lists = Omit<AgencyLists, 'version'>;
export type AgencyFile = Readonly<{ agency: Agency; lists: Lists; people: readonly Person[] }>;

const triggers: readonly MajorTrigger[] = [
  'hearing-eligible',
  'suspension-or-closure',
  'revocation-or-lowering',
  'opened-to-public-interest',
];

const threshold = record(fields({ comparator: oneOf(['>=', '>']), yuan: amount }, {}));
const form = record(
  fields(
    {
      agency,
      majorDecisions: record(fields({ validFrom: date, basis: text, triggers: list(oneOf(triggers)) }, {})),
      hearingThresholds: record(
        fields(
          {
            validFrom: date,
            naturalPerson: threshold,
            entity: threshold,
            individualBusiness: oneOf(['natural-person', 'entity']),
          },
          {},
        ),
      ),
      collectiveDiscussion: record(
        fields({ quorum: count, cases: oneOf(['all-legally-reviewed', 'complex-or-major']) }, {}),
      ),
      lateEntry: record(fields({ hours: count }, {})),
    },
    { people },
  ),
);

const inFen = ({ comparator, yuan }: Readonly<{ comparator: '>=' | '>'; yuan: Fen }>): Threshold => ({
  comparator,
  fen: yuan,
});

/** One version of lists holds from the day on which all of its parts do. */
const latest = (...days: readonly LocalDate[]): LocalDate => [...days].sort().at(-1) ?? '';

/** Whether a text is an agency's lists rather than a case. */
export const isAgencyFile = (at: At): boolean => fieldsAt(at).has('majorDecisions');

/** Reads an agency's lists. Throws CaseFileUnreadable. */
export const readAgencyFile = (file: string, source: string): AgencyFile => {
  const read = form(topOf(file, source));
  const { majorDecisions, hearingThresholds } = read;
  return {
    agency: read.agency,
    people: read.people ?? [],
    lists: {
      validFrom: latest(majorDecisions.validFrom, hearingThresholds.validFrom),
      majorDecisions: { basis: majorDecisions.basis, triggers: majorDecisions.triggers },
      hearingThresholds: {
        naturalPerson: inFen(hearingThresholds.naturalPerson),
        entity: inFen(hearingThresholds.entity),
        individualBusiness: hearingThresholds.individualBusiness,
      },
      collectiveDiscussion: read.collectiveDiscussion,
      lateEntry: read.lateEntry,
    },
  };
};
