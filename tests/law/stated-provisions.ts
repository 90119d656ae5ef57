/** Every provision the law core exports, found by its shape in every module of libs/case. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Stated } from '@anjuan/case';

export const lawFolder = join(import.meta.dirname, '..', '..', 'libs', 'case', 'src');

/** Source files of the law core; specs, or everything else. */
export const sources = (which: 'specs' | 'law'): readonly string[] =>
  readdirSync(lawFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path.endsWith('.spec.ts') === (which === 'specs'))
    .filter((path) => which === 'specs' || !path.endsWith('testing.ts'))
    .map((path) => join(lawFolder, path))
    .sort();

export type Provided = Stated & Readonly<{ holds: (...asked: never) => boolean }>;

const isProvided = (value: unknown): value is Provided =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'cites', 'says', 'holds'].every((field) => field in value);

export type Exported = Readonly<{ file: string; name: string; provision: Provided }>;

/** Exported by itself, or as a member of an exported list. */
const inside = (value: unknown): readonly Provided[] => {
  if (isProvided(value)) return [value];
  return Array.isArray(value) ? value.flatMap(inside) : [];
};

/** What a module exports under a name, as far as it is provisions. */
export const exportsOf = async (file: string): Promise<readonly Exported[]> => {
  const module: Readonly<Record<string, unknown>> = await import(file);
  return Object.entries(module).flatMap(([name, value]) =>
    inside(value).map((provision) => ({ file: relative(lawFolder, file), name, provision })),
  );
};

export const everyExport = async (): Promise<readonly Exported[]> =>
  (await Promise.all(sources('law').map(exportsOf))).flat();
