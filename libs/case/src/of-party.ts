/** The acts of a party's step: in a case of several parties their entries say which of them they are of. ADR 36. */
import { entryNumber, optional, type AnySchema } from '@anjuan/entry';
import type { EntryNumber, EntryProvision, NewEvent } from '@anjuan/procedure';
import type { Act } from './case-act.js';
import { notBeforeItsJoining, ofOneParty } from './joined-parties/named.js';

/** Of each part of a slice whether every party has its own; `false`: it is common to all. */
export type PartsOf<Slice> = Readonly<Record<keyof Slice, boolean>>;

/** The entry by which the party was joined, or the filing; absent: the party of the filing. */
export type OfParty = Readonly<{ ofParty?: EntryNumber }>;

export type ActsOfParty<Acts> = {
  readonly [Name in keyof Acts]: Acts[Name] extends Act<infer Data, infer Recorded>
    ? Act<Data & OfParty, Recorded>
    : never;
};

/** Without its types, as all acts are gone through. */
export type AnyAct = Omit<Act<never, NewEvent<string, object>>, 'entry' | 'demands'> &
  Readonly<{ entry: AnySchema; demands: readonly EntryProvision<never, never>[] }>;

const field = optional(
  entryNumber(
    ['CaseFiled', 'PartyJoined'],
    '本案有共同当事人的，是哪一当事人：其立案或者追加的记录；In a case of several parties, which one: the entry of the filing, or of its joining.',
    { title: '所涉当事人；Of which party' },
  ),
);

const known = new Map<AnySchema, AnySchema>();

/** `shared`: acts of the whole case have the same form, which keeps its name. */
const naming = (schema: AnySchema, shared: ReadonlySet<AnySchema>): AnySchema => {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const name = shared.has(schema) ? `${schema.name}OfParty` : schema.name;
  const named = { ...schema, name, fields: { ...schema.fields, ofParty: field } };
  known.set(schema, named);
  return named;
};

/** The same act, asked and recorded of the party that its entry names. */
export const actOfParty = (it: AnyAct, shared: ReadonlySet<AnySchema>): AnyAct => ({
  ...it,
  of: 'party',
  entry: naming(it.entry, shared),
  demands: [...it.demands, ...ofOneParty, ...('occurredAt' in it.entry.fields ? [notBeforeItsJoining] : [])],
  record: (entry, file, context) => {
    const { ofParty }: OfParty = entry;
    return it
      .record(entry, file, context)
      .map((event) => (ofParty === undefined ? event : { ...event, data: { ...event.data, ofParty } }));
  },
});
