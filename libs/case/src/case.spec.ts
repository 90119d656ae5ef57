import type { CaseEvent } from './case-event.js';
import { evolve, replay, resume } from './case.js';
import { concluded, majorPenalty, served } from './histories.testing.js';
import { emptyFile } from './steps.js';
import { happened, numbered, type Happened } from './testing.js';

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

const unsigned = (history: readonly Happened[]): readonly Happened[] =>
  history.map((event) => {
    const data = Object.entries(event.data).filter(([field]) => field !== 'signedPaper');
    return Object.assign({}, event, { data: Object.fromEntries(data) });
  });

/** The scene, entry 4, is confirmed afterwards. */
const confirmedLate: readonly Happened[] = [
  ...unsigned(concluded(majorPenalty)),
  happened('EntryConfirmed', '2026-04-21', 'gao', { entry: 4 }),
];

const histories: readonly (readonly [string, readonly CaseEvent[]])[] = [
  ['up to the service of a decision', frozen(numbered(served(majorPenalty)))],
  ['in which an entry is confirmed later', frozen(numbered(confirmedLate))],
];

describe.each(histories)('the file of a history %s', (_, history) => {
  const whole = replay(history);

  it('is the same from the beginning, entry by entry, and in two stretches', () => {
    expect(history.reduce(evolve, emptyFile)).toStrictEqual(whole);
    for (const at of history.keys())
      expect(resume(replay(history.slice(0, at)), history.slice(at))).toStrictEqual(whole);
  });

  it('leaves the file it grew from as it was', () => {
    for (const at of history.keys()) {
      const before = frozen(replay(history.slice(0, at)));
      expect(resume(before, history.slice(at))).toStrictEqual(whole);
      expect(before).toStrictEqual(replay(history.slice(0, at)));
    }
  });

  it('has a note of every entry, and the number of the last', () => {
    expect(whole.entries.map(({ entry }) => entry)).toStrictEqual([...history.keys()]);
    expect(whole.revision).toBe(history.length - 1);
    expect(replay([])).toStrictEqual(emptyFile);
  });
});

it('a confirmation changes the note of its entry and no other', () => {
  const before = replay(numbered(confirmedLate.slice(0, -1))).entries;
  const after = replay(numbered(confirmedLate)).entries;
  expect(before[4]).toMatchObject({ awaits: ['gao'] });
  expect(after.slice(0, -1)).toStrictEqual(
    before.map((note) => (note.entry === 4 ? { ...note, awaits: [], neverConfirmed: [] } : note)),
  );
});
