/** Article → provision → act → test: nothing the law core states goes unused, unproven or unnamed. */
import { requiredOfEveryAct, type Stated } from '@anjuan/case';
import { shortCite } from '@anjuan/law';
import { provisionsByAct } from '@anjuan/record';
import { namedRefusals } from '../../tools/provisions/named-refusals.js';
import { everyExport, exportsOf, sources, type Exported } from '../../tools/provisions/stated-provisions.js';

const ofActs = provisionsByAct.map(({ provision }) => provision);
const ids = (stated: readonly Stated[]) => [...new Set(stated.map(({ id }) => id))].sort();

let exported: readonly Exported[] = [];
let refused: ReadonlySet<string> = new Set();

beforeAll(async () => {
  exported = await everyExport();
  const names = sources('specs').flatMap(namedRefusals);
  const found = await Promise.all(
    names.map(async ({ file, name }) => (await exportsOf(file)).filter((each) => each.name === name)),
  );
  refused = new Set(found.flat().map(({ provision }) => provision.id));
});

describe('the provisions of the law core', () => {
  it('are found at all', () => {
    expect(exported.length).toBeGreaterThan(50);
    expect(requiredOfEveryAct.map(({ id }) => id)).toStrictEqual([
      'capacity/held-on-the-day',
      'capacity/held-today',
      'capacity/officer-credential-valid',
      'recusal/not-recused',
      'review/reviewer-does-not-lead',
      'review/leader-stands-apart',
      'entrustment/in-force',
      'entrustment/agency-decides',
    ]);
    expect(ids(ofActs)).toEqual(expect.arrayContaining(ids(requiredOfEveryAct)));
  });

  it('are each refused by name in a spec', () => {
    const stated = ids([...exported.map(({ provision }) => provision), ...ofActs]);
    expect(stated.filter((id) => !refused.has(id))).toStrictEqual([]);
  });

  it('are each asked by an act', () => {
    const ofAnAct = ids(ofActs);
    expect(
      ids(exported.map(({ provision }) => provision)).filter((id) => !ofAnAct.includes(id)),
    ).toStrictEqual([]);
  });

  it('say one thing under one id', () => {
    const sentences = new Map<string, Set<string>>();
    for (const { id, says, en, cites } of [...exported.map(({ provision }) => provision), ...ofActs]) {
      const sentence = [shortCite(cites), says, en].join('|');
      sentences.set(id, (sentences.get(id) ?? new Set()).add(sentence));
    }
    const ambiguous = [...sentences].filter(([, said]) => said.size > 1).map(([id]) => id);
    expect(ambiguous).toStrictEqual([]);
  });

  it('state themselves in both languages, under an id `step/what-it-demands`', () => {
    const unclear = [...exported.map(({ provision }) => provision), ...ofActs].filter(
      ({ id, says, en, cure }) =>
        !/^[a-z-]+\/[a-z0-9-]+$/.test(id) ||
        !/\p{Script=Han}/u.test(says) ||
        !/[a-z]{3}/i.test(en) ||
        (cure !== undefined && (cure.zh.trim() === '' || cure.en.trim() === '')),
    );
    expect(ids(unclear)).toStrictEqual([]);
  });
});
