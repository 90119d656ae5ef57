import { articleKey, mattersMeet, withinMatters, type Matter } from './matters.js';

const expired: Matter = {
  title: '对使用超过保质期的食品原料生产食品的处罚',
  law: '《中华人民共和国食品安全法》',
  articles: ['第三十四条', '第一百二十四条第一款第（二）项'],
};
const applied = (article: string, law = '食品安全法') => ({ law, article });

describe('A provision is the same however it is written', () => {
  it.each([
    ['第一百二十四条第一款第（二）项', '124(1)(2)'],
    ['第124条第1款第2项', '124(1)(2)'],
    ['124（1）（2）', '124(1)(2)'],
    ['第三十四条第（三）项', '34(1)(3)'],
    ['第十条', '10'],
    ['第一百零五条', '105'],
    ['第一百一十条第四款', '110(4)'],
    ['第二十条之一', '20-1'],
    ['相关规定', '相关规定'],
    ['第三十四条、第一百二十四条', '第三十四条、第一百二十四条'],
  ])('%s', (article, key) => {
    expect(articleKey(article)).toBe(key);
  });
});

describe('What a case applies is within a list', () => {
  it.each([
    ['the article that is listed', [applied('34')]],
    ['an item of it', [applied('第三十四条第（三）项'), applied('124(1)(2)')]],
    ['with what measures the penalty', [applied('34(3)'), applied('28', '行政处罚法')]],
  ])('%s', (_, all) => {
    expect(withinMatters(all, [expired])).toBe(true);
  });

  it.each([
    ['another article that begins alike', [applied('345')]],
    ['one inserted after it', [applied('第三十四条之一')]],
    ['another item', [applied('124(1)(1)')]],
    ['the whole of which an item is listed', [applied('124')]],
    ['another law', [applied('34', '产品质量法')]],
    ['one that is listed and one that is not', [applied('34'), applied('125')]],
    ['several in one word', [applied('34(1)、125')]],
    ['nothing but the measure of the penalty', [applied('28', '行政处罚法')]],
    ['nothing', []],
  ])('but not %s', (_, all) => {
    expect(withinMatters(all, [expired])).toBe(false);
  });
});

it('lists meet where one has something of the other', () => {
  const of = (...articles: string[]): Matter => ({ title: '处罚', law: '食品安全法', articles });
  expect(mattersMeet([expired], [of('124')])).toBe(true);
  expect(mattersMeet([of('124')], [expired])).toBe(true);
  expect(mattersMeet([expired], [of('125', '124(1)(1)')])).toBe(false);
});
