import { inBoth, type Field } from '@anjuan/entry';

/** The parts of a form in which people look for a field (FORM-04). */
const groups = {
  people: '人员；People',
  course: '经过；Time and place',
  facts: '事实；Facts',
  basis: '依据；Basis',
  outcome: '处理；Outcome',
  papers: '附件；Papers',
} as const;

type Group = keyof typeof groups;

const ofSchema: Readonly<Record<string, Group>> = { Basis: 'basis', Party: 'people' };

/** Each kind has one: a new kind that has none does not compile. */
const ofKind: Readonly<Record<Field['kind'], Group>> = {
  text: 'facts',
  'credit-code': 'people',
  texts: 'facts',
  'text-by-field': 'facts',
  word: 'facts',
  words: 'facts',
  fen: 'outcome',
  days: 'course',
  count: 'outcome',
  day: 'course',
  instant: 'course',
  'yes-or-no': 'facts',
  paper: 'papers',
  papers: 'papers',
  person: 'people',
  people: 'people',
  entry: 'basis',
  entries: 'basis',
  one: 'facts',
  list: 'facts',
  variant: 'outcome',
  variants: 'outcome',
};

const groupOf = (field: Field): Group => {
  if (field.kind === 'one' || field.kind === 'list') return ofSchema[field.of.name] ?? ofKind[field.kind];
  if (field.kind === 'text' && field.means === 'place') return 'course';
  if (field.kind === 'text' && (typeof field.personal === 'string' || field.means === 'phone'))
    return 'people';
  return ofKind[field.kind];
};

/** Fields of one group stay together, in the order of the schema. */
export const placed = (field: Field, order: number) => ({
  'x-group': inBoth(groups[groupOf(field)]),
  'x-order': order,
});
