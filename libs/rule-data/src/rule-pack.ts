import {
  addDays,
  citing,
  clockOf,
  isLaw,
  longestPeriod,
  timeLimitIds,
  type Citation,
  type Law,
  type RulePack,
  type TimeLimit,
} from '@anjuan/law';
import { date } from './dates.js';
import {
  fields,
  listOf,
  oneOf,
  placed,
  readPage,
  someOf,
  text,
  wholeNumber,
  type Place,
  type Reader,
} from './page.js';

const law: Reader<Law> = (place) => {
  const name = text(place);
  return isLaw(name) ? name : place.refuse(`未收录的法律 ${name}；no such law is known`);
};

/** `MEE-P 68`, `APL 57(1)(4)`. */
const citation: Reader<Citation> = (place) => {
  const [, name = '', article = '', paragraph, item] =
    /^(\S+) (\d+)(?:\((\d+)\))?(?:\((\d+)\))?$/.exec(text(place)) ?? [];
  if (!isLaw(name)) return place.refuse('须写作“APL 57(1)”；write it as "APL 57(1)"');
  const part = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  return citing(name)(article, part(paragraph), part(item));
};

const limitForm = fields(
  {
    id: oneOf(...timeLimitIds),
    zh: text,
    en: text,
    length: placed(wholeNumber),
    unit: oneOf('wd', 'd', 'mo', 'y'),
    roll: oneOf('none', 'publicHoliday', 'anyNonWorkingDay'),
    effect: oneOf('lapse', 'gate', 'alarm'),
    cites: someOf(citation),
    validFrom: date,
  },
  { validTo: date },
);

const limit: Reader<TimeLimit> = (place) => {
  const { cites, validTo, length, ...rest } = limitForm(place);
  if (length.value > longestPeriod[rest.unit])
    length.place.refuse(
      `以 ${rest.unit} 计不得超过 ${String(longestPeriod[rest.unit])}；at most ${String(longestPeriod[rest.unit])} ${rest.unit}`,
    );
  return {
    ...clockOf(rest.id),
    ...rest,
    length: length.value,
    cites: cites.map(({ value }) => value),
    ...(validTo !== undefined && { validTo }),
  };
};

const form = fields(
  {
    id: text,
    zh: text,
    en: text,
    domains: someOf(text),
    laws: listOf(law),
    limits: listOf(limit),
  },
  {},
);

type Version = Readonly<{ value: TimeLimit; place: Place }>;

/** Versions of one clock follow each other without overlap and without a day between them. */
const followEachOther = (versions: readonly Version[]): void => {
  for (const id of new Set(versions.map(({ value }) => value.id))) {
    const own = versions
      .filter(({ value }) => value.id === id)
      .sort((a, b) => (a.value.validFrom < b.value.validFrom ? -1 : 1));
    own.forEach(({ value, place }, index) => {
      if (value.validTo !== undefined && value.validTo < value.validFrom)
        place.refuse(`${id} 起止颠倒；it ends before it begins`);
      const next = own[index + 1];
      if (next === undefined) return;
      const ends = value.validTo ?? '9999-12-31';
      if (next.value.validFrom <= ends)
        next.place.refuse(
          `${id} 与 ${value.validFrom} 起的版本重叠；overlaps the version from ${value.validFrom}`,
        );
      if (next.value.validFrom > addDays(ends, 1))
        next.place.refuse(`${id} 自 ${addDays(ends, 1)} 起有空档；a gap from ${addDays(ends, 1)}`);
    });
  }
};

/** One kind of bureau's own rules (规则包). Throws RuleDataRefused. */
export const readRulePack = (file: string, yaml: string): RulePack =>
  readPage(file, yaml, (page) => {
    const { domains, laws, limits, ...rest } = form(page);
    followEachOther(limits);
    return {
      ...rest,
      domains: domains.map(({ value }) => value),
      laws: laws.map(({ value }) => value),
      limits: limits.map(({ value }) => value),
    };
  });
