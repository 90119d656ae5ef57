import { acts, type ActName } from '@anjuan/case';
import { walk } from '@anjuan/entry';
import { sampleOf } from '../support/samples.js';

export const names = Object.keys(acts) as ActName[];

/** One complete entry of every act. */
export const entries = Object.fromEntries(
  names.map((name) => [name, sampleOf(acts[name].entry)]),
) as Readonly<Record<ActName, object>>;

const optional = new Map(
  names.map((name) => {
    const pointers: string[] = [];
    walk(acts[name].entry, entries[name], (field, value, pointer) => {
      if (field.optional === true) pointers.push(pointer);
      // Which fields are named there is the sender's to choose.
      if (field.kind === 'text-by-field')
        pointers.push(...Object.keys(value as object).map((key) => `${pointer}/${key}`));
    });
    return [name, new Set(pointers)];
  }),
);

export const isOptional = (name: ActName, at: string): boolean => optional.get(name)?.has(at) ?? false;
