/** One rule of the law as it was read before programming, and what became of it. */

/**
 * `enforced`: ids of provisions; `computed`: clocks ('decision-period') or functions ('path#name'); `configured`: data
 * ('path#name'). `leftOut`: the part, or the whole, that is not built, with the reason.
 * `sure`: K where article or figure is from memory, UNSURE where the reading is open; absent where the text was
 * read. `key`: the datum by which such a figure is changed without code.
 */
export type Rule = Readonly<{
  id: string;
  cites: string;
  enforced?: readonly string[];
  computed?: readonly string[];
  configured?: readonly string[];
  leftOut?: string;
  sure?: 'K' | 'UNSURE';
  key?: string;
}>;
export type Section = Readonly<{ title: string; rules: readonly Rule[] }>;
