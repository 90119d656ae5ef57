import { cpus, release } from 'node:os';

export type Measure = Readonly<{
  name: string;
  unit: string;
  median: number;
  runs: readonly number[];
  aim: string;
}>;

/** Where the figures were made. */
export const machine = () => ({
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  node: process.version,
  system: `${process.platform} ${release()}`,
});

export const rounded = (n: number): number => Number(n.toPrecision(4));

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Seconds that a piece of work took. */
export const seconds = (work: () => void): number => {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
};

/** One run to warm up, then the median of the runs; each is reported on stderr. */
export const measured = (
  { name, unit, aim }: Pick<Measure, 'name' | 'unit' | 'aim'>,
  runs: number,
  run: () => number,
): Measure => {
  run();
  const values = Array.from({ length: runs }, (_, index) => {
    const value = rounded(run());
    console.error(`${name} ${String(index + 1)}/${String(runs)}: ${String(value)} ${unit}`);
    return value;
  });
  return { name, unit, median: median(values), runs: values, aim };
};
