import type { StateOfView } from '@anjuan/views';
import { viewsText } from '../messages.js';

const cells = ({ name, version, build, served, state, position, lag, parked, since }: StateOfView) => [
  `${name}${served ? ' *' : ''}`,
  build === 1 ? version : `${version} (${String(build)})`,
  state,
  position ?? '—',
  String(lag),
  String(parked),
  since,
];

/** One line a build, `*` at the active one; what stops it is in the line below. */
export const table = (states: readonly StateOfView[]): string => {
  const lines = [viewsText.columns, ...states.map(cells)];
  const widths = viewsText.columns.map((_, column) =>
    Math.max(...lines.map((line) => widthOf(line[column] ?? ''))),
  );
  const inColumns = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  const rows = states.flatMap((state) => [
    inColumns(cells(state)),
    ...(state.error ? [`  ${state.error}`] : []),
  ]);
  return [inColumns(viewsText.columns), ...rows].join('\n');
};

/** A Chinese character takes two columns of a terminal. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (width, char) => width + (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/u.test(char) ? 2 : 1),
    0,
  );
