import { CursorUnreadable, keyAfter, pageOf } from './page.js';

const key = (item: { day: string; entry: number }) => [item.day, item.entry];
const items = [1, 2, 3].map((entry) => ({ day: '2026-05-06', entry }));
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('page', () => {
  it('ends where nothing follows', () => {
    expect(pageOf(items, 3, key)).toStrictEqual({ items });
  });

  it('says where the next one begins', () => {
    const { items: first, next } = pageOf(items, 2, key);
    expect(first).toStrictEqual(items.slice(0, 2));
    expect(keyAfter(next, ['', 0])).toStrictEqual(['2026-05-06', 2]);
  });

  it('begins before every item without a cursor', () => {
    expect(keyAfter(undefined, ['', 0])).toStrictEqual(['', 0]);
  });

  it.each(['not JSON', cursor('text'), cursor(['2026-05-06']), cursor([1, '2'])])('refuses %s', (other) => {
    expect(() => keyAfter(other, ['', 0])).toThrow(CursorUnreadable);
  });
});
