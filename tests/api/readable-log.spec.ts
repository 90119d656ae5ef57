import { readable } from '../../apps/api/src/log/readable.js';

const line = (of: object): string =>
  readable(JSON.stringify({ time: '2026-03-01T12:00:01.234Z', level: 'info', msg: 'request', ...of }));

it('shows a line of the log with its values', () => {
  expect(line({ method: 'GET', status: 200, route: '/v1/cases/:caseId', parts: { a: 'b c' } })).toBe(
    '12:00:01.234 info  request method=GET status=200 route=/v1/cases/:caseId parts={"a":"b c"}\n',
  );
});

it.each([
  ['a line end', 'x\n12:00:02.000 info  stopped'],
  ['a carriage return', 'x\rstopped'],
  ['a line separator', 'x\u2028stopped'],
  ['a next line', 'x\u0085stopped'],
  ['an escape', '\u001b[2Jx'],
  ['a turn of direction', 'x\u202Exyz'],
])('keeps a value with %s on its line, to be seen', (_, value) => {
  for (const said of [line({ value }), line({ msg: value }), line({ list: [value] })]) {
    expect(said.slice(0, -1)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(said.endsWith('\n')).toBe(true);
    expect(said).toContain('\\');
  }
});

it('puts a value in quotes that could be taken for several', () => {
  expect(line({ agent: 'x status=500' })).toContain(' agent="x status=500"\n');
  expect(line({ agent: 'a"b' })).toContain(' agent="a\\"b"\n');
});

it('sets every line of a stack in', () => {
  const stack = 'Error: x\n12:00:02.000 info  stopped\r\n    at a\u2028b';
  expect(line({ err: { stack } }).split('\n').slice(1)).toEqual([
    '    Error: x',
    '    12:00:02.000 info  stopped',
    '        at a',
    '    b',
    '',
  ]);
});
