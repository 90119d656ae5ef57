/** What the operator sets for all agencies, kept in the record where it bears on who may do what. */
import { system } from './claims.js';
import type { Entries, Recorder, Registered } from './entries.js';

type DefaultSet = Readonly<{ type: 'SecondFactorDefaultSet'; data: Readonly<{ demanded: boolean }> }>;

const stream = 'installation';

export class Installation {
  constructor(private readonly entries: Entries) {}

  /** Entered where it is not as it was: that it is demanded is so by itself, and needs no entry at the first start. */
  async secondFactorDefault(demanded: boolean, by: Recorder): Promise<void> {
    await this.entries.goOn<DefaultSet>(stream, by, (events) => {
      const before = events.at(-1)?.data.demanded ?? true;
      return before === demanded
        ? undefined
        : { event: { type: 'SecondFactorDefaultSet', data: { demanded } }, agency: system };
    });
  }

  async history(): Promise<readonly Registered[]> {
    return this.entries.history(stream);
  }
}
