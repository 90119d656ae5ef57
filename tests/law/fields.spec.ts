/** What is said of the fields of an entry, held against every attempt that the specs of the law core make. */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import {
  acts,
  fileOf,
  owedBothWays,
  partiesIn,
  surchargeOf,
  type ActName,
  type CaseView,
} from '@anjuan/case';
import { fieldsAt, schemasIn, type AnySchema, type Field, type Pointer } from '@anjuan/entry';
import { chinaCalendar } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import { allActs } from '@anjuan/record';
import { formOf } from '../../apps/api/src/http/form.js';
import { validation } from '../../apps/api/src/http/validation.js';
import { sampleOf } from '../support/samples.js';
import type { Trial } from './cures/trial.js';
import { everyTrial } from './cures/trials.js';
import { isWithin, keysOf, leads, readBy } from './fields-read.js';

const names = Object.keys(acts) as ActName[];
let trials: readonly Trial[] = [];
const gather = (): void => {
  if (trials.length > 0) return;
  // An act of a case of several parties is asked of each of them.
  trials = everyTrial().flatMap(({ trial }) =>
    partiesIn(trial.file).map((party) => ({ ...trial, file: fileOf(trial.file, party) })),
  );
};

describe('where a form begins with what the case says (FORM-05)', () => {
  type Prefilled = Readonly<{ act: ActName; schema: AnySchema; name: string; field: Field; from: Pointer }>;
  const prefilled: readonly Prefilled[] = names.flatMap((act) =>
    [...schemasIn(acts[act].entry)].flatMap((schema) =>
      Object.entries(schema.fields).flatMap(([name, field]) =>
        (field.from ?? []).map((from) => ({ act, schema, name, field, from })),
      ),
    ),
  );

  const read = ({ file, context }: Trial): CaseView => ({
    case: 'a',
    revision: file.revision,
    head: file.revision,
    personal: 'shown',
    number: file.filing?.number,
    owed: owedBothWays(file, context),
    surcharge: surchargeOf(file, context.today, chinaCalendar),
    file,
  });
  const within = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return key === '-1' ? value.at(-1) : undefined;
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
  };
  /** As a client has it: what is undefined is not there. The histories of the specs name papers by words. */
  const found = (trial: Trial, from: Pointer): unknown => {
    const value = from.slice(1).split('/').reduce<unknown>(within, read(trial));
    if (value === undefined) return undefined;
    const stored = (key: string, part: unknown): unknown => (key === 'sha256' ? 'a'.repeat(64) : part);
    return JSON.parse(JSON.stringify(value), stored);
  };
  /** Some histories begin with a blank that no form would have taken. */
  const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

  it('leads somewhere, each pointer, in a case of the specs', () => {
    gather();
    const nowhere = prefilled.filter(({ from }) => !trials.some((trial) => found(trial, from) !== undefined));
    expect(nowhere.map(({ act, name, from }) => `${act} ${name}: ${from}`)).toStrictEqual([]);
    expect(new Set(prefilled.map(({ act, name }) => `${act} ${name}`)).size).toBeGreaterThan(45);
  });

  it('finds what the form of the field takes', async () => {
    gather();
    const looked = new Map<string, Readonly<{ field: Field; value: unknown }>>();
    for (const { act, field, from } of prefilled)
      for (const trial of trials) {
        const value = found(trial, from);
        if (value !== undefined && !isBlank(value))
          looked.set(`${act} ${from} ${JSON.stringify(value)}`, { field, value });
      }
    const misfits: string[] = [];
    for (const [at, { field, value }] of looked) {
      const metatype = formOf({ name: 'One', help: field.help, fields: { field } });
      await validation()
        .transform({ field: value }, { type: 'body', metatype })
        .catch(() => misfits.push(at));
    }
    expect(misfits).toStrictEqual([]);
    expect(looked.size).toBeGreaterThan(100);
  });

  it('is said in the API description, of every act', () => {
    const { components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
      components: {
        schemas: Readonly<
          Record<string, { properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>> }>
        >;
      };
    };
    for (const { entry } of Object.values(allActs))
      for (const { name, fields } of schemasIn(entry))
        for (const [field, { from }] of Object.entries(fields))
          expect([
            `${name}.${field}`,
            components.schemas[`${name}Dto`]?.properties?.[field]?.['x-default-from'],
          ]).toStrictEqual([`${name}.${field}`, from]);
  });

  it('never affirms anything for a person: what is shown or told is ticked by who did it', () => {
    const ticked = prefilled.filter(({ field }) => field.kind === 'yes-or-no' || field.kind === 'paper');
    expect(ticked.map(({ act, name }) => `${act} ${name}`)).toStrictEqual([]);
  });
});

