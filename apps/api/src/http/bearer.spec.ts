import { bearerIn, signedPartOf } from './bearer.js';

describe('The token of a request', () => {
  it('is found however the scheme is written and set apart', () => {
    for (const header of [
      'Bearer a.b.c',
      'bearer a.b.c',
      'BEARER    a.b.c',
      'Bearer\ta.b.c',
      ' Bearer a.b.c ',
    ])
      expect(bearerIn(header)).toBe('a.b.c');
    for (const header of [undefined, '', 'Bearer', 'Bearer ', 'Basic a.b.c', 'Bearer a b', 'Bearera.b.c'])
      expect(bearerIn(header)).toBeUndefined();
  });

  it('is known by what was signed, whatever stands for the signature', () => {
    for (const header of ['Bearer a.b.c', 'bearer  a.b.d', 'Bearer a.b.c==', 'Bearer a.b'])
      expect(signedPartOf(header)).toBe('a.b');
    expect(signedPartOf('Bearer a.c.c')).toBe('a.c');
    expect(signedPartOf(undefined)).toBe('');
  });
});
