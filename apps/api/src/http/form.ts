/** The class that class-validator and the API description read, made from the schema of an entry. */
import { createHash } from 'node:crypto';
import { inBoth, titleOf, type AnySchema, type Field, type Variants, type Words } from '@anjuan/entry';
import { ApiProperty, ApiSchema, type ApiPropertyOptions } from '@nestjs/swagger';
import canonicalize from 'canonicalize';
import { IsCount } from './dto/is-count.js';
import { IsCreditCode } from './dto/is-credit-code.js';
import { IsDays } from './dto/is-days.js';
import { AreEntryNumbers, IsEntryNumber } from './dto/is-entry-number.js';
import { IsFen } from './dto/is-fen.js';
import { IsInstant } from './dto/is-instant.js';
import { IsLocalDate } from './dto/is-local-date.js';
import { ArePapers, IsPaper } from './dto/is-paper.js';
import { ArePersonIds, IsPersonId } from './dto/is-person-id.js';
import { ListOf, Nested } from './dto/nested.js';
import { ListOfKinds, OneKindOf, type Kinds } from './dto/one-kind-of.js';
import { placed } from './form-groups.js';
import { Optional } from './dto/optional.js';
import { Line, TextBetween, TextByField, Texts } from './dto/text.js';
import { Word, Words as SomeWords } from './dto/word.js';
import { YesOrNo } from './dto/yes-or-no.js';

type Form = new () => object;
const forms = new WeakMap<AnySchema, Form>();

/** One class for each schema. */
export const formOf = (schema: AnySchema): Form => {
  const known = forms.get(schema);
  if (known !== undefined) return known;
  const form = class {};
  Object.defineProperty(form, 'name', { value: `${schema.name}Dto` });
  forms.set(schema, form);
  ApiSchema({ description: schema.help })(form);
  for (const [index, [name, field]] of Object.entries(schema.fields).entries()) {
    // Where its form is given by `oneOf` alone, the description asks for the type that the compiler would have noted.
    Reflect.defineMetadata('design:type', Object, form.prototype, name);
    // In the order in which decorators on a property run: the last one first.
    rule(field)(form.prototype, name);
    if (field.optional === true) Optional()(form.prototype, name);
    ApiProperty(described(field, index + 1))(form.prototype, name);
  }
  return form;
};

const kinds = (of: Variants): Kinds =>
  new Map(Object.entries(of).map(([kind, schema]) => [kind, formOf(schema)]));

type Kind = Field['kind'];
type OfKind<K extends Kind> = Extract<Field, Readonly<{ kind: K }>>;

/** An unknown kind of field does not compile. */
const rules: { readonly [K in Kind]: (field: OfKind<K>) => PropertyDecorator } = {
  text: ({ least, most, oneLine }) => (oneLine ? Line(most, least) : TextBetween(least, most)),
  'credit-code': () => IsCreditCode(),
  texts: ({ items, most }) => Texts(items, most),
  'text-by-field': ({ items, most }) => TextByField(items, most),
  word: ({ words }) => Word(words),
  words: ({ words, least }) => SomeWords(words, least),
  fen: () => IsFen(),
  days: () => IsDays(),
  count: () => IsCount(),
  day: () => IsLocalDate(),
  instant: () => IsInstant(),
  'yes-or-no': () => YesOrNo(),
  paper: () => IsPaper(),
  papers: () => ArePapers(),
  person: () => IsPersonId(),
  people: ({ items }) => ArePersonIds(items),
  entry: () => IsEntryNumber(),
  entries: ({ items }) => AreEntryNumbers(items),
  one: ({ of }) => Nested(() => formOf(of)),
  list: ({ of, items }) => ListOf(() => formOf(of), items),
  variant: ({ of }) => OneKindOf(kinds(of)),
  variants: ({ of, items }) => ListOfKinds(kinds(of), items),
};
// The table gives each kind its own: what the compiler cannot see of a union.
const rule = (field: Field): PropertyDecorator => rules[field.kind](field as never);

const labels = ({ said }: Words) =>
  Object.fromEntries(Object.entries(said).map(([word, both]) => [word, inBoth(both)]));

const labelsOfKinds = (of: Variants) =>
  Object.fromEntries(
    Object.entries(of).map(([kind, { fields, help }]) => {
      const word = fields['kind'];
      const said =
        word?.kind === 'word' && Object.hasOwn(word.words.said, kind) ? word.words.said[kind] : help;
      return [kind, inBoth(said ?? help)];
    }),
  );

type Annotations = Readonly<Record<`x-${string}`, unknown>>;

const asKind = (kind: string): Annotations => ({ 'x-kind': kind });
const ofPeople = ({ as }: Readonly<{ as: readonly string[] }>): Annotations => ({
  'x-kind': 'person',
  ...(as.length > 0 && { 'x-capacity': as }),
});
const ofEntries = ({ types }: Readonly<{ types: readonly string[] }>): Annotations => ({
  'x-kind': 'entry',
  ...(types.length > 0 && { 'x-entry-types': types }),
});

/** What the kind of a field adds to its description: what a form needs and JSON Schema has no word for. */
const annotations: { readonly [K in Kind]?: (field: OfKind<K>) => Annotations } = {
  text: ({ means, oneLine }) => ({
    ...(means !== undefined && asKind(means)),
    ...(oneLine && { 'x-one-line': true }),
  }),
  'credit-code': () => asKind('uscc'),
  word: ({ words }) => ({ 'x-labels': labels(words) }),
  words: ({ words }) => ({ 'x-labels': labels(words) }),
  fen: () => asKind('money-fen'),
  paper: () => asKind('paper'),
  papers: ({ media }) => asKind(media ? 'media' : 'paper'),
  person: ofPeople,
  people: ofPeople,
  entry: ofEntries,
  entries: ofEntries,
  one: ({ of }) => (of.name === 'Basis' ? asKind('law-basis') : {}),
  list: ({ of }) => (of.name === 'Basis' ? asKind('law-basis') : {}),
  variant: ({ of }) => ({ 'x-labels': labelsOfKinds(of) }),
  variants: ({ of }) => ({ 'x-labels': labelsOfKinds(of) }),
};
const ofKind = (field: Field): Annotations => annotations[field.kind]?.(field as never) ?? {};

const annotated = (field: Field): Annotations => ({
  'x-title': titleOf(field),
  ...ofKind(field),
  ...(typeof field.personal === 'string' && { 'x-personal': field.personal }),
  ...(field.from !== undefined && { 'x-default-from': field.from }),
});

const described = (field: Field, order: number): ApiPropertyOptions => ({
  description: field.help,
  required: field.optional !== true,
  ...annotated(field),
  ...placed(field, order),
});

/** Changes with anything in the schema, so that a draft of an older form can be recognized. */
export const hashOf = (schema: AnySchema): string =>
  createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(schema))) ?? '')
    .digest('hex');
