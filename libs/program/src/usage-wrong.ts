import { both } from './bilingual.js';
import { nearest } from './nearest.js';

/** Words that are no command of the program; the message carries its usage. */
export class UsageWrong extends Error {
  override readonly name = 'UsageWrong';
}

/**
 * @param usage how the program is called
 * @param known the words that could have stood there: the nearest is suggested
 */
export const unknownArgument = (word: string, usage: string, known: readonly string[] = []): UsageWrong => {
  const meant = nearest(word, known);
  const suggested = {
    zh: meant === undefined ? '' : `，是否指“${meant}”？`,
    en: meant === undefined ? '' : `, did you mean "${meant}"?`,
  };
  return new UsageWrong(
    `${both({ zh: `不认识的参数“${word}”${suggested.zh}`, en: `unknown argument "${word}"${suggested.en}` })}\n\n${usage}`,
  );
};
