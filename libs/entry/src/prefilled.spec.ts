import { entry, fen, line, list, optional, text } from './entry.js';
import { prefilledFrom } from './prefilled.js';

type Read = Readonly<{
  file: Readonly<{
    cause: string;
    /** A fine, or a warning that has no amount. */
    penalty?: Readonly<{ kind: 'fine'; fen: number }> | Readonly<{ kind: 'warning' }> | undefined;
    notices: readonly Readonly<{ facts?: string }>[];
  }>;
}>;
const prefilled = prefilledFrom<Read>();
const cause = line(100, '案由；The cause.');
const amount = fen('金额（分）；The amount, in fen.');
const facts = text(500, '事实；The facts.');
const titles = list(entry('Title', '标题；A title.', { cause }), 5, '标题；The titles.');

describe('a field that a form fills in', () => {
  it('says where from, in the order in which a form looks', () => {
    expect(prefilled(cause, '/file/notices/-1/facts', '/file/cause')).toStrictEqual({
      ...cause,
      from: ['/file/notices/-1/facts', '/file/cause'],
    });
    expect(optional(prefilled(amount, '/file/penalty/fen'))).toStrictEqual({
      ...amount,
      from: ['/file/penalty/fen'],
      optional: true,
    });
  });
});

// `npm run typecheck` fails as soon as one of these compiles.
describe('what does not compile', () => {
  it.each([
    // @ts-expect-error -- there is no such field
    prefilled(cause, '/file/reason'),
    // @ts-expect-error -- only the last of a list can be pointed to
    prefilled(facts, '/file/notices/0/facts'),
    // @ts-expect-error -- a list is not one of its items
    prefilled(facts, '/file/notices/facts'),
    // @ts-expect-error -- a number is no text
    prefilled(cause, '/file/penalty/fen'),
    // @ts-expect-error -- a text is no amount
    prefilled(amount, '/file/cause'),
    // @ts-expect-error -- a text is no list
    prefilled(titles, '/file/cause'),
    // @ts-expect-error -- of two pointers, one leads nowhere
    prefilled(cause, '/file/cause', '/file/nothing'),
    // @ts-expect-error -- no pointer
    prefilled(cause, 'file/cause'),
  ])('is a pointer that leads nowhere, or to another type: $from', ({ from }) => {
    expect(from).not.toHaveLength(0);
  });
});
