/** Matters of penalty power (行政处罚事项) that one body has of another: a list by laws and articles. APL 20(2), 24. */

/** One item of such a list: what is punished, under which articles of which law. */
export type Matter = Readonly<{ title: string; law: string; articles: readonly string[] }>;
/** A provision as a case applies it. */
export type Applied = Readonly<{ law: string; article: string }>;

/** What an organisation is entrusted to do (权限), APL 20(2). Measures of coercion and decisions are never among it. */
export const entrustablePowers = ['investigate', 'on-the-spot', 'serve', 'execute'] as const;
export type EntrustablePower = (typeof entrustablePowers)[number];

/** With what an organisation is entrusted on a day (委托, APL 20). */
export type Entrusted = Readonly<{ matters: readonly Matter[]; powers: readonly EntrustablePower[] }>;
/** With what a township or street office is charged on a day (交由, APL 24); `measures`: of coercion too. */
export type Delegated = Readonly<{ matters: readonly Matter[]; measures: boolean }>;

/** However a law is called: 《中华人民共和国食品安全法》, 食品安全法. */
export const plainly = (text: string): string =>
  text.normalize('NFKC').replace(/[\s《》]|中华人民共和国/g, '');

const digits = '零一二三四五六七八九';
const inDigits = (numeral: string): string => {
  let [sum, last] = [0, 0];
  for (const one of numeral.replace('〇', '零')) {
    if (/\d/.test(one)) return String(Number(numeral));
    const digit = digits.indexOf(one);
    if (digit < 0) sum += (last === 0 ? 1 : last) * (one === '百' ? 100 : 10);
    last = Math.max(digit, 0);
  }
  return String(sum + last);
};

const numeral = '[零〇一二三四五六七八九十百]+|\\d+';
const written = new RegExp(
  `^第?(${numeral})条(?:之(${numeral}))?(?:第?(${numeral})款)?(?:第?\\(?(${numeral})\\)?项)?$`,
  'u',
);
const short = /^\d+(?:-\d+)?(?:\(\d+\)){0,2}$/;

/**
 * 第一百二十四条第一款第（二）项 as 124(1)(2). An item without a paragraph is of an article of one. What is no single
 * provision stays as it is, and is within nothing but itself.
 */
export const articleKey = (article: string): string => {
  const plain = plainly(article);
  const [, of, inserted, paragraph, item] = written.exec(plain) ?? [];
  if (of === undefined) return plain;
  return [
    inDigits(of),
    inserted === undefined ? '' : `-${inDigits(inserted)}`,
    ...[paragraph ?? (item === undefined ? undefined : '一'), item].map((part) =>
      part === undefined ? '' : `(${inDigits(part)})`,
    ),
  ].join('');
};

/** One provision, or an article with all that is in it. */
export const isOneProvision = (article: string): boolean => short.test(articleKey(article));

const isUnder = (narrow: string, wide: string): boolean =>
  narrow === wide || (short.test(narrow) && short.test(wide) && narrow.startsWith(`${wide}(`));

const sameLaw = (one: string, other: string): boolean => plainly(one) === plainly(other);

/** The law of penalties itself measures a penalty (APL 28–33), and is no matter of its own. */
const isMeasure = ({ law }: Applied): boolean => sameLaw(law, '行政处罚法');

const covers = ({ law, articles }: Matter, applied: Applied): boolean =>
  sameLaw(law, applied.law) && articles.some((one) => isUnder(articleKey(applied.article), articleKey(one)));

/** Whether every provision applied is on the list: where none but the measure of the penalty is, nothing is. */
export const withinMatters = (applied: readonly Applied[], matters: readonly Matter[]): boolean => {
  const punished = applied.filter((one) => !isMeasure(one));
  return punished.length > 0 && punished.every((one) => matters.some((matter) => covers(matter, one)));
};

/** Whether something is on both lists. */
export const mattersMeet = (these: readonly Matter[], those: readonly Matter[]): boolean => {
  const meet = (one: Matter, other: Matter): boolean =>
    one.articles.some((article) => covers(other, { law: one.law, article }));
  return these.some((one) => those.some((other) => meet(one, other) || meet(other, one)));
};
