/** What has become of the lines of an import. */
import { dayOf } from '@anjuan/law';
import { personChangeTakesTwo } from '../capacities.js';
import type { AcceptedImport, Outrun } from './accepted.js';
import type { ImportedChange } from './import-line.js';

/** A line, as the reader of its import is told of it. */
export type LineDone = Readonly<{
  line: number;
  /** Absent: the staff number is somebody else's, and nothing of the line was entered. */
  person?: string;
  registered: boolean;
  entered: readonly string[];
  /** What waits for approval by another. */
  proposed: readonly string[];
  /** What was not taken down, and why. */
  outrun?: readonly Omit<Outrun, 'line'>[];
}>;

const nobody = 'staff-number-taken';

export const doneIn = ({ lines, at, outrun, later }: AcceptedImport): readonly LineDone[] => {
  const lost = Map.groupBy(outrun, ({ line }) => line);
  return lines.map(({ line, person, registers, changes }) => {
    const why = (lost.get(line) ?? []).map(({ line: _, ...rest }) => rest);
    const isNobodys = why.some(({ reason }) => reason === nobody);
    // Older programs did not say of which change: then none of the line is said to be done.
    const isLost = ({ type }: ImportedChange): boolean =>
      why.some(({ change }) => change === undefined || change === type);
    const tookTwo = (change: ImportedChange): boolean =>
      personChangeTakesTwo(change, dayOf(at)) || later[change.type]?.includes(line) === true;
    const typesOf = (two: boolean) =>
      changes.filter((one) => !isLost(one) && tookTwo(one) === two).map(({ type }) => type);
    return {
      ...{ line, ...(!isNobodys && { person }) },
      registered: registers && !isNobodys,
      entered: typesOf(false),
      proposed: typesOf(true),
      ...(why.length > 0 && { outrun: why }),
    };
  });
};
