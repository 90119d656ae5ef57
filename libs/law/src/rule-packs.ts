import { type Citation, type Law, longCite, policy, shortCite } from './citation.js';
import { sameText } from './plain-text.js';
import { type TimeLimit } from './time-limit.js';
import { timeLimits } from './time-limits.js';

/**
 * What a kind of bureau (执法领域) is bound by: the rules that are its own, and the periods they set.
 * `domains` are the words an agency is registered with; `laws` the texts that bind it besides the statutes.
 */
export type RulePack = Readonly<{
  id: string;
  zh: string;
  en: string;
  domains: readonly string[];
  laws: readonly Law[];
  limits: readonly TimeLimit[];
}>;

/** Departmental rules: they bind the bureaus of one ministry; every other text binds all. */
const departmental: readonly Law[] = [
  'SAMR-P',
  'SAMR-H',
  'SAMR-C',
  'SAMR-C-old',
  'SAMR-Pub',
  'SAMR-Rep',
  'SAMR-List',
  'SAMR-Spot',
  'SAMR-Sup',
  'MEE-P',
];

export const marketSupervision: RulePack = {
  id: 'market-supervision',
  zh: '市场监督管理',
  en: 'market supervision',
  domains: ['market-supervision'],
  laws: departmental.filter((law) => law.startsWith('SAMR')),
  limits: [],
};

const binds = ({ laws }: RulePack, cites: Citation): boolean =>
  'policy' in cites || laws.includes(cites.law) || !departmental.includes(cites.law);

/**
 * A citation as a bureau of that kind sees it: law where it binds the bureau; a rule of another ministry is checked
 * there too, but as a standard of the program's own that names its source.
 */
export const citedFor = (pack: RulePack, cites: Citation): Citation =>
  binds(pack, cites)
    ? cites
    : policy(
        `本系统的办案标准，取自${longCite(cites)}；A standard of this system, taken from ${shortCite(cites)}`,
      );

/** The clocks of one kind of bureau: the national ones and those of its own rules, never another ministry's. */
export const limitsOf = (pack: RulePack): readonly TimeLimit[] => {
  const own = new Set(pack.limits.map(({ id }) => id));
  return [
    ...timeLimits.filter(({ id, cites }) => !own.has(id) && cites.some((one) => binds(pack, one))),
    ...pack.limits,
  ];
};

/** The pack of an agency of that domain; the default pack where none names it. */
export const packOf = (packs: readonly RulePack[], domain: string | undefined): RulePack =>
  packs.find(({ domains }) => domain !== undefined && domains.some((one) => sameText(one, domain))) ??
  marketSupervision;
