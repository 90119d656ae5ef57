import {
  knownOn,
  limitsOf,
  packOf,
  sameText,
  switchedOffOn,
  type Calendar,
  type LocalDate,
  type RulePack,
  type SwitchedOff,
  type TimeLimit,
} from '@anjuan/law';
import type { RuleData, RuleSource } from '@anjuan/rule-data';

/** The calendar and the periods of each kind of bureau, as the data files gave them at the start. */
export class Rules {
  readonly calendar: Calendar;
  readonly packs: RuleData['packs'];
  /** Each file of rules: its content's SHA-256 and what it covers, or why it was not read. */
  readonly sources: readonly RuleSource[];

  readonly #switches: RuleData['switches'];

  constructor({ calendar, packs, switches, sources }: RuleData) {
    this.#switches = switches;
    this.calendar = calendar;
    this.packs = packs;
    this.sources = sources;
  }

  /** The holiday tables as they were published on that day. */
  calendarOn(day: LocalDate): Calendar {
    return knownOn(this.calendar, day);
  }

  /** Ids of the provisions that a bureau of that field does not ask on that day. */
  switchedOff(domain: string | undefined, day: LocalDate): readonly string[] {
    return switchedOffOn(this.#switches, domain, day);
  }

  /** Everything that a bureau of that field ever switched off, with its days and why. */
  switches(domain: string | undefined): readonly SwitchedOff[] {
    return this.#switches.filter(
      ({ domains }) => domain !== undefined && domains.some((one) => sameText(one, domain)),
    );
  }

  /** The rules of the kind of bureau that has that field. */
  packOf(domain: string | undefined): RulePack {
    return packOf(this.packs, domain);
  }

  limits(domain: string | undefined): readonly TimeLimit[] {
    return limitsOf(this.packOf(domain));
  }
}
