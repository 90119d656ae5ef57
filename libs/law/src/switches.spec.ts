import { switchedOffOn, type SwitchedOff } from './switches.js';

const asked: SwitchedOff = {
  provision: 'crime-transfer/asked-in-three-days',
  domains: ['market-supervision', 'ecology'],
  why: '另有读法',
  validFrom: '2026-03-01',
  validTo: '2026-06-30',
};
const endless: SwitchedOff = {
  provision: 'investigation/departure-reasoned',
  domains: ['ecology'],
  why: '另有读法',
  validFrom: '2026-03-01',
};
const off = (domain: string | undefined, day: string) => switchedOffOn([asked, endless], domain, day);

describe('a provision switched off in data', () => {
  it('is not asked of the bureaus of these fields, and of no others', () => {
    expect(off('ecology', '2026-04-01')).toStrictEqual([asked.provision, endless.provision]);
    expect(off('market-supervision', '2026-04-01')).toStrictEqual([asked.provision]);
    expect(off('culture', '2026-04-01')).toStrictEqual([]);
    expect(off(undefined, '2026-04-01')).toStrictEqual([]);
  });

  it('is off from its first to its last day, both included, or until further notice', () => {
    expect(off('ecology', '2026-02-28')).toStrictEqual([]);
    expect(off('ecology', '2026-03-01')).toStrictEqual([asked.provision, endless.provision]);
    expect(off('ecology', '2026-06-30')).toStrictEqual([asked.provision, endless.provision]);
    expect(off('ecology', '2026-07-01')).toStrictEqual([endless.provision]);
  });
});
