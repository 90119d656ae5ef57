/** Complete entries, made from their schemas: every field that there is, with a value that its form takes. */
import type { AnySchema, Field, Variants } from '@anjuan/entry';

const digest = 'a'.repeat(64);
const paper = { sha256: digest, name: '现场笔录.pdf' };
const meant = {
  uscc: '92110105MA8B4T6C9Y',
  'citizen-id': '110105197609221044',
  'document-number': '京朝市监处罚〔2026〕61号',
  place: '朝阳区姚家园路甲6号',
  phone: '13800000000',
};

const firstOf = (of: Variants): object => {
  const [[kind, schema] = ['', undefined]] = Object.entries(of);
  return schema === undefined ? {} : { ...sampleOf(schema), kind };
};

/** One of each form, whatever words lead to it. */
const oneOfEach = (of: Variants): readonly object[] =>
  [...new Map(Object.entries(of).map(([kind, schema]) => [schema, kind]))].map(([schema, kind]) => ({
    ...sampleOf(schema),
    kind,
  }));

const values: { readonly [K in Field['kind']]: (field: Extract<Field, { kind: K }>) => unknown } = {
  text: ({ means, most }) => (means === undefined ? '腊肠原料32箱' : meant[means]).slice(0, most),
  'credit-code': () => meant.uscc,
  texts: () => ['姓名'],
  'text-by-field': () => ({ place: '朝阳区姚家园路甲6号' }),
  word: ({ words }) => words[0],
  words: ({ words }) => [words[0]],
  fen: () => 18_400_000,
  days: () => 30,
  count: () => 1,
  day: () => '2026-05-06',
  instant: () => '2026-03-11T02:00:00.000Z',
  'yes-or-no': () => true,
  paper: () => paper,
  papers: () => [paper],
  person: () => 'lin',
  people: () => ['lin', 'gao'],
  entry: () => 3,
  entries: () => [0],
  one: ({ of }) => sampleOf(of),
  list: ({ of }) => [sampleOf(of)],
  variant: ({ of }) => firstOf(of),
  variants: ({ of }) => oneOfEach(of),
};

const valueOf = (field: Field): unknown => values[field.kind](field as never);

export const sampleOf = ({ fields }: AnySchema): object =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)]));
