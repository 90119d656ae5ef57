import { limitsOf, packOf, type Calendar, type TimeLimit } from '@anjuan/law';
import type { RuleData } from '@anjuan/rule-data';

/** The calendar and the periods of each kind of bureau, as the data files gave them at the start. */
export class Rules {
  readonly calendar: Calendar;
  readonly packs: RuleData['packs'];

  constructor({ calendar, packs }: RuleData) {
    this.calendar = calendar;
    this.packs = packs;
  }

  limits(domain: string | undefined): readonly TimeLimit[] {
    return limitsOf(packOf(this.packs, domain));
  }
}
