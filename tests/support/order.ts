import { createRequire } from 'node:module';
import type sequencing from '@jest/test-sequencer';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer') as typeof sequencing;

/** Specs that start programs and servers, then those that go through thousands of cases; what takes a second fills the end. */
const folders = [
  'faults',
  'edges',
  'backup',
  'cli',
  'law',
  'database',
  'api',
  'embedded-postgres',
  'docs',
  '',
];
const places = folders.map((folder) => `/tests/${folder}`);

const rankOf = (file: string): number => {
  const place = places.findIndex((one) => file.includes(one));
  return place === -1 ? places.length : place;
};

type Tests = Parameters<InstanceType<typeof Sequencer>['sort']>[0];

/**
 * The order in which spec files are begun. Jest begins with what took longest when it ran last, and on a clean checkout
 * with the largest files, which says little: the last minutes then belong to one long spec, and one processor to nobody.
 */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Tests): Promise<Tests> {
    const sorted = await super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.toSorted((one, other) => rankOf(one.path) - rankOf(other.path));
  }
}
