import { forSomebodyElse } from '@anjuan/procedure';
import { groups as ofProvisions } from '../../tools/provisions/groups.js';
import { NotFoundInSources, placeOf, readPlaces, type Places } from '../../tools/provisions/places.js';
import { provisionsPage } from '../../tools/provisions/table.js';
import { everyExport } from '../../tools/provisions/stated-provisions.js';

let places: Places;
beforeAll(async () => {
  places = await readPlaces();
});
const groups = ofProvisions();
const ids = groups.flatMap((group) => group.stated.map(({ provision }) => provision.id));

describe('docs/provisions.md', () => {
  it('has every provision once, each with the acts that ask it', async () => {
    const exported = new Set((await everyExport()).map(({ provision }) => provision.id));
    expect([...ids].sort()).toStrictEqual([...exported].sort());
    expect(groups.flatMap((group) => group.stated).filter(({ acts }) => acts.length === 0)).toStrictEqual([]);
  });

  it('goes through the procedure in its order, after what the steps share', () => {
    const names = groups.map(({ name }) => name);
    expect(names[0]).toBe('capacity');
    const course = ['initiation', 'investigation', 'legal-review', 'review', 'notice', 'decision', 'closure'];
    expect(names.filter((name) => course.includes(name))).toStrictEqual(course);
  });

  it('names the file that defines it and the specs that refuse it', () => {
    expect(placeOf('education/where-nobody-is-punished', places)).toStrictEqual({
      file: 'libs/case/src/education/education.ts',
      specs: ['libs/case/src/education/education.spec.ts'],
    });
    expect(placeOf('outside/not-in-the-future', places).file).toBe('libs/procedure/src/outside.ts');
    const unplaced = ids.filter((id) => placeOf(id, places).specs.length === 0);
    expect(unplaced).toStrictEqual([]);
  });

  it('marks policies, and keeps a table whole', () => {
    const provision = {
      id: 'capacity/held-on-the-day',
      cites: { policy: '甲|乙' },
      says: '一\n二',
      en: 'A or B',
      noCure: forSomebodyElse,
    };
    const page = provisionsPage(
      [{ name: 'capacity', stated: [{ provision, acts: ['a/b', 'c/d'] }] }],
      places,
    );
    expect(page).toContain(
      '| policy：甲\\|乙 | `capacity/held-on-the-day` | 一 二 | A or B | `a/b`<br>`c/d` | 无 none：须由法定人员办理，换人后即可；It is for somebody else to do | [procedure/capacity.ts](../libs/procedure/src/capacity.ts) |',
    );
  });

  it('is not written when a provision is not to be found', () => {
    expect(() => placeOf('capacity/of-nobody', places)).toThrow(NotFoundInSources);
  });
});
