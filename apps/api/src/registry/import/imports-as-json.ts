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

/** An import without its people. `outrun`: lines of which somebody else was faster with something. */
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
    lines: done.length,
    registered: count(({ registered }) => (registered ? 1 : 0)),
    entered: count(({ entered }) => entered.length),
    proposed: count(({ proposed }) => proposed.length),
    outrun: one.outrun,
  };
};
