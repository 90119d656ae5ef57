import 'reflect-metadata';
import { jsonIn } from '../../apps/api/src/http/json-body.js';
import { Problem } from '../../apps/api/src/http/problems.js';

const read = (body: string | Uint8Array): unknown =>
  jsonIn(typeof body === 'string' ? Buffer.from(body) : body);
const refused = (body: string | Uint8Array): Problem => {
  try {
    read(body);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('It was read.');
};

const lists = (times: number, item: string): string => Array.from({ length: times }, () => item).join();
/** The widest lawful form: an agency's lists with every benchmark. */
const widest = `{"benchmarks":[${lists(500, '{"a":1,"b":2,"c":3,"d":4}')}],"triggers":[${lists(500, '"a"')}]}`;

describe('a body in JSON', () => {
  it.each([
    '{}',
    ' [1, 2.5e3, -0.1, null, true] ',
    '[1.0, 1e2, 12.50e1, 100e-2, 0.0, 0e-9, 1E+2, 1.5]',
    '["1e-400", {"1.00000000000000001": "a 1e-400"}]',
    '"文字 \\" \\\\ \\u4e2d \\ud83d\\ude00"',
    '{"a":{"b":[{"a":1},{"a":2}]},"b":"a","":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":["a","a"],"c":"a:","d":{"a":"b"}}',
    '{"constructor":1,"toString":{"constructor":2}}',
    `[${'1,'.repeat(499)}1]`,
    `${'['.repeat(16)}${']'.repeat(16)}`,
  ])('is what JSON.parse makes of it: %s', (body) => {
    expect(read(body)).toStrictEqual(JSON.parse(body));
  });

  it('has room for the widest form', () => {
    expect(read(widest)).toStrictEqual(JSON.parse(widest));
  });

  it('keeps a field named __proto__ as one, for the form to refuse', () => {
    expect(Object.keys(read('{"__proto__":{"admin":true}}') as object)).toStrictEqual(['__proto__']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each<[string, string | Uint8Array]>([
    ['GBK', Buffer.from([0x22, 0xbe, 0xd9, 0xb1, 0xa8, 0x22])],
    ['an overlong NUL', Buffer.from([0x22, 0xc0, 0x80, 0x22])],
    ['half a character in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a byte order mark', '\ufeff{}'],
    ['UTF-16', Buffer.from('{}', 'utf16le')],
    ['nothing', ''],
    ['two values', '{}{}'],
    ['a comma too many', '[1,]'],
    ['a text that does not end', `{"a":"${'\\"'.repeat(1000)}`],
    ['a text that ends in half an escape', `{"a":"${'\\"'.repeat(1000)}\\`],
    ['a control character', '"\u0001"'],
    ['a name twice', '{"a":1,"a":1}'],
    ['a name twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a name twice, deeper', '{"b":[{"a":{}},{"a":1,"c":[{"a":1}],"a":2}]}'],
    ['__proto__ twice', '{"__proto__":1,"__proto__":2}'],
    ['a number that is read as 0', '{"fen":1e-400}'],
    ['a fraction that is read as a whole number', '[1.00000000000000001]'],
    ['a fraction beyond what can be kept', '[-9007199254740990.1]'],
    ['a fraction of very many digits', `[0.${'0'.repeat(60_000)}1]`],
    ['very many digits', `[${'1'.repeat(60_000)}e-1]`],
    ['a fraction by its exponent', '[100000000000000000001e-20]'],
  ])('is refused: %s', (_, body) => {
    expect(refused(body).type).toBe('malformed-body');
  });

  it.each([
    ['too deep', `${'['.repeat(17)}${']'.repeat(17)}`],
    ['deeper than any stack', '{"a":['.repeat(50_000)],
    ['too long a list', `[${'1,'.repeat(500)}1]`],
    ['too wide an object', `{${Array.from({ length: 33 }, (_, at) => `"k${String(at)}":1`).join()}}`],
    [
      'too many fields in all',
      `[${`{${Array.from({ length: 30 }, (_, at) => `"k${String(at)}":1`).join()}},`.repeat(90)}1]`,
    ],
    ['lists of objects in a list', `{"a":[${lists(490, `[${lists(490, '{}')}]`)}]}`],
    ['lists of lists', `[${lists(20, `[${lists(300, '[]')}]`)}]`],
    ['lists of values', `[${lists(20, `[${lists(300, '0')}]`)}]`],
  ])('is too much: %s', (_, body) => {
    expect(refused(body).type).toBe('body-too-large');
  });

  it('is refused with the place of what cannot be kept', () => {
    const { type, extensions } = refused('{"a":["x","\\ud800"],"b":{"c~/":1e999},"\\udc00":1}');
    expect(type).toBe('invalid-request');
    expect(extensions['errors']).toMatchObject([
      { pointer: '#/a/1' },
      { pointer: '#/b/c~0~1' },
      { pointer: '#' },
    ]);
  });

  it('tells the first twenty faults and how many more there are', () => {
    const { extensions } = refused(`[${'1e999,'.repeat(29)}1e999]`);
    expect(extensions['errors']).toHaveLength(20);
    expect(extensions['more']).toBe(10);
  });
});
