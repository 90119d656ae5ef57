import { switchable, type SwitchedOff } from '@anjuan/law';
import { date } from './dates.js';
import { fields, listOf, oneOf, readPage, text } from './page.js';

const row = fields({ provision: oneOf(...switchable), why: text, validFrom: date }, { validTo: date });
const form = fields({ domains: listOf(text), off: listOf(row) }, {});

/** Provisions that the bureaus of some fields do not ask. Throws RuleDataRefused. */
export const readSwitches = (file: string, yaml: string): readonly SwitchedOff[] =>
  readPage(file, yaml, (page) => {
    const { domains, off } = form(page);
    off.forEach(({ value, place }, index) => {
      const { provision, validFrom, validTo = '9999-12-31' } = value;
      if (validTo < validFrom) place.refuse(`${provision} 起止颠倒；it ends before it begins`);
      const over = off
        .slice(0, index)
        .some(
          ({ value: one }) =>
            one.provision === provision &&
            one.validFrom <= validTo &&
            validFrom <= (one.validTo ?? '9999-12-31'),
        );
      if (over) place.refuse(`${provision} 期间重叠；its periods overlap`);
    });
    return off.map(({ value }) => ({ ...value, domains: domains.map((domain) => domain.value) }));
  });
