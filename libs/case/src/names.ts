import type { PersonId } from '@anjuan/procedure';
import { acts, type ActName, type EntryOf } from './case.js';
import { withEachParty } from './joined-parties/every-party.js';
import type { CaseFile } from './steps.js';

const fromTheStart = ({ lead, filing, summary }: CaseFile): readonly (PersonId | undefined)[] => [
  ...(lead?.checkers ?? []),
  ...(filing?.handlers ?? []),
  filing?.approvedBy,
  ...(summary?.officers ?? []),
  summary?.collected?.by,
];

/** People of the agency in the file: who handled, requested, approved, reviewed, heard, discussed, decided. */
const inFile = (file: CaseFile): readonly (PersonId | undefined)[] => [
  ...fromTheStart(file),
  ...file.entries.flatMap(({ recordedBy, awaits }) => [recordedBy, ...awaits]),
  ...file.evidence.pieces.flatMap(({ officers }) => officers),
  ...file.approvals.flatMap(({ requestedBy, answeredBy }) => [requestedBy, answeredBy]),
  ...file.approvals.flatMap((request) => (request.matter === 'filing' ? request.terms.handlers : [])),
  ...file.recusals.map(({ person }) => person),
  ...file.reviews.map(({ answeredBy }) => answeredBy),
  file.proposal?.by,
  file.hearing.host?.person,
  ...file.discussions.flatMap(({ chair, attending }) => [chair, ...attending]),
  file.decision?.by,
];

const once = (people: readonly (PersonId | undefined)[]): readonly PersonId[] => [
  ...new Set(people.filter((person) => person !== undefined)),
];

/** People of the agency in the file, each once. */
export const peopleIn = (file: CaseFile): readonly PersonId[] => once(withEachParty(file).flatMap(inFile));

export const namedIn = <Name extends ActName>(name: Name, entry: EntryOf<Name>): readonly PersonId[] =>
  acts[name].names(entry);

/** Everybody to be looked up in the registry before an act: named in the entry or in the file, each once. */
export const namesIn = <Name extends ActName>(
  name: Name,
  entry: EntryOf<Name>,
  file: CaseFile,
): readonly PersonId[] => once([...namedIn(name, entry), ...peopleIn(file)]);
