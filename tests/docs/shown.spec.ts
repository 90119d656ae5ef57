import { isShown } from './shown.js';

describe('the comparison of an answer with the one shown', () => {
  const id = '24844e69-6485-8e49-87e9-924c12d87cb2';
  it.each([
    ['{ "a": 1 }', '{"a":1}', true],
    ['{ "a": 1 }', '{"a":2}', false],
    ['{ "a": 1, … }', '{"a":1,"b":[2]}', true],
    ['{ "a": 1, … "z": 2 }', '{"a":1,"b":3}', false],
    [`{"case":"${id}"}`, '{"case":"00000000-0000-8000-8000-00000000000a"}', true],
    [`{"case":"${id}"}`, '{"case":"a case"}', false],
    ['position 0000000000000013', 'position 0000000000000099', true],
    ['12.0 s（目标 aim 60 s）', '9.1 s（目标 aim 60 s）', true],
    ['a.c (x) [y]', 'abc (x) [y]', false],
    ['2026-04-14 09:10 done', '2026-04-14 09:20 done', true],
    ['2026-04-14 09:10 done', '2026-04-15 09:10 done', false],
  ])('%s and %s: %s', (shown, answer, same) => {
    expect(isShown(shown, answer)).toBe(same);
  });
});
