import { CursorUnreadable, pagesOf } from './page.js';

type Key = readonly [string, number];
const first: Key = ['', 0];
const pages = pagesOf('late-entries', first);
const key = (item: { day: string; entry: number }): Key => [item.day, item.entry];
const items = [1, 2, 3].map((entry) => ({ day: '2026-05-06', entry }));
const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('page', () => {
  it('ends where nothing follows', () => {
    expect(pages.pageOf(items, 3, key)).toStrictEqual({ items });
  });

  it('says where the next one begins', () => {
    const { items: found, next } = pages.pageOf(items, 2, key);
    expect(found).toStrictEqual(items.slice(0, 2));
    expect(pages.keyAfter(next)).toStrictEqual(['2026-05-06', 2]);
  });

  it('begins before every item without a cursor', () => {
    expect(pages.keyAfter(undefined)).toStrictEqual(['', 0]);
  });

  it('is not begun where a page of another list ends, though its key has the same shape', () => {
    const { next } = pagesOf('approvals', first).pageOf(items, 2, key);
    expect(next).toBeDefined();
    expect(() => pages.keyAfter(next)).toThrow(CursorUnreadable);
  });

  it.each([
    'not JSON',
    cursor('text'),
    cursor(null),
    cursor(['late-entries', '2026-05-06']),
    cursor(['late-entries', 1, '2']),
    cursor(['2026-05-06', 2]),
    `${cursor(['late-entries', '2026-05-06', 2])}=`,
  ])('refuses %s', (other) => {
    expect(() => pages.keyAfter(other)).toThrow(CursorUnreadable);
  });
});
