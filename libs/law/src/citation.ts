import { type LocalDate } from './dates.js';

export type Law =
  | 'APL'
  | 'ACL'
  | 'SAMR-P'
  | 'SAMR-H'
  | 'SAMR-C'
  | 'SAMR-C-old'
  | 'SAMR-Pub'
  | 'SAMR-Rep'
  | 'SAMR-List'
  | 'SAMR-Spot'
  | 'SAMR-Sup'
  | 'TRANS'
  | 'ARL'
  | 'ALL'
  | 'SPC'
  | 'CPL'
  | 'USCC'
  | 'HOL'
  | 'PIPL'
  | 'MEE-P'
  | 'ESP'
  | 'ESR'
  | 'FSL'
  | 'AUCL';

type Text = Readonly<{ zh: string; en: string; inForceFrom: LocalDate; inForceTo?: LocalDate }>;

/** The texts we cite, in the version we read; inForceTo is the last day in force. */
export const laws: Readonly<Record<Law, Text>> = {
  APL: { zh: '行政处罚法', en: 'Administrative Penalty Law', inForceFrom: '2021-07-15' },
  ACL: { zh: '行政强制法', en: 'Administrative Coercion Law', inForceFrom: '2012-01-01' },
  'SAMR-P': {
    zh: '市场监督管理行政处罚程序规定',
    en: 'SAMR Provisions on Administrative Penalty Procedure',
    inForceFrom: '2021-07-15',
  },
  'SAMR-H': {
    zh: '市场监督管理行政处罚听证办法',
    en: 'SAMR Measures on Penalty Hearings',
    inForceFrom: '2021-07-15',
  },
  'SAMR-C': {
    zh: '市场监督管理投诉举报处理办法',
    en: 'SAMR Measures on Handling Complaints and Reports',
    inForceFrom: '2026-04-15',
  },
  'SAMR-C-old': {
    zh: '市场监督管理投诉举报处理暂行办法',
    en: 'SAMR Interim Measures on Handling Complaints and Reports',
    inForceFrom: '2020-01-01',
    inForceTo: '2026-04-14',
  },
  'SAMR-Pub': {
    zh: '市场监督管理行政处罚信息公示规定',
    en: 'SAMR Provisions on Publicity of Penalty Information',
    inForceFrom: '2021-09-01',
  },
  'SAMR-Rep': {
    zh: '市场监督管理信用修复管理办法',
    en: 'SAMR Measures on Credit Repair',
    inForceFrom: '2025-12-25',
  },
  'SAMR-List': {
    zh: '市场监督管理严重违法失信名单管理办法',
    en: 'SAMR Measures on the Seriously Illegal and Dishonest List',
    inForceFrom: '2021-09-01',
  },
  'SAMR-Spot': {
    zh: '企业公示信息抽查办法',
    en: 'Measures on Spot Checks of Enterprise Publicity',
    inForceFrom: '2025-05-01',
  },
  'SAMR-Sup': {
    zh: '市场监督管理执法监督规定',
    en: 'SAMR Provisions on Enforcement Supervision',
    inForceFrom: '2025-05-01',
  },
  TRANS: {
    zh: '行政执法机关移送涉嫌犯罪案件的规定',
    en: 'Provisions on Transfer of Suspected Crime Cases',
    inForceFrom: '2020-08-07',
  },
  ARL: { zh: '行政复议法', en: 'Administrative Reconsideration Law', inForceFrom: '2024-01-01' },
  ALL: { zh: '行政诉讼法', en: 'Administrative Litigation Law', inForceFrom: '2017-07-01' },
  SPC: {
    zh: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    en: 'SPC Interpretation on the Administrative Litigation Law',
    inForceFrom: '2018-02-08',
  },
  CPL: { zh: '民事诉讼法', en: 'Civil Procedure Law', inForceFrom: '2024-01-01' },
  USCC: {
    zh: '组织机构统一社会信用代码管理办法',
    en: 'Measures on Unified Social Credit Codes',
    inForceFrom: '2026-02-01',
  },
  HOL: {
    zh: '全国年节及纪念日放假办法',
    en: 'Regulation on National Holidays',
    inForceFrom: '2025-01-01',
  },
  PIPL: { zh: '个人信息保护法', en: 'Personal Information Protection Law', inForceFrom: '2021-11-01' },
  'MEE-P': {
    zh: '生态环境行政处罚办法',
    en: 'Measures on Ecological and Environmental Penalties',
    inForceFrom: '2023-07-01',
  },
  ESP: {
    zh: '企业标准化促进办法',
    en: 'Measures for the Promotion of Enterprise Standardisation',
    inForceFrom: '2024-01-01',
  },
  ESR: {
    zh: '行政执法监督条例',
    en: 'Regulation on the Supervision of Administrative Enforcement',
    inForceFrom: '2026-02-01',
  },
  FSL: { zh: '食品安全法', en: 'Food Safety Law', inForceFrom: '2015-10-01' },
  AUCL: { zh: '反不正当竞争法', en: 'Anti-Unfair Competition Law', inForceFrom: '2025-10-15' },
};

