import type { AgencyLists } from './agency-lists.js';
import { aucl, type Citation, fsl, policy } from './citation.js';
import { covers, type Dated } from './dated.js';
import { type LocalDate } from './dates.js';
import { isProvisionOf, plainly, withinMatters, type Applied, type Matter } from './matters.js';

/** What such an article makes a trader prove (免予处罚、不予处罚的条件). */
export const exemptionConditions = [
  'duties-done', // 履行进货查验等义务
  'unaware', // 不知道
  'source-stated', // 如实说明进货来源、说明提供者
  'lawfully-acquired', // 合法取得
  'other', // 该条规定的其他条件
] as const;
export type ExemptionCondition = (typeof exemptionConditions)[number];

/** What is confiscated all the same: nothing, the goods, or the gains as well. */
export const exemptionTakings = ['nothing', 'goods', 'goods-and-gains'] as const;
export type ExemptionTaking = (typeof exemptionTakings)[number];

/** An article of a special law that lets a trader go unpunished (特别法的免予处罚). */
export type SpecialLaw = Dated &
  Applied &
  Readonly<{
    takes: ExemptionTaking;
    conditions: readonly ExemptionCondition[];
    /** The provisions whose breach it lets off; absent: whatever else its own law has. */
    of?: readonly Applied[];
    /** Of its own law, what punishes something else; the rest of that law is only what is broken with it. */
    notOf?: readonly Applied[];
  }>;

/** `sure` false: not read here; it is used by an agency whose own list has it, and with no fewer conditions. */
type Known = SpecialLaw & Readonly<{ sure: boolean; cites: Citation }>;

const unread = (law: string, article: string) =>
  policy(
    `《${law}》第${article}条未核对原文，由机关清单确认；article ${article} of that law was not read, and is confirmed by the list of the agency`,
  );

const articlesFrom = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index));

export const specialLaws: readonly Known[] = [
  {
    law: '食品安全法',
    article: '136',
    validFrom: '2015-10-01',
    takes: 'goods',
    conditions: ['duties-done', 'unaware', 'source-stated'],
    // Food below the standard (34, 123–125): no business without a permit, no record that was not kept.
    of: ['34', '123', '124', '125'].map((article) => ({ law: '食品安全法', article })),
    // Whoever goes on knowingly (123(2)), or after an order to recall (124(1)(9)), is not unaware.
    notOf: [
      ...['122', '123(2)', '124(1)(9)', ...articlesFrom(126, 135)].map((article) => ({
        law: '食品安全法',
        article,
      })),
      ...articlesFrom(67, 85).map((article) => ({ law: '食品安全法实施条例', article })),
    ],
    sure: true,
    cites: fsl(136),
  },
  {
    law: '反不正当竞争法',
    article: '23(2)',
    validFrom: '2025-10-15',
    takes: 'nothing',
    conditions: ['unaware', 'lawfully-acquired', 'source-stated'],
    of: ['7', '23'].map((article) => ({ law: '反不正当竞争法', article })),
    sure: true,
    cites: aucl(23, 2),
  },
  {
    law: '商标法',
    article: '60(2)',
    validFrom: '2014-05-01',
    takes: 'nothing',
    conditions: ['unaware', 'lawfully-acquired', 'source-stated'],
    sure: false,
    cites: unread('商标法', '60'),
  },
  {
    law: '化妆品监督管理条例',
    article: '68',
    validFrom: '2021-01-01',
    takes: 'goods',
    conditions: ['duties-done', 'unaware'],
    sure: false,
    cites: unread('化妆品监督管理条例', '68'),
  },
  {
    law: '医疗器械监督管理条例',
    article: '87',
    validFrom: '2021-06-01',
    takes: 'goods',
    conditions: ['duties-done', 'unaware', 'source-stated'],
    sure: false,
    cites: unread('医疗器械监督管理条例', '87'),
  },
];

/** An article of which a paragraph alone is known here lets nobody off as a whole. */
const isWider = (row: SpecialLaw): boolean =>
  specialLaws.some((known) => isProvisionOf(known, row) && !isProvisionOf(row, known));

const among = <Row extends SpecialLaw>(rows: readonly Row[], named: Applied, day: LocalDate) =>
  rows.find(
    (row) => covers(row, day) && row.conditions.length > 0 && isProvisionOf(named, row) && !isWider(row),
  );

const more = (one: ExemptionTaking, other: ExemptionTaking): ExemptionTaking =>
  exemptionTakings.indexOf(one) < exemptionTakings.indexOf(other) ? other : one;

/**
 * The article as it may be applied on that day: of those known here, or of the agency's own list. What both have asks
 * the conditions of both; what was read here takes what it takes, of what was not the heavier of both counts. Nobody is
 * let off without a condition.
 */
export const specialLawOn = (
  { specialLaws: own = [] }: Pick<AgencyLists, 'specialLaws'>,
  named: Applied,
  day: LocalDate,
): SpecialLaw | undefined => {
  const [known, listed] = [among(specialLaws, named, day), among(own, named, day)];
  if (known === undefined) return listed;
  if (listed === undefined) return known.sure ? known : undefined;
  const conditions = [...new Set([...known.conditions, ...listed.conditions])];
  return {
    ...listed,
    ...(known.of && { of: known.of }),
    ...(known.notOf && { notOf: known.notOf }),
    takes: known.sure ? known.takes : more(known.takes, listed.takes),
    conditions,
  };
};

const mattersOf = (provisions: readonly Applied[]): readonly Matter[] =>
  provisions.map(({ law, article }) => ({ title: '', law, articles: [article] }));

/**
 * Whether all that a breach is punished by is what the article lets off, or that article itself. Where it is known what
 * else is punished, the law's other provisions, and those of its regulation, may be broken along with it.
 */
export const letsOffBreachOf = (row: SpecialLaw, basis: readonly Applied[]): boolean => {
  const itsLaw = plainly(row.law);
  const provisions = mattersOf(
    row.of === undefined ? basis.filter(({ law }) => plainly(law) === itsLaw) : [...row.of, row],
  );
  const { notOf } = row;
  if (notOf === undefined) return withinMatters(basis, provisions);
  const along = mattersOf(basis.filter(({ law }) => plainly(law).startsWith(itsLaw)));
  return (
    basis.some((one) => withinMatters([one], provisions)) &&
    !basis.some((one) => notOf.some((other) => isProvisionOf(one, other))) &&
    withinMatters(basis, [...provisions, ...along])
  );
};

/** Rows of an earlier list go on by their own dates, unless the later one has the article. */
export const specialLawsOfBoth = (
  earlier: readonly SpecialLaw[],
  later: readonly SpecialLaw[],
): readonly SpecialLaw[] => [
  ...later,
  ...earlier.filter((row) => !later.some((one) => isProvisionOf(row, one) && isProvisionOf(one, row))),
];
