import fc from 'fast-check';
import {
  acl,
  all,
  apl,
  arl,
  cpl,
  inForce,
  laws,
  longCite,
  meets,
  pipl,
  policy,
  samrC,
  samrH,
  samrP,
  samrPub,
  shortCite,
  trans,
  usccMeasures,
} from './citation.js';

describe('a citation', () => {
  it.each([
    [apl(58), 'APL 58', '《行政处罚法》第五十八条'],
    [apl(58, 1), 'APL 58(1)', '《行政处罚法》第五十八条第一款'],
    [apl(57, 1, 4), 'APL 57(1)(4)', '《行政处罚法》第五十七条第一款第（四）项'],
    [samrP(82, undefined, 5), 'SAMR-P 82(5)', '《市场监督管理行政处罚程序规定》第八十二条第（五）项'],
    [samrH(10), 'SAMR-H 10', '《市场监督管理行政处罚听证办法》第十条'],
    [samrC(37), 'SAMR-C 37', '《市场监督管理投诉举报处理办法》第三十七条'],
    [samrPub(9), 'SAMR-Pub 9', '《市场监督管理行政处罚信息公示规定》第九条'],
    [acl(20), 'ACL 20', '《行政强制法》第二十条'],
    [usccMeasures(16), 'USCC 16', '《组织机构统一社会信用代码管理办法》第十六条'],
    [trans(5, 2), 'TRANS 5(2)', '《行政执法机关移送涉嫌犯罪案件的规定》第五条第二款'],
    [arl(11), 'ARL 11', '《行政复议法》第十一条'],
    [all(100), 'ALL 100', '《行政诉讼法》第一百条'],
    [pipl(47, 1, 1), 'PIPL 47(1)(1)', '《个人信息保护法》第四十七条第一款第（一）项'],
    [cpl(105), 'CPL 105', '《民事诉讼法》第一百零五条'],
    [cpl(110), 'CPL 110', '《民事诉讼法》第一百一十条'],
    [cpl(115), 'CPL 115', '《民事诉讼法》第一百一十五条'],
    [cpl(200), 'CPL 200', '《民事诉讼法》第二百条'],
    [cpl('一百之一'), 'CPL 一百之一', '《民事诉讼法》第一百之一条'],
  ])('is written short and long: %#', (cites, short, long) => {
    expect(shortCite(cites)).toBe(short);
    expect(longCite(cites)).toBe(long);
  });

  it('of a policy says so and is not dressed up as law', () => {
    expect(shortCite(policy('按月末计算；count to the end of the month'))).toBe(
      'POLICY 按月末计算；count to the end of the month',
    );
    expect(longCite(policy('按月末计算'))).toBe('按月末计算');
  });

  it('carries the dates of its text, or its own', () => {
    expect(apl(1).inForceFrom).toBe('2021-07-15');
    expect(acl(1).inForceFrom).toBe('2012-01-01');
    expect(samrC(1).inForceFrom).toBe('2026-04-15');
    expect(apl(1)).not.toHaveProperty('inForceTo');
    expect(inForce(samrP(82, undefined, 5), '2021-07-15', '2022-10-31')).toEqual({
      law: 'SAMR-P',
      article: '82',
      item: 5,
      inForceFrom: '2021-07-15',
      inForceTo: '2022-10-31',
    });
  });

  it('names every law in Chinese and English', () => {
    for (const [key, { zh, en, inForceFrom }] of Object.entries(laws)) {
      expect({ key, zh, en, inForceFrom }).toEqual({
        key,
        zh: expect.stringMatching(/^[^a-z]+$/),
        en: expect.stringMatching(/^[ -~]+$/),
        inForceFrom: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      });
    }
  });
});

describe('meeting a citation asked for', () => {
  it.each([
    ['APL 58', apl(58), true],
    ['APL 58', apl(58, 1), true],
    ['APL 58', apl(58, 1, 2), true],
    ['APL 58(1)', apl(58, 1, 2), true],
    [' APL 58 ', apl(58, 1), true],
    ['APL 58(1)', apl(58, 2), false],
    ['APL 58(1)', apl(58), false],
    ['APL 5', apl(58), false],
    ['APL 58', apl(5), false],
    ['APL 1(1)', apl(1, 11), false],
    ['SAMR-P 49', samrP(49, 3), true],
    ['SAMR-P 49', samrPub(49), false],
    ['SAMR 49', samrP(49), false],
    ['POLICY', policy('x'), true],
    ['POLICY x', policy('x'), true],
    ['POLICY x', policy('x(1)'), false],
    ['APL 58', policy('APL 58'), false],
    ['', apl(58), false],
  ])('%s by %j: %s', (pattern, cites, met) => {
    expect(meets(pattern, cites)).toBe(met);
  });

  it('is reflexive, and refused by the next article', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1, max: 199 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(numbers, ([article, paragraph, item]) => {
        expect(meets(shortCite(apl(article, paragraph, item)), apl(article, paragraph, item))).toBe(true);
        expect(meets(shortCite(apl(article)), apl(article + 1, paragraph, item))).toBe(false);
      }),
    );
  });

  it('distinguishes all articles up to 200 in Chinese', () => {
    expect(new Set(Array.from({ length: 200 }, (_, index) => longCite(apl(index + 1)))).size).toBe(200);
  });
});
