import { unknownArgument } from '@anjuan/program';
import { usage } from './messages.js';

export type Options = Readonly<{ json: boolean; exit: boolean; files: readonly string[] }>;

/** Throws UsageWrong. */
export const readCommandLine = (words: readonly string[]): Options => {
  const flags = words.filter((word) => word.startsWith('-'));
  const wrong = flags.find((word) => word !== '--json' && word !== '--exit');
  if (wrong !== undefined) throw unknownArgument(wrong, usage, ['--json', '--exit']);
  return {
    json: flags.includes('--json'),
    exit: flags.includes('--exit'),
    files: words.filter((word) => !word.startsWith('-')),
  };
};
