/** Every provision the law core exports, found by its shape in every module of libs/procedure and of each procedure's library. */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Stated } from '@anjuan/case';
import { projectRoot } from '@anjuan/program';
import { procedures } from '@anjuan/record';

/** The library of a procedure bears its name. */
const libraries = [
  'procedure',
  ...procedures.filter(({ sideStream }) => !sideStream).map(({ name }) => name),
];
const lawFolders = libraries.map((library) => join('libs', library, 'src'));
/** This program's own copy of the libraries: their sources under a test, what was built of them in `dist`. */
const own = join(import.meta.dirname, '..', '..');

/** Not built, and no provision of the law is stated there. */
const isTest = (path: string): boolean => path.endsWith('.spec.ts') || path.endsWith('testing.ts');

/** Source files of the law core, below the project's folder; specs, or everything else. */
export const sources = (which: 'specs' | 'law'): readonly string[] =>
  lawFolders.flatMap((folder) =>
    readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
      .filter((path) =>
        which === 'specs' ? path.endsWith('.spec.ts') : path.endsWith('.ts') && !isTest(path),
      )
      .map((path) => join(folder, path))
      .sort(),
  );

export type Provided = Stated & Readonly<{ holds: (...of: never) => boolean }>;

const isProvided = (value: unknown): value is Provided =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'cites', 'says', 'holds'].every((field) => Object.hasOwn(value, field));

export type Exported = Readonly<{ file: string; name: string; provision: Provided }>;

/** Exported by itself, or as a member of an exported list. */
const inside = (value: unknown): readonly Provided[] => {
  if (isProvided(value)) return [value];
  return Array.isArray(value) ? value.flatMap(inside) : [];
};

/** What a module exports under a name, as far as it is provisions. `file`: below the project's folder. */
export const exportsOf = async (file: string): Promise<readonly Exported[]> => {
  if (isTest(file)) return [];
  const path = join(own, file).replace(/\.ts$/, extname(import.meta.filename));
  const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  return Object.entries(module).flatMap(([name, value]) =>
    inside(value).map((provision) => ({ file, name, provision })),
  );
};

export const everyExport = async (): Promise<readonly Exported[]> =>
  (await Promise.all(sources('law').map(exportsOf))).flat();
