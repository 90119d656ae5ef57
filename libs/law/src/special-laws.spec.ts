import { defaultLists, listsOfStep } from './agency-lists.js';
import { specialLaws, specialLawOn, type SpecialLaw } from './special-laws.js';

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

  it('are those of the agency’s list of the day of the step', () => {
    expect(listsOfStep(own(local), defaultLists).specialLaws).toBeUndefined();
    expect(listsOfStep(defaultLists, own(local)).specialLaws).toStrictEqual([local]);
  });
});
