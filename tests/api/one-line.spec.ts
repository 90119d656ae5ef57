/** Names, numbers and titles are of one line, in every form; what is told at length may have several. */
import 'reflect-metadata';
import { walk, type AnySchema } from '@anjuan/entry';
import { allActs } from '@anjuan/record';
import { formOf } from '../../apps/api/src/http/form.js';
import { validation } from '../../apps/api/src/http/validation.js';
import { sampleOf } from '../support/samples.js';

const taken = (schema: AnySchema, body: unknown): Promise<boolean> =>
  validation()
    .transform(body, { type: 'body', metatype: formOf(schema) })
    .then(
      () => true,
      () => false,
    );

const withAt = (value: unknown, [step, ...rest]: readonly string[], put: string): unknown => {
  if (step === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === step ? withAt(item, rest, put) : item));
  return Object.fromEntries(
    Object.entries(Object(value) as object).map(([name, item]) => [
      name,
      name === step ? withAt(item, rest, put) : item,
    ]),
  );
};

type Place = Readonly<{
  at: string;
  oneLine: boolean;
  bodyWith: (text: string) => unknown;
  schema: AnySchema;
}>;

const textsOf = ([act, { entry: schema }]: readonly [string, Readonly<{ entry: AnySchema }>]) => {
  const sample = sampleOf(schema);
  const found: Place[] = [];
  walk(schema, sample, (field, _, pointer) => {
    if (field.kind !== 'text') return;
    const bodyWith = (text: string) => withAt(sample, pointer.split('/').slice(1), text);
    found.push({ at: `${act}${pointer}`, oneLine: field.oneLine === true, bodyWith, schema });
  });
  return found;
};
const texts = Object.entries(allActs).flatMap(textsOf);
const lines = texts.filter(({ oneLine }) => oneLine);

it('there are texts of both kinds', () => {
  expect(lines.length).toBeGreaterThan(50);
  expect(texts.length - lines.length).toBeGreaterThan(100);
  expect(lines.map(({ at }) => at)).toEqual(
    expect.arrayContaining([
      'declaration/publish/standards/0/name',
      'decision/make/number',
      'initiation/request-filing/party/person/name',
      'court-enforcement/ask-higher-court/court',
    ]),
  );
});

it('a second line is refused exactly where a text is of one', async () => {
  const other: string[] = [];
  for (const { at, oneLine, bodyWith, schema } of texts)
    for (const text of ['甲\n乙', '甲\r\n乙', '甲\t乙'])
      if ((await taken(schema, bodyWith(text))) === oneLine) other.push(`${at} ${JSON.stringify(text)}`);
  expect(other).toStrictEqual([]);
});

it('one line is taken everywhere', async () => {
  const refused: string[] = [];
  for (const { at, bodyWith, schema } of texts)
    if (!(await taken(schema, bodyWith('甲 乙')))) refused.push(at);
  expect(refused).toStrictEqual([]);
});
