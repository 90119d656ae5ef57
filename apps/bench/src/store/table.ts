import type { machine } from '../measure.js';
import type { Compared } from './rounds.js';

export type Report = Readonly<{
  machine: ReturnType<typeof machine>;
  settings: Readonly<Record<string, string>>;
  measures: readonly Compared[];
}>;

const number = (n: number | null): string => (n === null ? '–' : n.toLocaleString('en-US'));
const times = (n: number | null): string => (n === null ? '–' : `${n.toPrecision(3)} ×`);
const wanted = ({ emmett, floor, ours }: Compared['aim'], unit: string): string =>
  [
    emmett === undefined ? [] : [`≥ ${emmett} × emmett`],
    floor === undefined ? [] : [`≥ ${floor} × floor`],
    ours === undefined ? [] : [`≥ ${number(ours)} ${unit}`],
  ]
    .flat()
    .join(', ');

/** The table of docs/performance.md. */
export function asTable({ machine: { cpu, cores, node, system }, settings, measures }: Report): string {
  const rows = measures.map(({ name, unit, ours, emmett, floor, ratioEmmett, ratioFloor, aim }) =>
    [
      name,
      unit,
      number(ours),
      number(emmett),
      number(floor),
      times(ratioEmmett),
      times(ratioFloor),
      wanted(aim, unit) || 'report',
    ].join(' | '),
  );
  const sideFigures = measures.flatMap(({ name, sideFigures: figures = {} }) =>
    Object.entries(figures).map(([what, figure]) => `- ${name}, ${what}: ${number(figure)}`),
  );
  return [
    `${cores} cores, ${cpu}, ${system}, Node ${node}, ${new Date().toISOString().slice(0, 10)}.`,
    `PostgreSQL: ${Object.entries(settings)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}.`,
    '',
    '| measure | unit | ours | emmett | floor | ÷ emmett | ÷ floor | aim |',
    '|---|---|--:|--:|--:|--:|--:|---|',
    ...rows.map((row) => `| ${row} |`),
    ...(sideFigures.length > 0 ? ['', ...sideFigures] : []),
  ].join('\n');
}
