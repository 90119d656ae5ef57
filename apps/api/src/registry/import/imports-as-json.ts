import { doneIn, type AcceptedImport, type ImportFault } from '@anjuan/registry';
import { columns } from './columns.js';

/** So many faults are listed; how many more there are is said. */
const mostListed = 500;

const faultJson = ({ line, column, zh, en }: ImportFault) => ({
  pointer: `#/lines/${String(line)}${column === undefined ? '' : `/${column}`}`,
  line,
  ...(column !== undefined && { column, title: columns[column].zh }),
  detail: `${zh}；${en}`,
});

export const faultsJson = (faults: readonly ImportFault[]) => {
  const more = faults.length - mostListed;
  return { errors: faults.slice(0, mostListed).map(faultJson), ...(more > 0 && { more }) };
};

/** An import without its people. `outrun`: what was not taken down, line by line; counted is what was entered in the end. */
export const importJson = (one: AcceptedImport) => {
  const done = doneIn(one);
  const count = (of: (line: (typeof done)[number]) => number) =>
    done.reduce((sum, line) => sum + of(line), 0);
  return {
    import: one.import,
    at: one.at,
    by: one.by,
    sha256: one.sha256,
    completed: one.completed,
    ...(one.takenUp && { takenUp: one.takenUp }),
    ...(one.abandoned && { abandoned: one.abandoned }),
    lines: done.length,
    ...(one.completed && {
      registered: count(({ registered }) => (registered ? 1 : 0)),
      entered: count(({ entered }) => entered.length),
      proposed: count(({ proposed }) => proposed.length),
    }),
    outrun: one.outrun,
  };
};
