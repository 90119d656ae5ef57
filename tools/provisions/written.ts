import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { both, projectRoot } from '@anjuan/program';
import { groups as ofProvisions } from './groups.js';
import { eventsPage } from './events.js';
import { sections } from './rules/rules.js';
import { rulesPage } from './rules/table.js';
import { readPlaces } from './places.js';
import { rightsPage } from './rights.js';
import { provisionsPage } from './table.js';

const stale = (file: string) => ({
  zh: `docs/${file} 已过期：运行 npm run provisions`,
  en: `docs/${file} is stale: run npm run provisions`,
});

/** Whether the file is as it should be; written where it is not only compared. */
const upToDate = async (name: string, page: string, check: boolean): Promise<boolean> => {
  const file = join(projectRoot(), 'docs', name);
  if (!check) await writeFile(file, page);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== page) {
    console.error(both(stale(name)));
    return false;
  }
  return true;
};

/** Writes docs/provisions.md, docs/events.md and docs/rights.md; with `check` only compares. The exit code: 1 when stale. Throws NotFoundInSources. */
export const provisions = async ({ check }: Readonly<{ check: boolean }>): Promise<number> => {
  const groups = ofProvisions();
  const ids = groups.flatMap((group) => group.stated.map(({ provision }) => provision.id));
  const page = [provisionsPage(groups, await readPlaces()), rulesPage(sections, ids)].join('\n');
  const fresh = [
    await upToDate('provisions.md', page, check),
    await upToDate('events.md', eventsPage(), check),
    await upToDate('rights.md', await rightsPage(), check),
  ];
  return fresh.every((one) => one) ? 0 : 1;
};
