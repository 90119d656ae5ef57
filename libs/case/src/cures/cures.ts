/** What the reader of a refusal can do about it: the command that would meet the provision, or why there is none. */
import { allActs, type AnyActName } from '../all-acts.js';
import type { Bilingual, Stated } from '../kernel/provision.js';
import { curedBy } from './cured-by.js';
import { mended, uncured } from './uncured.js';

/** `acts`: absent where the entry itself is to be mended. */
export type Cure = Bilingual & Readonly<{ acts?: readonly AnyActName[] }>;
/** One of the two; `noCure` says why no act meets it. */
export type Remedied = Readonly<{ cure: Cure }> | Readonly<{ noCure: Bilingual }>;

const doFirst = (names: readonly AnyActName[]): Bilingual => ({
  zh: `先办理：${names.map((name) => allActs[name].title.zh).join('、')}`,
  en: `First: ${names.map((name) => allActs[name].title.en).join('; ')}`,
});

const whyNone = new Map(
  uncured.flatMap(({ because, provisions }) => provisions.map((id) => [id, because] as const)),
);

/** The provision's own words come first; those of the tables where it has none. */
export const cureOf = ({ id, cure }: Pick<Stated, 'id' | 'cure'>): Remedied => {
  const names = curedBy[id];
  if (names !== undefined) return { cure: { ...(cure ?? doFirst(names)), acts: names } };
  const noCure = whyNone.get(id);
  return cure === undefined && noCure !== undefined ? { noCure } : { cure: cure ?? mended.because };
};
