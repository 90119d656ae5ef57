/** The one of `words` that was probably meant by a misspelt one: at most two letters off, and one in three. */
export const nearest = (word: string, words: readonly string[]): string | undefined => {
  const most = Math.min(2, Math.floor(word.length / 3));
  const off = words.map((known) => ({ known, by: lettersOff(word, known) }));
  return off.filter(({ by }) => by <= most).sort((a, b) => a.by - b.by)[0]?.known;
};

/** Letters to put in, leave out or change (Levenshtein). */
const lettersOff = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, letter] of Array.from(a).entries()) {
    const next = [line + 1];
    for (const [column, other] of Array.from(b).entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
