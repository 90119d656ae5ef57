/** What the reader of a refusal can do about it: the command that would meet the provision, or why there is none. */
import { checkEntry, type Bilingual, type Stated } from '@anjuan/procedure';
import { allActs } from './procedures.js';

/** `acts`: absent where the entry itself is to be mended. */
export type Cure = Bilingual & Readonly<{ acts?: readonly string[] }>;
/** One of the two; `noCure` says why no act meets it. */
export type Remedied = Readonly<{ cure: Cure }> | Readonly<{ noCure: Bilingual }>;

const doFirst = ({ instead }: Pick<Stated, 'instead'>, names: readonly string[]): Bilingual => {
  const titles = names.flatMap((name) => allActs[name]?.title ?? []);
  return {
    zh: `${instead ? '改为办理' : '先办理'}：${titles.map(({ zh }) => zh).join('、')}`,
    en: `${instead ? 'Instead' : 'First'}: ${titles.map(({ en }) => en).join('; ')}`,
  };
};

type Curable = Pick<Stated, 'cure' | 'curedBy' | 'instead' | 'noCure'>;

/** The provision's own words come first. */
export const cureOf = ({ cure, curedBy, instead, noCure }: Curable): Remedied => {
  if (curedBy !== undefined)
    return { cure: { ...(cure ?? doFirst({ ...(instead && { instead }) }, curedBy)), acts: curedBy } };
  return cure === undefined && noCure !== undefined ? { noCure } : { cure: cure ?? checkEntry };
};