export const isLaw = (name: string): name is Law => Object.hasOwn(laws, name);

/** The article of a sentence of law, with the dates between which it is in force (inForceTo inclusive). */
export type LawCitation = Readonly<{
  law: Law;
  article: string;
  paragraph?: number;
  item?: number;
  inForceFrom: LocalDate;
  inForceTo?: LocalDate;
}>;

/** Our own reading, an agency's policy or a guidance: 'Chinese；English'. Never shown as law. */
export type PolicyCitation = Readonly<{ policy: string }>;

export type Citation = LawCitation | PolicyCitation;

type Cite = (article: number | string, paragraph?: number, item?: number) => LawCitation;

/** A sentence of a text, in force as long as the text is. */
export const citing =
  (law: Law): Cite =>
  (article, paragraph, item) => {
    const { inForceFrom, inForceTo } = laws[law];
    return {
      law,
      article: String(article),
      ...(paragraph !== undefined && { paragraph }),
      ...(item !== undefined && { item }),
      inForceFrom,
      ...(inForceTo !== undefined && { inForceTo }),
    };
  };

export const apl = citing('APL');
export const acl = citing('ACL');
export const samrP = citing('SAMR-P');
export const samrH = citing('SAMR-H');
export const samrC = citing('SAMR-C');
export const samrCOld = citing('SAMR-C-old');
export const samrPub = citing('SAMR-Pub');
export const samrRep = citing('SAMR-Rep');
export const samrList = citing('SAMR-List');
export const samrSpot = citing('SAMR-Spot');
export const samrSup = citing('SAMR-Sup');
export const trans = citing('TRANS');
export const arl = citing('ARL');
export const all = citing('ALL');
export const spc = citing('SPC');
export const cpl = citing('CPL');
export const pipl = citing('PIPL');
export const usccMeasures = citing('USCC');
export const esp = citing('ESP');
export const esr = citing('ESR');
export const fsl = citing('FSL');
export const aucl = citing('AUCL');

export const policy = (says: string): PolicyCitation => ({ policy: says });

/** The same sentence, in force between other dates than the text that contains it. */
export const inForce = (cites: LawCitation, from: LocalDate, to?: LocalDate): LawCitation => ({
  ...cites,
  inForceFrom: from,
  ...(to !== undefined && { inForceTo: to }),
});

/** 'APL 58(1)', 'APL 57(1)(4)', 'POLICY …'. */
export const shortCite = (cites: Citation): string => {
  if ('policy' in cites) return `POLICY ${cites.policy}`;
  const parts = [cites.paragraph, cites.item].filter((part) => part !== undefined);
  return `${cites.law} ${cites.article}${parts.map((part) => `(${part})`).join('')}`;
};

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

const below100 = (n: number, afterHundred: boolean): string => {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : (digits[n % 10] ?? '');
  if (tens === 0) return afterHundred && ones !== '' ? `零${ones}` : ones;
  return `${tens === 1 && !afterHundred ? '' : (digits[tens] ?? '')}十${ones}`;
};

const chineseNumeral = (text: string): string => {
  const n = Number(text);
  if (!/^[1-9]\d{0,2}$/.test(text)) return text;
  if (n < 100) return below100(n, false);
  return `${digits[Math.floor(n / 100)] ?? ''}百${below100(n % 100, true)}`;
};

/** '《行政处罚法》第五十七条第一款第（四）项'; a policy unchanged. */
export const longCite = (cites: Citation): string => {
  if ('policy' in cites) return cites.policy;
  const paragraph = cites.paragraph === undefined ? '' : `第${chineseNumeral(String(cites.paragraph))}款`;
  const item = cites.item === undefined ? '' : `第（${chineseNumeral(String(cites.item))}）项`;
  return `《${laws[cites.law].zh}》第${chineseNumeral(cites.article)}条${paragraph}${item}`;
};

/** Whether a citation is the wanted one, or part of it: 'APL 58' is met by APL 58(1), not the reverse. */
export const meets = (pattern: string, cites: Citation): boolean => {
  const wanted = pattern.trim();
  const given = shortCite(cites);
  if ('policy' in cites) return wanted === 'POLICY' || wanted === given;
  return given === wanted || given.startsWith(`${wanted}(`);
};
