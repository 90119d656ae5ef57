import { Looks } from './looks.js';

describe('Sign-ins begun', () => {
  let now = 0;
  const looks = () => new Looks(() => now);
  beforeEach(() => {
    now = 0;
  });
  const begun = (of: Looks, times: number, origin = 'a') =>
    Array.from({ length: times }, () => of.begin(origin));

  it('are 120 of an address at once, then two a second', () => {
    const of = looks();
    expect(begun(of, 120).every((seconds) => seconds === 0)).toBe(true);
    expect(of.begin('a')).toBe(1);
    now += 1_000;
    expect(begun(of, 3)).toEqual([0, 0, 1]);
  });

  it('of one address are not those of another', () => {
    const of = looks();
    begun(of, 121);
    expect(of.begin('b')).toBe(0);
  });

  it('give their place back when they end', () => {
    const of = looks();
    begun(of, 120);
    of.end('a');
    expect(begun(of, 2)).toEqual([0, 1]);
  });

  it('are remembered of ten thousand addresses', () => {
    const of = looks();
    begun(of, 121);
    for (let i = 0; i < 10_000; i += 1) of.begin(`other ${String(i)}`);
    expect(of.begin('a')).toBe(0);
  });
});
