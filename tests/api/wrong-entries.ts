/** Every way in which one field of an entry can have the wrong form. */
export type Wrong = Readonly<{ at: string; entry: unknown }>;

type Path = readonly (string | number)[];
type Node = Readonly<{ path: Path; value: unknown }>;

const pointer = (path: Path): string => path.map((step) => `/${String(step)}`).join('');

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nodes = (value: unknown, path: Path = []): readonly Node[] => {
  const here = { path, value };
  if (Array.isArray(value)) return [here, ...value.flatMap((item, index) => nodes(item, [...path, index]))];
  if (!isObject(value)) return [here];
  return [here, ...Object.entries(value).flatMap(([key, item]) => nodes(item, [...path, key]))];
};

const gone = Symbol('gone');
const withAt = (value: unknown, [step, ...rest]: Path, put: unknown): unknown => {
  if (step === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? withAt(item, rest, put) : item));
  const entries = Object.entries(isObject(value) ? value : {}).map(([key, item]): [string, unknown] =>
    key === step ? [key, withAt(item, rest, put)] : [key, item],
  );
  return Object.fromEntries(entries.filter(([, item]) => item !== gone));
};

const dates = ['2026-02-30', '2026-13-01', '2026-5-6', '20260506', '2026-05-06T00:00:00.000Z', ''];
const instants = [
  '2026-02-30T10:00:00.000Z',
  '2026-03-11T24:00:00.000Z',
  '2026-03-11T10:00:00',
  '2026-03-11 10:00:00Z',
  '2026-03-11',
  '2026-03-11T10:00:00.000000Z',
  '2026-03-11T10:00:00+15:00',
  '+022026-03-11T10:00:00.000Z',
  '',
];
const digests = ['a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), 'g'.repeat(64)];

const wrongText = (text: string): readonly unknown[] => [
  ...[5, true, {}, [], [text], '长'.repeat(5001), `${text}\u0000`, `${text}\u009f`, `${text}\ud800`],
  ...(/^\d{4}-\d{2}-\d{2}$/.test(text) ? dates : []),
  ...(/^\d{4}-\d{2}-\d{2}T/.test(text) ? instants : []),
  ...(/^[0-9a-f]{64}$/.test(text) ? digests : []),
];

const wrongFor = (value: unknown): readonly unknown[] => {
  if (typeof value === 'string') return wrongText(value);
  if (typeof value === 'number')
    return ['5', -1, 1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, true, {}, [], [value]];
  if (typeof value === 'boolean') return ['true', '', 1, 0, {}, [], [value]];
  if (Array.isArray(value))
    return [{}, 'x', 5, true, [null], [[]], [value], Array.from({ length: 501 }, () => value[0])];
  return ['x', 5, true, [], [value], [null], { ...Object(value), unheardOf: 1 }];
};

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 60);

/** Each field in turn: null, another type, out of bounds, a date that does not exist, one field too many. */
export const wrongEntries = (entry: unknown): readonly Wrong[] =>
  nodes(entry).flatMap(({ path, value }) =>
    [...(path.length > 0 ? [null] : []), ...wrongFor(value)].map((put) => ({
      at: `${pointer(path)} = ${shown(put)}`,
      entry: withAt(entry, path, put),
    })),
  );

/** Each field in turn left out; `at` is its pointer. */
export const leftOut = (entry: unknown): readonly Wrong[] =>
  nodes(entry)
    .filter(({ path }) => typeof path.at(-1) === 'string')
    .map(({ path }) => ({ at: pointer(path), entry: withAt(entry, path, gone) }));
