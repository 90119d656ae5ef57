import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { both, stale } from '../messages.js';
import { projectRoot } from '../project-root.js';
import { asked } from './asked.js';
import { sections } from './rules/rules.js';
import { rulesPage } from './rules/table.js';
import { readSources } from './sources.js';
import { provisionsPage } from './table.js';

/** Writes docs/provisions.md; with `check` only compares. The exit code: 1 when stale. Throws NotFoundInSources. */
export const provisions = async ({ check }: Readonly<{ check: boolean }>): Promise<number> => {
  const root = projectRoot();
  const groups = asked();
  const ids = groups.flatMap((group) => group.asked.map(({ provision }) => provision.id));
  const page = [provisionsPage(groups, readSources(root)), rulesPage(sections, ids)].join('\n');
  const file = join(root, 'docs', 'provisions.md');
  if (!check) {
    await writeFile(file, page);
    return 0;
  }
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept === page) return 0;
  console.error(both(stale));
  return 1;
};
