import { provisions, provisionsByAct } from './provisions.js';

const demandedOf = (name: string): readonly string[] =>
  provisionsByAct.filter(({ act }) => act === name).map(({ provision }) => provision.id);
const demanding = (id: string): readonly string[] =>
  provisions.find(({ provision }) => provision.id === id)?.acts ?? [];

describe('What an act demands', () => {
  it('is what its procedure asks of every act, and what is its own', () => {
    expect(demandedOf('declaration/withdraw')).toStrictEqual([
      'capacity/held-on-the-day',
      'capacity/held-today',
      'declaration/by-an-officer',
      'declaration/not-withdrawn-yet',
      'declaration/reason-given',
    ]);
  });

  it('is not what it is exempt from', () => {
    expect(demanding('recusal/not-recused')).toContain('entry/correct');
    expect(demanding('recusal/not-recused')).not.toContain('entry/confirm');
  });

  it('is not what only another procedure asks', () => {
    const steps = (id: string) => new Set(demanding(id).map((act) => act.split('/')[0]));
    expect(steps('capacity/held-today')).toContain('declaration');
    expect(steps('capacity/officer-credential-valid')).toContain('erasure');
    expect(steps('capacity/officer-credential-valid')).not.toContain('declaration');
  });
});

it('Every provision stands once, each with an act', () => {
  const ids = provisions.map(({ provision }) => provision.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(provisions.filter(({ acts }) => acts.length === 0)).toStrictEqual([]);
});
