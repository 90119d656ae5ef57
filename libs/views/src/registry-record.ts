/** A record of the registry as a list reads it: its entries alone. What follows from them is the registry's to say. */
import type { Event, Procedure } from '@anjuan/procedure';

export type RegistryEvent = Event<string, unknown>;

type Of<Name extends string> = Procedure<Name, RegistryEvent, null>;
type Facts<Name extends string> = Pick<Of<Name>, 'name' | 'path' | 'title' | 'versions'> &
  Partial<Pick<Of<Name>, 'writtenBefore' | 'hidden'>>;

export const registryRecord = <Name extends string>(facts: Facts<Name>): Of<Name> => ({
  empty: null,
  acts: {},
  always: [],
  decide: (act) => {
    throw new TypeError(`The registry enters ${act} itself.`);
  },
  actions: () => [],
  replay: () => null,
  resume: () => null,
  personal: {},
  hidden: [],
  named: () => [],
  inFile: () => [],
  ...facts,
});
