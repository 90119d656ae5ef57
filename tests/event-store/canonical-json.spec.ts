import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonicalJson } from '../../libs/event-store/src/json.js';

/** What may stand in an event: whole numbers within 2^53, and fractions. */
const value = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, false, 0, -0, 1e-7, 1.5e-300, 0.1 + 0.2),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Number.isInteger(n)),
    fc.string({ unit: 'binary' }),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('node'), { maxKeys: 6 }),
  ),
})).node;

describe('the bytes of an event', () => {
  it('order the members of objects with many of them too', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${(n * 7) % 40}m`, n]));
    expect(canonicalJson(many)).toBe(canonicalize(many));
  });

  it('are those that another implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(canonicalJson(given)).toBe(canonicalize(given));
      }),
      { numRuns: 2_000 },
    );
  });

  it('order members by UTF-16 code units, as RFC 8785, 3.2.3 shows', () => {
    const given = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonicalJson(given)) as object).length).toBe(7);
    expect(canonicalJson(given)).toBe(canonicalize(given));
  });
});
