import { VerifiedTokens } from './verified-tokens.js';

describe('Tokens found good', () => {
  const account = { issuer: 'urn:here', subject: 'a', issuedAt: 1 };
  let now = 0;
  const tokens = () => new VerifiedTokens(() => now);
  beforeEach(() => {
    now = Date.parse('2026-03-01T01:00:00.000Z');
  });

  it('are known for a minute, so that a key withdrawn since is noticed', () => {
    const known = tokens();
    known.keep('token', account, now + 600_000);
    now += 59_999;
    expect(known.get('token')).toEqual(account);
    now += 1;
    expect(known.get('token')).toBeUndefined();
  });

  it('are not known beyond their expiry', () => {
    const known = tokens();
    known.keep('token', account, now + 5_000);
    now += 4_999;
    expect(known.get('token')).toEqual(account);
    now += 1;
    expect(known.get('token')).toBeUndefined();
  });

  it('are known to the letter, and only the latest of very many', () => {
    const known = tokens();
    known.keep('token', account, now + 600_000);
    expect(known.get('token ')).toBeUndefined();
    for (let i = 0; i < 10_000; i++) known.keep(`another ${String(i)}`, account, now + 600_000);
    expect(known.get('token')).toBeUndefined();
    expect(known.get('another 0')).toEqual(account);
  });
});
