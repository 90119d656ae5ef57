/** `npm run provisions`: writes docs/provisions.md from the sources; with `--check` only compares. */
import { unknownArgument, UsageWrong } from '@anjuan/program';
import { NotFoundInSources } from './places.js';
import { provisions } from './written.js';

const usage = `用法：npm run provisions [-- --check]
Usage: npm run provisions [-- --check]`;

/** Throws UsageWrong, NotFoundInSources. */
const run = async (words: readonly string[]): Promise<number> => {
  const wrong = words.find((word) => word !== '--check');
  if (wrong !== undefined) throw unknownArgument(wrong, usage);
  return provisions({ check: words.length > 0 });
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageWrong || error instanceof NotFoundInSources;
  console.error(known ? error.message : error);
  process.exitCode = error instanceof UsageWrong ? 2 : 1;
}
