/** Where a field is in its form is said of every field of an entry, and follows from its kind (FORM-04). */
import { readFileSync } from 'node:fs';

type Property = Readonly<Record<string, unknown>>;
const { components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  components: {
    schemas: Readonly<Record<string, Readonly<{ properties?: Readonly<Record<string, Property>> }>>>;
  };
};
const forms = Object.entries(components.schemas).flatMap(([name, { properties = {} }]) =>
  Object.values(properties).some((property) => 'x-order' in property)
    ? [[name, Object.entries(properties)] as const]
    : [],
);
const groupOf = (form: string, field: string) =>
  components.schemas[form]?.properties?.[field]?.['x-group'] as { zh: string; en: string } | undefined;

it('covers the forms of all acts', () => {
  expect(forms.length).toBeGreaterThan(100);
});

it.each(forms)('%s', (_, fields) => {
  expect(fields.map(([, property]) => property['x-order'])).toEqual(fields.map((__, index) => index + 1));
  for (const [, property] of fields)
    expect(property['x-group']).toEqual({ zh: expect.any(String), en: expect.any(String) });
});

it.each([
  ['ConcludeInvestigationDto', 'officers', 'People'],
  ['ConcludeInvestigationDto', 'facts', 'Facts'],
  ['ConcludeInvestigationDto', 'basis', 'Basis'],
  ['ConcludeInvestigationDto', 'proposal', 'Outcome'],
  ['ConcludeInvestigationDto', 'report', 'Papers'],
  ['RecordSceneDto', 'place', 'Time and place'],
])('%s: %s is under %s', (form, field, group) => {
  expect(groupOf(form, field)?.en).toBe(group);
});
