/** What nobody should send, by where it is sent. Every one of them is to be refused there. */
import type { Schema } from './routes.js';

const repeated = (text: string, times: number): string => text.repeat(times);
const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const quoted = JSON.stringify;

/** JSON texts that no place of any form takes. */
const nowhere: readonly string[] = [
  'null',
  '1e999',
  '-1e999',
  '9007199254740993',
  '-0',
  '1.5',
  '"\\u0000"',
  '"名\\u0000称"',
  '"\\ud800"',
  '"\\udc00x"',
  '"x\\u0001"',
  '"x\\u009f"',
  '"\\u200b"',
  '"名\\u200b称"',
  '"\\u2060"',
  '"\\ufeff名"',
  '"\\u202e名"',
  '"\\u3164"',
  '"\\u115f"',
  quoted(repeated('长', 30_000)),
  `${repeated('[', 6000)}${repeated(']', 6000)}`,
  `${repeated('{"a":', 6000)}1${repeated('}', 6000)}`,
  `[${repeated('{},', 20_000)}{}]`,
  `{${Array.from({ length: 5000 }, (_, at) => `"k${String(at)}":1`).join()}}`,
  `[[[]]]`,
  '{"constructor":1}',
  '{"__proto__":{"admin":true}}',
  '{"toString":1,"valueOf":1}',
];

const dates = [
  '9999-12-31',
  '0001-01-01',
  '1948-12-31',
  '2201-01-01',
  '2026-02-30',
  '2026-13-01',
  '2026-2-1',
  '20260201',
  '２０２６-02-01',
  '2026-02-01T00:00:00.000Z',
];
const instants = [
  '9999-12-31T20:00:00Z',
  '0000-01-01T00:00:00Z',
  '1948-12-31T00:00:00Z',
  '2201-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-02-30T00:00:00Z',
  '2026-02-01T24:00:00Z',
  '2026-02-01T00:00:00.0001Z',
  '2026-02-01T00:00:00',
  '2026-02-01',
];
const numbers = ['"1"', '-1', '9007199254740992', '1e300', 'true', '[1]', '"0x10"'];
const booleans = ['"true"', '"false"', '1', '0', '""', '[true]'];

const words = (texts: readonly string[]): readonly string[] => texts.map((text) => quoted(text));

const ofText = ({ format, pattern, enum: known, minLength = 0 }: Schema): readonly string[] => {
  if (format === 'date') return words(dates);
  if (format === 'date-time') return words(instants);
  if (known || pattern !== undefined || format !== undefined) return words(names);
  return ['{}', '[]', 'true', ...(minLength > 0 ? ['""'] : [])];
};
const ofObject = ({ additionalProperties }: Schema): readonly string[] => [
  ...['[]', '"x"', '[{}]'],
  ...(additionalProperties === undefined ? names.map((name) => `{${quoted(name)}:1}`) : []),
];
const lists = ['{}', '"x"', '[null]', '{"length":1,"0":1}', `[${repeated('1,', 1200)}1]`];

const byType = (schema: Schema): readonly string[] => {
  if (schema.oneOf) return ['[]', '"x"', ...words(names).map((name) => `{"kind":${name}}`)];
  if (schema.type === 'object') return ofObject(schema);
  if (schema.type === 'array') return lists;
  if (schema.type === 'integer' || schema.type === 'number') return numbers;
  if (schema.type === 'boolean') return booleans;
  return ofText(schema);
};

/** JSON texts that this place does not take. */
export const wrongJson = (schema: Schema): readonly string[] => [
  ...nowhere,
  // A blank text is for the law to answer where the form lets it through.
  ...(schema.type === 'string' && schema.minLength === 0 ? [] : ['"\\u3000"', '" \\t"', '"\\u00a0"']),
  ...byType(schema),
];

