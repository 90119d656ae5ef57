/** What a reader does who follows the cure of a provision on a paper that is issued, served or published. */
import {
  add,
  affirm,
  checkTheDay,
  choose,
  either,
  leaveOut,
  mendAs,
  ofTheFile,
  words,
  type Way,
} from './following.js';

const issuedPaper = (field: string): Way =>
  mendAs((entry, { file }) =>
    (file.papers ?? []).map(({ sha256 }) => ({ ...entry, [field]: { sha256, name: words } })),
  );
const ofAnEntry = ofTheFile('of', ({ entries }) => entries);
const inItsPlace: Way = mendAs((entry, { file }) =>
  (file.papers ?? []).map(({ entry: replaces }) => ({ ...entry, replaces, reason: words })),
);

export const ofPapers: Readonly<Record<string, readonly Way[]>> = {
  'paper/of-such-an-entry': [ofAnEntry, choose('kind', 'decision', 'notice')],
  'paper/says-what-is-in-force': [ofAnEntry],
  'paper/replaces-the-one-before': [leaveOut('replaces', 'reason'), inItsPlace],
  'paper/file-of-its-own': [add('paper')],
  'paper/decision-sealed': [affirm('sealed')],
  'paper/served-as-issued': [either(issuedPaper('paper'), issuedPaper('reminder')), add('paper')],
  'paper/served-after-it-was-issued': [checkTheDay],
  'paper/published-as-issued': [issuedPaper('paper'), leaveOut('paper')],
  'paper/issued-with-no-service-of-its-own': [ofTheFile('issued', ({ papers }) => papers ?? [])],
};
