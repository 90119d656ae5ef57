/** An entry of that schema, right in form, its fields drawn by chance. */
import type { AnySchema, Field } from '@anjuan/entry';
import { addDays } from '@anjuan/law';
import { sampleOf } from '../../support/samples.js';
import { everybody } from './people.js';
import { astray, entryNumber, officers, outside, paperOf, text, yes, type Table } from './table.js';

const drawn = (table: Table, name: string, field: Field): unknown => {
  if (field.kind === 'text') return text(table, '内容');
  if (field.kind === 'word') return table.dice.pick(field.words);
  if (field.kind === 'yes-or-no') return yes(table);
  if (field.kind === 'day') return addDays(table.today, astray(table) ? -400 : 7);
  if (field.kind === 'paper') return paperOf(table, name);
  if (field.kind === 'person') return table.dice.pick(everybody);
  if (field.kind === 'people') return name === 'officers' ? officers(table) : [table.dice.pick(everybody)];
  if (field.kind === 'entry') {
    const last = table.history.findLast(({ type }) => field.types.includes(type));
    return entryNumber(table, last?.revision);
  }
  return new Map(Object.entries(sampleOf({ name, help: field.help, fields: { [name]: field } }))).get(name);
};

export const anyOf = ({ fields }: AnySchema, table: Table): object => ({
  ...Object.fromEntries(
    Object.entries(fields)
      .filter(([name, { optional }]) => name !== 'occurredAt' && (optional !== true || table.dice.chance(50)))
      .map(([name, field]) => [name, drawn(table, name, field)]),
  ),
  ...('occurredAt' in fields && outside(table)),
});
