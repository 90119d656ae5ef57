/** What the page says is read from text; here it is compared with the modules and the syntax of the specs. */
import { relative } from 'node:path';
import { asked } from '../../apps/cli/src/provisions/asked.js';
import { NotFoundInSources, placeOf, readSources } from '../../apps/cli/src/provisions/sources.js';
import { provisionsPage } from '../../apps/cli/src/provisions/table.js';
import { projectRoot } from '../../apps/cli/src/project-root.js';
import { namedRefusals } from '../law/named-refusals.js';
import { everyExport, exportsOf, lawFolder, sources as sourcePaths } from '../law/stated-provisions.js';

const sources = readSources(projectRoot());
const groups = asked();
const ids = groups.flatMap((group) => group.asked.map(({ provision }) => provision.id));

const refusedIn = async (spec: string): Promise<readonly (readonly [id: string, spec: string])[]> => {
  const exported = await Promise.all(
    namedRefusals(spec).map(async ({ file, name }) =>
      (await exportsOf(file)).filter((each) => each.name === name),
    ),
  );
  return exported.flat().map(({ provision }) => [provision.id, relative(lawFolder, spec)]);
};

describe('docs/provisions.md', () => {
  it('has every provision once, each with the acts that ask it', async () => {
    const exported = new Set((await everyExport()).map(({ provision }) => provision.id));
    expect([...ids].sort()).toStrictEqual([...exported].sort());
    expect(groups.flatMap((group) => group.asked).filter(({ acts }) => acts.length === 0)).toStrictEqual([]);
  });

  it('goes through the procedure in its order, after what the steps share', () => {
    const names = groups.map(({ name }) => name);
    expect(names[0]).toBe('capacity');
    const course = ['initiation', 'investigation', 'legal-review', 'review', 'notice', 'decision', 'closure'];
    expect(names.filter((name) => course.includes(name))).toStrictEqual(course);
  });

  it('names the file that exports it', async () => {
    const exported = await everyExport();
    const wrong = ids.filter((id) => {
      const files = exported.filter(({ provision }) => provision.id === id).map(({ file }) => file);
      return !files.includes(placeOf(id, sources).file);
    });
    expect(wrong).toStrictEqual([]);
  });

  it('names the specs that refuse it', async () => {
    const refused = (await Promise.all(sourcePaths('specs').map(refusedIn))).flat();
    const differing = ids.flatMap((id) => {
      const specs = [...new Set(refused.filter(([of]) => of === id).map(([, spec]) => spec))].sort();
      const said = placeOf(id, sources).specs;
      return specs.join() === said.join() ? [] : [{ id, specs, said }];
    });
    expect(differing).toStrictEqual([]);
  });

  it('marks policies, and keeps a table whole', () => {
    const provision = {
      id: 'capacity/held-on-the-day',
      cites: { policy: '甲|乙' },
      says: '一\n二',
      en: 'A or B',
    };
    const page = provisionsPage(
      [{ name: 'capacity', asked: [{ provision, acts: ['a/b', 'c/d'] }] }],
      sources,
    );
    expect(page).toContain(
      '| policy：甲\\|乙 | `capacity/held-on-the-day` | 一 二 | A or B | `a/b`<br>`c/d` | 无 none：须由法定人员办理，换人后即可；It is for somebody else to do | [kernel/capacity.ts](../libs/case/src/kernel/capacity.ts) |',
    );
  });

  it('is not written when a provision is not to be found', () => {
    expect(() => placeOf('capacity/of-nobody', sources)).toThrow(NotFoundInSources);
  });
});
