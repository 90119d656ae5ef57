import { entry, filed, viewCaseOf, type Entry } from '../../testing.js';
import { namedFiles } from './named-files.js';

const [ofCases] = namedFiles;
const rows = (...history: readonly Entry[]) => ofCases?.rows(viewCaseOf(history));
const scene = (hash: string): Entry =>
  entry('SceneRecorded', '2026-03-11', 'lin', {
    officers: ['lin', 'gao'],
    kind: '现场笔录',
    what: '现场检查',
    place: '东苇路18号院',
    credentialShown: true,
    record: { sha256: hash.repeat(64), name: '笔录' },
  });
const places = filed.length;

describe('the files that a case names', () => {
  it('are none where no entry has a paper', () => {
    expect(rows(...filed)).toEqual([]);
  });

  it('are each named once, those of withdrawn entries too', () => {
    const withdrawn = entry('EntryWithdrawn', '2026-03-12', 'lin', { entry: places, reason: '误录' });
    expect(rows(...filed, scene('a'), scene('b'), scene('a'), withdrawn)).toEqual([
      { caseId: 'a-case', agency: 'an-agency', file: 'a'.repeat(64), hidden: false },
      { caseId: 'a-case', agency: 'an-agency', file: 'b'.repeat(64), hidden: false },
    ]);
  });

  it('are not those that no reader is shown, as a letter that was recorded before letters were kept apart', () => {
    const letter = entry('LeadSupplemented', '2026-03-11', 'lin', {
      newFacts: '又购得一批',
      report: { sha256: 'c'.repeat(64), name: '再次举报' },
      receivedOn: '2026-03-11',
    });
    expect(rows(...filed, letter, scene('a'))).toEqual([
      { caseId: 'a-case', agency: 'an-agency', file: 'a'.repeat(64), hidden: false },
      { caseId: 'a-case', agency: 'an-agency', file: 'c'.repeat(64), hidden: true },
    ]);
  });
});
