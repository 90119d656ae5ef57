import { acts, type ActName, type EntryOf } from './case.js';
import type { CaseFile } from './case-file.js';
import type { PersonId } from './kernel/people.js';

/** People of the agency who stand in the file: who handled, asked, answered, reviewed, heard, discussed, decided. */
const inFile = (file: CaseFile): readonly (PersonId | undefined)[] => [
  ...(file.filing?.handlers ?? []),
  file.filing?.approvedBy,
  ...(file.summary?.officers ?? []),
  file.summary?.collected?.by,
  ...file.entries.flatMap(({ recordedBy, awaits }) => [recordedBy, ...awaits]),
  ...file.evidence.pieces.flatMap(({ officers }) => officers),
  ...file.approvals.flatMap(({ requestedBy, answeredBy }) => [requestedBy, answeredBy]),
  ...file.approvals.flatMap((asked) => (asked.matter === 'filing' ? asked.terms.handlers : [])),
  ...file.recusals.map(({ person }) => person),
  ...file.reviews.map(({ answeredBy }) => answeredBy),
  file.proposal?.by,
  file.hearing.host?.person,
  ...file.discussions.flatMap(({ chair, attending }) => [chair, ...attending]),
  file.decision?.by,
];

/** Everybody the registry is asked about before an act: those named in the entry and those in the file, once each. */
export const namesIn = <Name extends ActName>(
  name: Name,
  entry: EntryOf<Name>,
  file: CaseFile,
): readonly PersonId[] => {
  const named = [...(acts[name].names?.(entry) ?? []), ...inFile(file)];
  return [...new Set(named.flatMap((person) => (person === undefined ? [] : [person])))];
};
