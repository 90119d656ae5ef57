import 'reflect-metadata';
import { acts, type ActName } from '@anjuan/case';
import type { AnySchema, Field, Variants } from '@anjuan/entry';
import fc from 'fast-check';
import { formOf } from '../../apps/api/src/http/form.js';
import { validation } from '../../apps/api/src/http/validation.js';
import { sampleOf } from '../support/samples.js';

const characters = ['案', '卷', '听', '证', '罚', '款', 'a', 'b', '1'];
const written = (least: number, most: number) =>
  fc.string({ minLength: least, maxLength: Math.min(most, 30), unit: fc.constantFrom(...characters) });
const asSampled = (field: Field): fc.Arbitrary<unknown> =>
  fc.constant(Object.values(sampleOf({ name: '', help: field.help, fields: { it: field } }))[0]);
const variant = (of: Variants): fc.Arbitrary<object> =>
  fc.oneof(...Object.entries(of).map(([kind, schema]) => anyOf(schema).map((part) => ({ ...part, kind }))));

type OfKind<K extends Field['kind']> = Extract<Field, { kind: K }>;
const drawn: { readonly [K in Field['kind']]: (field: OfKind<K>) => fc.Arbitrary<unknown> } = {
  text: ({ least, most }) => written(least, most),
  'credit-code': asSampled,
  texts: ({ items, most }) => fc.array(written(1, most), { maxLength: Math.min(items, 5) }),
  'text-by-field': asSampled,
  word: ({ words }) => fc.constantFrom(...words),
  words: ({ words, least }) => fc.subarray([...words], { minLength: least }),
  fen: () => fc.maxSafeNat(),
  days: () => fc.integer({ min: 1, max: 36_600 }),
  count: () => fc.integer({ min: 1, max: 1_000_000_000 }),
  day: asSampled,
  instant: asSampled,
  'yes-or-no': () => fc.boolean(),
  paper: asSampled,
  papers: asSampled,
  person: () => written(1, 64),
  people: ({ items }) => fc.array(written(1, 64), { maxLength: items }),
  entry: () => fc.integer({ min: 0, max: 1_000_000 }),
  entries: ({ items }) => fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: Math.min(items, 5) }),
  one: ({ of }) => anyOf(of),
  list: ({ of, items }) => fc.array(anyOf(of), { maxLength: Math.min(items, 3) }),
  variant: ({ of }) => variant(of),
  variants: ({ of }) => fc.array(variant(of), { minLength: 1, maxLength: 3 }),
};
const anyValue = (field: Field): fc.Arbitrary<unknown> => drawn[field.kind](field as never);

const anyOf = ({ fields }: AnySchema): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(field)])), {
    requiredKeys: Object.entries(fields).flatMap(([name, { optional }]) => (optional === true ? [] : [name])),
  });

it.each(Object.keys(acts) as ActName[])('%s takes whatever its schema allows', async (name) => {
  const { entry } = acts[name];
  const metadata = { type: 'body', metatype: formOf(entry) } as const;
  await fc.assert(
    fc.asyncProperty(anyOf(entry), async (body) => {
      const taken: unknown = await validation().transform({ ...body }, metadata);
      expect(JSON.parse(JSON.stringify(taken))).toStrictEqual(JSON.parse(JSON.stringify(body)));
    }),
    { numRuns: 20 },
  );
});
