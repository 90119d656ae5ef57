import { NoVersionInForce, versionOn, VersionsOverlap } from './dated.js';
import { DateUnreadable } from './dates.js';

const old = { validFrom: '2024-01-01', validTo: '2024-12-31', name: 'old' };
const current = { validFrom: '2025-01-01', name: 'current' };

describe('dated data', () => {
  it('gives the version of the day, both ends included, in whatever order they stand', () => {
    for (const versions of [
      [old, current],
      [current, old],
    ]) {
      expect(versionOn(versions, '2024-01-01', 'x').name).toBe('old');
      expect(versionOn(versions, '2024-12-31', 'x').name).toBe('old');
      expect(versionOn(versions, '2025-01-01', 'x').name).toBe('current');
      expect(versionOn(versions, '2099-01-01', 'x').name).toBe('current');
    }
  });

  it('refuses a day without a version, naming both', () => {
    expect(() => versionOn([old, current], '2023-12-31', '金额')).toThrow(NoVersionInForce);
    expect(() => versionOn([old, current], '2023-12-31', '金额')).toThrow(/2023-12-31.*金额/);
    expect(() => versionOn([], '2025-01-01', 'x')).toThrow(NoVersionInForce);
    expect(() => versionOn([old], '2025-01-01', 'x')).toThrow(NoVersionInForce);
  });

  it.each([
    [[{ validFrom: '2024-01-01' }, { validFrom: '2025-01-01' }]],
    [[{ validFrom: '2024-01-01', validTo: '2025-01-01' }, { validFrom: '2025-01-01' }]],
    [[{ validFrom: '2024-01-01' }, { validFrom: '2024-01-01' }]],
    [[{ validFrom: '2024-01-02', validTo: '2024-01-01' }]],
  ])('refuses versions that overlap or end before they begin: %j', (versions) => {
    expect(() => versionOn(versions, '2024-06-01', 'x')).toThrow(VersionsOverlap);
  });

  it('refuses a day that does not exist', () => {
    expect(() => versionOn([current], '2026-02-30', 'x')).toThrow(DateUnreadable);
  });
});
