import { switchable, type RulePack, type SwitchedOff } from '@anjuan/law';
import { date } from './dates.js';
import { fields, oneOf, readPage, someOf, text } from './page.js';
import { gather, refusedAt } from './refused.js';
import type { Loaded } from './years.js';

const row = fields({ provision: oneOf(...switchable), why: text, validFrom: date }, { validTo: date });
const form = fields({ domains: someOf(text), off: someOf(row) }, {});

const overlap = (one: SwitchedOff, other: SwitchedOff): boolean =>
  one.provision === other.provision &&
  one.validFrom <= (other.validTo ?? '9999-12-31') &&
  other.validFrom <= (one.validTo ?? '9999-12-31');

/** Provisions that the bureaus of some fields do not ask. Throws RuleDataRefused. */
export const readSwitches = (file: string, yaml: string): readonly SwitchedOff[] =>
  readPage(file, yaml, (page) => {
    const read = form(page);
    const domains = read.domains.map(({ value }) => value);
    return read.off.map(({ value, place }, index) => {
      const one = { ...value, domains };
      const { provision, validFrom, validTo } = one;
      if (validTo !== undefined && validTo < validFrom)
        place.refuse(`${provision} 起止颠倒；it ends before it begins`);
      if (read.off.slice(0, index).some((before) => overlap({ ...before.value, domains }, one)))
        place.refuse(`${provision} 期间重叠；its periods overlap`);
      return one;
    });
  });

/** The switches of all files: of fields that a pack names, and no provision of a field twice at a time. */
export const inOrder = (
  files: readonly Loaded<readonly SwitchedOff[]>[],
  packs: readonly RulePack[],
): readonly SwitchedOff[] => {
  const known = packs.flatMap(({ domains }) => domains);
  gather(
    files.map(({ place, value }, index) => () => {
      const stranger = value.flatMap(({ domains }) => domains).find((domain) => !known.includes(domain));
      if (stranger !== undefined)
        throw refusedAt(
          place,
          1,
          'domains',
          `没有规则包写明领域“${stranger}”，可用的为 ${known.join('、')}；no pack names the field ${stranger}: known are ${known.join(', ')}`,
        );
      const others = files.slice(0, index).flatMap((file) => file.value);
      const twice = value.find((one) =>
        others.some(
          (other) => overlap(one, other) && one.domains.some((domain) => other.domains.includes(domain)),
        ),
      );
      if (twice)
        throw refusedAt(
          place,
          1,
          'off',
          `${twice.provision} 与另一文件的期间重叠；its periods overlap those of another file`,
        );
    }),
  );
  return files.flatMap(({ value }) => value);
};
