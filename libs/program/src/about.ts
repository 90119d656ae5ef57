import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';

/** What this program is: the version of its package, and the commit it was built from where that is known. */
export type About = Readonly<{ version: string; commit: string }>;

export const about = (): About => {
  const root = projectRoot();
  const { version } = read(join(root, 'package.json'));
  // Written by the build; a program that runs from its sources has none.
  const { commit } = read(join(root, 'dist', 'built.json'));
  return { version: version ?? 'unknown', commit: commit ?? 'unknown' };
};

/** `0.1.0 (2f9b1c0)` */
export const versionLine = ({ version, commit }: About = about()): string => `${version} (${commit})`;

const read = (file: string): Readonly<{ version?: string; commit?: string }> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { version?: string; commit?: string };
  } catch {
    return {};
  }
};
