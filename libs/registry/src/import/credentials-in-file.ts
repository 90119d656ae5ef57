import type { Credential } from '@anjuan/case';
import { folded } from '@anjuan/law';
import { taken, validTogether } from '../credential-numbers.js';
import type { Standing } from '../person.js';
import type { ImportedChange } from './import-line.js';

type Holder = Readonly<{ line: number; of: string; person: string | undefined }>;
type Held = Credential & Readonly<{ holder: string; isElsewhere: boolean }>;

/** Which credential numbers have a holder, in the registry and in the lines before. */
export class CredentialsInFile {
  readonly #held = new Map<string, Held[]>();

  constructor(everybody: readonly Standing[], here: string) {
    for (const { person, agency, credentials } of everybody)
      for (const credential of credentials)
        this.#add({ ...credential, holder: person, isElsewhere: agency !== here });
  }

  /** @throws RegistryRefusal */
  claim({ of, person }: Holder, change: ImportedChange): void {
    if (change.type !== 'CredentialIssued') return;
    const holder = person ?? `new ${folded(of)}`;
    const same = this.#held.get(folded(change.data.number)) ?? [];
    const other = same.find((held) => held.holder !== holder && validTogether(held, change.data));
    if (other) throw taken(change.data.number, other.isElsewhere ? undefined : other);
    this.#add({ ...change.data, holder, isElsewhere: false });
  }

  #add(held: Held): void {
    const number = folded(held.number);
    this.#held.set(number, [...(this.#held.get(number) ?? []), held]);
  }
}
