import { apl, citing, policy, samrH, samrP } from './citation.js';
import { citedFor, marketSupervision, packOf, type RulePack } from './rule-packs.js';

const meeP = citing('MEE-P');
const ecology: RulePack = {
  id: 'ecology',
  zh: '生态环境',
  en: 'ecology and environment',
  domains: ['ecology'],
  laws: ['MEE-P'],
  limits: [],
};

describe('what a rule is to a bureau', () => {
  it('is law where it binds', () => {
    expect(citedFor(marketSupervision, samrP(56))).toStrictEqual(samrP(56));
    expect(citedFor(ecology, meeP(68))).toStrictEqual(meeP(68));
    for (const pack of [marketSupervision, ecology]) {
      expect(citedFor(pack, apl(58, 1))).toStrictEqual(apl(58, 1));
      expect(citedFor(pack, policy('一案一决定；One case'))).toStrictEqual(policy('一案一决定；One case'));
    }
  });

  it('is a standard of the program where it is another ministry’s', () => {
    expect(citedFor(ecology, samrP(82, undefined, 5))).toStrictEqual(
      policy(
        '本系统的办案标准，取自《市场监督管理行政处罚程序规定》第八十二条第（五）项；A standard of this system, taken from SAMR-P 82(5)',
      ),
    );
    expect(citedFor(ecology, samrH(29))).toMatchObject({ policy: expect.stringContaining('SAMR-H 29') });
    expect(citedFor(marketSupervision, meeP(68))).toMatchObject({
      policy: expect.stringContaining('MEE-P 68'),
    });
  });

  it('is market supervision’s where no pack names the field', () => {
    expect(packOf([ecology], 'ecology')).toBe(ecology);
    expect(packOf([ecology], 'emergency')).toBe(marketSupervision);
    expect(packOf([ecology], undefined)).toBe(marketSupervision);
  });
});
