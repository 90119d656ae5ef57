import { defaultLists, listsOfStep } from './agency-lists.js';
import { letsOffBreachOf, specialLaws, specialLawOn, type SpecialLaw } from './special-laws.js';

const fsl = { law: '食品安全法', article: '136' };
const cosmetics = { law: '化妆品监督管理条例', article: '68' };
const own = (...rows: readonly SpecialLaw[]) => ({ ...defaultLists, specialLaws: rows });
const local: SpecialLaw = {
  law: '某省食品小作坊条例',
  article: '50',
  validFrom: '2020-01-01',
  validTo: '2025-12-31',
  takes: 'goods-and-gains',
  conditions: ['unaware', 'other'],
};

describe('the articles by which a trader goes unpunished', () => {
  it('are found however law and article are written, and never by another article', () => {
    const found = specialLawOn(defaultLists, fsl, '2026-06-05');
    expect(found).toMatchObject({ takes: 'goods', conditions: ['duties-done', 'unaware', 'source-stated'] });
    for (const written of [
      { law: '《中华人民共和国食品安全法》', article: '第一百三十六条' },
      { law: '食品安全法', article: '136(1)' },
    ])
      expect(specialLawOn(defaultLists, written, '2026-06-05')).toBe(found);
    for (const other of [
      { law: '食品安全法', article: '13' },
      { law: '食品安全法实施条例', article: '136' },
      { law: '反不正当竞争法', article: '23' },
      { law: '反不正当竞争法', article: '23(1)' },
    ])
      expect(specialLawOn(defaultLists, other, '2026-06-05')).toBeUndefined();
  });

  it('on the days on which they are in force', () => {
    const aucl = { law: '反不正当竞争法', article: '第二十三条第二款' };
    expect(specialLawOn(defaultLists, aucl, '2025-10-14')).toBeUndefined();
    expect(specialLawOn(defaultLists, aucl, '2025-10-15')).toMatchObject({ takes: 'nothing' });
    expect(specialLawOn(own(local), local, '2025-12-31')).toBe(local);
    expect(specialLawOn(own(local), local, '2026-01-01')).toBeUndefined();
  });

  it('that were not read here count for an agency whose own list has them, with the conditions of both', () => {
    expect(specialLawOn(defaultLists, cosmetics, '2026-06-05')).toBeUndefined();
    const confirmed: SpecialLaw = {
      ...cosmetics,
      validFrom: '2021-01-01',
      takes: 'goods-and-gains',
      conditions: ['unaware', 'source-stated'],
    };
    expect(specialLawOn(own(confirmed), cosmetics, '2026-06-05')).toStrictEqual({
      ...confirmed,
      conditions: ['duties-done', 'unaware', 'source-stated'],
    });
    expect(specialLawOn(own({ ...confirmed, conditions: [] }), cosmetics, '2026-06-05')).toBeUndefined();
    expect(specialLawOn(own({ ...local, conditions: [] }), local, '2025-06-05')).toBeUndefined();
  });

  it('that were read take what they take and ask what they ask, whatever a list says', () => {
    const looser: SpecialLaw = { ...fsl, validFrom: '2020-01-01', takes: 'nothing', conditions: ['unaware'] };
    expect(specialLawOn(own(looser), fsl, '2026-06-05')).toMatchObject({
      takes: 'goods',
      conditions: ['duties-done', 'unaware', 'source-stated'],
    });
  });

  it('have each their conditions, and say in what way they are known', () => {
    for (const { conditions, sure, cites } of specialLaws) {
      expect(conditions.length).toBeGreaterThan(0);
      expect('policy' in cites).toBe(!sure);
    }
  });

  it('that were not read here take the heavier of what is known and what the list says', () => {
    const confirmed: SpecialLaw = {
      ...cosmetics,
      validFrom: '2021-01-01',
      takes: 'nothing',
      conditions: ['unaware', 'duties-done'],
    };
    expect(specialLawOn(own(confirmed), cosmetics, '2026-06-05')).toMatchObject({ takes: 'goods' });
  });

  it('are not entered wider than they are known', () => {
    const trademark: SpecialLaw = {
      law: '商标法',
      article: '60',
      validFrom: '2014-05-01',
      takes: 'nothing',
      conditions: ['other'],
    };
    for (const article of ['60', '60(1)', '60(2)'])
      expect(specialLawOn(own(trademark), { law: '商标法', article }, '2026-06-05')).toBeUndefined();
    const exact: SpecialLaw = { ...trademark, article: '60(2)' };
    expect(specialLawOn(own(exact), exact, '2026-06-05')?.conditions).toContain('unaware');
  });

  it('let off the breaches of their own provisions, and nothing that is punished by another as well', () => {
    const food = specialLawOn(defaultLists, fsl, '2026-06-05') ?? local;
    const of = (...articles: readonly string[]) =>
      articles.map((article) => ({ law: '食品安全法', article }));
    const measure = { law: '行政处罚法', article: '33(2)' };
    expect(letsOffBreachOf(food, [...of('34(4)', '第一百二十四条第一款第（三）项', '136'), measure])).toBe(
      true,
    );
    expect(letsOffBreachOf(food, of('67(1)', '125(1)(2)'))).toBe(true);
    const regulation = (article: string) => ({ law: '食品安全法实施条例', article });
    expect(letsOffBreachOf(food, [...of('124(1)(1)'), regulation('20')])).toBe(true);
    expect(letsOffBreachOf(food, [...of('124(1)(1)'), regulation('75(1)')])).toBe(false);
    expect(letsOffBreachOf(food, of('67(1)'))).toBe(false);
    for (const knowing of ['123(2)', '124(1)(9)', '126(1)(3)'])
      expect(letsOffBreachOf(food, of('124(1)(1)', knowing))).toBe(false);
    expect(letsOffBreachOf(food, of('122(1)'))).toBe(false);
    expect(letsOffBreachOf(food, of('124(1)(3)', '122(1)'))).toBe(false);
    expect(letsOffBreachOf(food, [{ law: '反不正当竞争法', article: '23(1)' }])).toBe(false);
    expect(letsOffBreachOf(food, [])).toBe(false);
    expect(letsOffBreachOf(local, [{ law: local.law, article: '12' }])).toBe(true);
    expect(letsOffBreachOf(local, of('124(1)(3)'))).toBe(false);
    expect(letsOffBreachOf({ ...local, of: of('124') }, of('124(1)(3)'))).toBe(true);
  });

  it('are those of the list of the day of the step, and those by which the record was begun', () => {
    expect(listsOfStep(own(local), defaultLists).specialLaws).toStrictEqual([local]);
    expect(listsOfStep(defaultLists, own(local)).specialLaws).toStrictEqual([local]);
    expect(listsOfStep(defaultLists, defaultLists).specialLaws).toBeUndefined();
    const { validTo: _, ...open } = local;
    const sooner = { ...local, article: '第五十条', validTo: '2024-12-31' };
    expect(listsOfStep(own(open), own(sooner)).specialLaws).toStrictEqual([sooner]);
  });
});
