/** What has been recorded of every party of a case of several, whose parts they are. */
import type { CaseFile, PartsOfParty } from '../steps.js';

type Several = Readonly<{ others?: CaseFile['others'] }>;

/** The parts of the others; of one of whom nothing has been recorded yet there are none. */
export const partsOfOthers = ({ others = {} }: Several): readonly PartsOfParty[] => Object.values(others);

/** The file as it is, and as it is with the parts of each other party in the place of its own. */
export const withEachParty = <File extends Several>(file: File): readonly File[] => [
  file,
  ...partsOfOthers(file).map(({ filing: _, ...parts }) => ({ ...file, ...parts })),
];
