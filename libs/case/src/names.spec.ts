import { emptyFile } from './steps.js';
import { served, majorPenalty, onTheSpot } from './histories.testing.js';
import { namesIn } from './names.js';
import { fileOf, paper } from './testing.js';

describe('people the registry is asked about', () => {
  it('are those named in the entry', () => {
    const entry = { officers: ['lin', 'shen'], method: 'direct', proof: paper('receipt') } as const;
    expect(namesIn('service/serve-decision', entry, emptyFile)).toStrictEqual(['lin', 'shen']);
  });

  it('and those in the file, once each', () => {
    const names = namesIn('archive/archive', {}, fileOf(...served(majorPenalty)));
    expect([...names].sort()).toStrictEqual(['fang', 'gao', 'he', 'lin', 'tang', 'zhou']);
    expect(namesIn('archive/archive', {}, fileOf(...onTheSpot))).toStrictEqual(['lin', 'gao']);
  });
});
