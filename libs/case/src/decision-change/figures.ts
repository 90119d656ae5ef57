/** What a text says of amounts, terms and articles, however the numbers are written. */
const digits: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Array.from('零一二三四五六七八九', (sign, value) => [sign, value])),
  ...Object.fromEntries(Array.from('〇壹贰叁肆伍陆柒捌玖', (sign, value) => [sign, value])),
  两: 2,
};
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const large: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const number =
  '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟])[\\d.零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]*';

/** 18.4万, 十八万四千, 184000: the same number. */
export const valueOf = (text: string): number => {
  const arabic = /^(\d+(?:\.\d+)?)(.*)$/.exec(text);
  if (arabic !== null)
    return Array.from(arabic[2] ?? '').reduce(
      (value, sign) => value * (units[sign] ?? large[sign] ?? 1),
      Number(arabic[1]),
    );
  let [sum, part, last] = [0, 0, 0];
  for (const sign of text) {
    const unit = units[sign];
    const big = large[sign];
    if (unit !== undefined) [part, last] = [part + (last === 0 ? 1 : last) * unit, 0];
    else if (big !== undefined) [sum, part, last] = [(sum + part + last) * big, 0, 0];
    else last = last * (last === 0 ? 1 : 10) + (digits[sign] ?? 0);
  }
  return sum + part + last;
};

/** Full-width signs as plain ones, and no commas inside a number. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/(?<=\d)[,\s](?=\d)/g, '');

const dates = new RegExp(
  `(?:[\\d〇零一二三四五六七八九]{4}年)(?:${number}月(?:${number}日)?)?|${number}月${number}日`,
  'g',
);
const amount = new RegExp(`[¥$]\\s*(${number})|(${number})\\s*(?:余|多)?(?:元|圆|(?<=万|亿))`, 'g');
const term = new RegExp(`(${number})(年|个月|日|天)`, 'g');
const article = new RegExp(`第(${number})(条|款|项|目)`, 'g');
/** Not the number of a house, a document or an article. */
const bare = /(?<![\d.])(\d+(?:\.\d+)?)(?![\d.]|号|室|院|楼|层|栋|幢|座|单元|弄|巷|条|款|项|目|年|万|亿)/g;

const found = (text: string, pattern: RegExp): readonly (readonly string[])[] =>
  [...text.matchAll(pattern)].map((match) => match.slice(1).filter(Boolean));
const values = (text: string, pattern: RegExp): readonly string[] =>
  found(text, pattern).map(([value = '', unit = '']) => `${String(valueOf(value))}${unit}`);

export const amountsIn = (text: string): readonly string[] => values(text, amount);
export const articlesIn = (text: string): readonly string[] => values(text, article);
export const termsIn = (text: string): readonly string[] => values(text.replaceAll(dates, ' '), term);
export const figuresIn = (text: string): readonly number[] =>
  found(text.replaceAll(dates, ' '), bare).map(([value = '']) => Number(value));
