import { median, rounded } from '../measure.js';
import type { BenchServer } from './server.js';

/** One run of one side; its figure: the greater, the better. */
export type Run = () => Promise<number>;
export type Sides = Readonly<{
  ours: Run;
  emmett?: Run;
  floor?: Run;
  close: () => Promise<void>;
  /** further figures, measured in the same runs as the ratios */
  sideFigures?: () => Readonly<Record<string, number>>;
}>;

export type StoreMeasure = Readonly<{
  name: string;
  unit: string;
  /** the least ratios wanted, and the least figure of ours */
  aim: Readonly<{ emmett?: number; floor?: number; ours?: number }>;
  open: (server: BenchServer) => Promise<Sides>;
}>;

export type Compared = Readonly<{
  name: string;
  unit: string;
  ours: number;
  emmett: number | null;
  floor: number | null;
  ratioEmmett: number | null;
  ratioFloor: number | null;
  aim: StoreMeasure['aim'];
  runs: Readonly<Record<string, readonly number[]>>;
  sideFigures?: Readonly<Record<string, number>>;
}>;

type Name = 'ours' | 'emmett' | 'floor';
const names: readonly Name[] = ['ours', 'emmett', 'floor'];

/** A round to warm up, then the rounds: in each every side runs once, and each begins in its turn. */
export async function compared(
  measure: StoreMeasure,
  server: BenchServer,
  rounds: number,
): Promise<Compared> {
  const sides = await measure.open(server);
  const present = names.filter((name) => sides[name] !== undefined);
  const runs = new Map<Name, number[]>(present.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < present.length; turn++) {
      const name = present[(round + turn) % present.length] ?? 'ours';
      const figure = rounded(await (sides[name]?.() ?? Promise.resolve(Number.NaN)));
      const which = round === 0 ? 'warm-up' : `${round}/${rounds}`;
      console.error(`${measure.name}, ${name} ${which}: ${figure} ${measure.unit}`);
      if (round > 0) runs.get(name)?.push(figure);
    }
  }
  const sideFigures = sides.sideFigures?.();
  await sides.close();
  return { ...ratios(measure, runs), ...(sideFigures && { sideFigures }) };
}

function ratios({ name, unit, aim }: StoreMeasure, runs: ReadonlyMap<Name, readonly number[]>): Compared {
  const of = (side: Name): number | null => {
    const figures = runs.get(side);
    return figures === undefined ? null : median(figures);
  };
  const [ours, emmett, floor] = [of('ours') ?? Number.NaN, of('emmett'), of('floor')];
  const over = (other: number | null): number | null => (other === null ? null : rounded(ours / other));
  return {
    name,
    unit,
    ours,
    emmett,
    floor,
    ratioEmmett: over(emmett),
    ratioFloor: over(floor),
    aim,
    runs: Object.fromEntries(runs),
  };
}
