/** The agency's own lists (`agency.yaml`): which decisions are major, thresholds, quorum, late entry. */
import { majorTriggers, type AgencyLists, type Fen, type LocalDate, type Threshold } from '@anjuan/law';
import { type At, fieldsAt, topOf } from './form/node.js';
import { amount, count, date, list, oneOf, text } from './form/readers.js';
import { fields, record } from './form/record.js';
import { agency, people, type Agency, type Person } from './people-form.js';

export type Lists = Omit<AgencyLists, 'version'>;
export type AgencyFile = Readonly<{ agency: Agency; lists: Lists; people: readonly Person[] }>;

const threshold = record(fields({ comparator: oneOf(['>=', '>']), yuan: amount }, {}));
const fines = record(fields({ naturalPerson: threshold, entity: threshold }, {}));
const benchmark = record(fields({ name: text, publishedOn: date, validFrom: date }, { validTo: date }));
const form = record(
  fields(
    {
      agency,
      majorDecisions: record(
        fields({ validFrom: date, basis: text, triggers: list(oneOf(majorTriggers)) }, { fines }),
      ),
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
    { people, benchmarks: list(benchmark) },
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
      majorDecisions: {
        basis: majorDecisions.basis,
        triggers: majorDecisions.triggers,
        ...(majorDecisions.fines && {
          fines: {
            naturalPerson: inFen(majorDecisions.fines.naturalPerson),
            entity: inFen(majorDecisions.fines.entity),
          },
        }),
      },
      hearingThresholds: {
        naturalPerson: inFen(hearingThresholds.naturalPerson),
        entity: inFen(hearingThresholds.entity),
        individualBusiness: hearingThresholds.individualBusiness,
      },
      collectiveDiscussion: read.collectiveDiscussion,
      lateEntry: read.lateEntry,
      ...(read.benchmarks && { benchmarks: read.benchmarks }),
    },
  };
};