describe('in which fields of the entry a provision looks (FORM-09)', () => {
  const demands = Object.entries(allActs).flatMap(([act, { entry, demands: its }]) =>
    (its as readonly EntryProvision<unknown, never>[]).map((provision) => ({ act, entry, provision })),
  );
  /** It stands among the demands because of who is named, or of the moment: it looks at nothing that is entered. */
  const lookAtNothing = [
    'decision/discussed-together',
    'initiation/case-numbered',
    // A decision or a notice names no entry: what is in force is served.
    'paper/issued-before-it-is-served',
  ];

  it('is said by every provision that looks at one', () => {
    const silent = demands.filter(({ provision: { fields } }) => fields.length === 0);
    expect([...new Set(silent.map(({ provision: { id } }) => id))].sort()).toStrictEqual(lookAtNothing);
    expect(demands.length).toBeGreaterThan(500);
  });

  it('leads to a field of the form, in each act that asks it', () => {
    const nowhere = demands.flatMap(({ act, entry, provision: { id, fields } }) =>
      fields.filter((one) => !leads(entry, keysOf(one))).map((one) => `${act} ${id}: ${one}`),
    );
    expect(nowhere).toStrictEqual([]);
  });

  it('leads to a field of a complete entry, and to no place that only a pattern has', () => {
    const found = demands.flatMap(({ entry, provision: { fields } }) =>
      fields.flatMap((one) => fieldsAt(entry, sampleOf(entry), one)),
    );
    expect(found.filter((pointer) => pointer.includes('*'))).toStrictEqual([]);
    expect(found.some((pointer) => /^\/penalties\/\d+\/fen$/.test(pointer))).toBe(true);
  });

  type Demand = EntryProvision<unknown, never>;
  /** What each provision was seen to read of the entries of each act, in the attempts of the specs. */
  const seen = (): ReadonlyMap<Demand, ReadonlyMap<string, ReadonlySet<string>>> => {
    const found = new Map<Demand, Map<string, Set<string>>>();
    for (const { act, entry, file, context } of trials)
      for (const provision of acts[act].demands as readonly Demand[]) {
        const ofAct = found.get(provision) ?? new Map<string, Set<string>>();
        const read = ofAct.get(act) ?? new Set<string>();
        found.set(provision, ofAct.set(act, read));
        const ask = (noted: object): boolean => provision.holds(noted as never, file, context);
        for (const pointer of readBy(acts[act].entry, entry, ask)) read.add(pointer);
      }
    return found;
  };

  it('leaves out none that it reads', () => {
    gather();
    const unsaid = [...seen()].flatMap(([{ id, fields }, byAct]) =>
      [...byAct].flatMap(([act, read]) =>
        [...read]
          // Where a list is empty or a part is left out, what stands in it is not reached.
          .filter((one) => !fields.some((stated) => isWithin(one, stated) || isWithin(stated, one)))
          .map((one) => `${act} ${id}: ${one}`),
      ),
    );
    expect(unsaid).toStrictEqual([]);
  });

  it('names none that it does not read', () => {
    gather();
    const unread = [...seen()].flatMap(([{ id, fields }, byAct]) => {
      const read = [...byAct.values()].flatMap((ofAct) => [...ofAct]);
      return fields
        .filter((stated) => !read.some((one) => isWithin(one, stated)))
        .map((stated) => `${[...byAct.keys()].join(', ')} ${id}: ${stated}`);
    });
    expect(unread).toStrictEqual([]);
  });
});
