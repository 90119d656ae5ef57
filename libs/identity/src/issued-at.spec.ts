import { issuedAtOf, withInstant } from './issued-at.js';

describe('When a token was issued', () => {
  it('is said to the millisecond, and of its own second where it was signed in the next', () => {
    const said = (now: number) => {
      const claims: Record<string, unknown> = { iat: 10 };
      withInstant(claims, now);
      return [claims['iat_ms'], issuedAtOf(claims)];
    };
    expect([10_000, 10_250, 11_003].map(said)).toEqual([
      [10_000, 10_000],
      [10_250, 10_250],
      [10_999, 10_999],
    ]);
    const silent = {};
    withInstant(silent, 10_250);
    expect(silent).toEqual({});
  });

  it('is the beginning of the second where no more is said, or what is not of it', () => {
    const said = [undefined, 9_999, 11_000, 10_250.5, '10250', null, Infinity, Number.NaN];
    for (const iat_ms of said) expect(issuedAtOf({ iat: 10, iat_ms })).toBe(10_000);
    expect(issuedAtOf({})).toBe(0);
    expect(issuedAtOf({ iat_ms: 10_250 })).toBe(0);
  });
});