/** Bodies that are wrong as a whole, whatever the form; `right` is a right one. */
export const wrongBodies = (
  right: string,
): readonly Readonly<{ of: string; type?: string; body: Buffer }>[] => {
  const utf8 = Buffer.from(right);
  const json = 'application/json';
  // 举报 in GBK: no UTF-8.
  const gbk = Buffer.concat([
    Buffer.from('{"source":"'),
    Buffer.from([0xbe, 0xd9, 0xb1, 0xa8]),
    Buffer.from('"}'),
  ]);
  const again = right.replace('{', '{"twice":1,"twice":2,');
  return [
    { of: 'GBK bytes', type: json, body: gbk },
    { of: 'GBK declared', type: `${json}; charset=gbk`, body: gbk },
    { of: 'UTF-8 declared as GBK', type: `${json}; charset=GBK`, body: utf8 },
    { of: 'UTF-8 declared as latin1', type: `${json};charset="iso-8859-1"`, body: utf8 },
    { of: 'latin1 bytes', type: json, body: Buffer.from('{"source":"caf\u00e9"}', 'latin1') },
    { of: 'UTF-16', type: json, body: Buffer.from(`\ufeff${right}`, 'utf16le') },
    { of: 'a byte order mark', type: json, body: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]) },
    {
      of: 'an overlong NUL',
      type: json,
      body: Buffer.from([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
    },
    { of: 'a key twice', type: json, body: Buffer.from(again) },
    {
      of: 'a key twice, once escaped',
      type: json,
      body: Buffer.from(again.replace('"twice"', '"\\u0074wice"')),
    },
    { of: 'cut short', type: json, body: utf8.subarray(0, -1) },
    { of: 'two values', type: json, body: Buffer.concat([utf8, utf8]) },
    { of: 'nothing', type: json, body: Buffer.alloc(0) },
    { of: 'blanks', type: json, body: Buffer.from('  \n') },
    ...['[]', 'null', '"x"', '1', 'true', '[{}]'].map((one) => ({
      of: one,
      type: json,
      body: Buffer.from(one),
    })),
    { of: 'NUL bytes', type: json, body: Buffer.alloc(64) },
    { of: 'no type', body: utf8 },
    { of: 'another JSON', type: 'application/merge-patch+json', body: utf8 },
  ];
};

/** What is sent in a place of the address. None of them is an id. */
export const wrongSegments: readonly string[] = [
  ...[
    '%00',
    'a%00b',
    '%zz',
    '%',
    '%ff',
    '%ed%a0%80',
    '%c0%80',
    '%be%d9%b1%a8',
    '%E2%80%8B',
    '%EF%BB%BF',
    '%0d%0a',
  ],
  ...names,
  ...['..%2f..%2fhealth', '%2e%2e', '%2525', '%F0%9F%98%80', '-1', '1e999', '0x1', '99999999999999999999'],
  ...['9007199254740993', 'x'.repeat(101), 'x'.repeat(5000), "'%20OR%201=1--", '%7B%7D', 'null', '%20'],
];

/** Values of a key of the query, as they stand in the address; none of them is of the form of any key. */
export const unreadableQueries: readonly string[] = [
  '%zz',
  '%',
  '%ff',
  '%ed%a0%80',
  '%c0%80',
  '%be%d9',
  'a%00',
  '%1f',
];
export const queryValues: readonly string[] = [
  ...names,
  ...['', '%20', '%E2%80%8B', '0x10', '1e3', '1e999', '-1', '%2B1', '%201', '1.0', '１'].map(encodeURI),
  ...['99999999999999999999', '9007199254740993', '9999-12-31', '0001-01-01', '2026-02-30', '2026-99-99'],
  ...['2026-02-01T00:00:00.0001Z', '9999-12-31T20:00:00Z', 'W10', 'bnVsbA', 'eyJhIjoxfQ', 'x'.repeat(3000)],
  ...['1', 'yes', 'TRUE', 'null', '%5B%5D', '%F0%9F%98%80', '2026-02-01T00:00:00%2B08:00'],
];
export const unheardKeys: readonly string[] = [
  'unheardOf',
  ...names,
  '__proto__[x]',
  'limit[]',
  '%EF%BB%BFlimit',
];

const far = '1'.repeat(200);
/** Values of a header that a command asks for; `required` of them are read at all. */
export const wrongHeaders: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'Idempotency-Key': [
    '',
    ' ',
    'short',
    'x'.repeat(129),
    'b\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9',
    ['key-12345678', 'key-87654321'],
  ],
  'Acting-Capacity': [
    '',
    ...names,
    'Officer',
    'officer, leader',
    'officer\u00a0',
    '\u00be\u00d9',
    ['officer', 'officer'],
  ],
  'If-Match': [
    '',
    '0',
    '"00"',
    '"+0"',
    '"0.0"',
    '"x"',
    'W/"0"',
    '"1e999"',
    '"-0"',
    `"${far}"`,
    '*',
    '"0", "1"',
    ['"0"', '"0"'],
  ],
  Authorization: [
    '',
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    'Bearer \u00ff',
    `Bearer ${'x'.repeat(9000)}`,
    'Bearer a b',
    'Bearer ..',
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    'constructor',
  ],
};
