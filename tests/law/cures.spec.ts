/** Every provision has a cure that names acts, or says what is to be mended, or why there is none. */
import type { Stated } from '@anjuan/procedure';
import { allActs, cureOf, provisionsByAct } from '@anjuan/record';
import { everyExport } from '../../tools/provisions/stated-provisions.js';
import { stated as provisions, curedBy, isAct } from './cures/stated.js';

let stated: ReadonlyMap<string, Stated> = new Map();
beforeAll(async () => {
  stated = new Map((await everyExport()).map(({ provision }) => [provision.id, provision]));
});

/** Of the file, or of who asks: nothing that is entered for this act meets it. */
const ofFile = new Set(Object.values(allActs).flatMap(({ requires }) => requires.map(({ id }) => id)));
const unlisted = ({ curedBy, noCure }: Stated): boolean => curedBy === undefined && noCure === undefined;

describe('the cure of a provision', () => {
  it('is an act, or there is a reason why not, wherever the file stands in the way', () => {
    const silent = [...provisions.values()].filter((one) => ofFile.has(one.id) && unlisted(one));
    expect(silent.map(({ id }) => id)).toStrictEqual([]);
  });

  it('is an act, a sentence on what is to be mended, or a reason, wherever the entry does', () => {
    const silent = [...stated.values()].filter((one) => unlisted(one) && one.cure === undefined);
    expect(silent.map(({ id }) => id)).toStrictEqual([]);
  });

  it('names acts that there are, and is one thing', () => {
    const named = [...stated.values()].flatMap(({ curedBy = [] }) => curedBy);
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter((name) => !isAct(name))).toStrictEqual([]);
    const both = [...stated.values()].filter(({ curedBy, noCure }) => curedBy && noCure);
    expect(both.map(({ id }) => id)).toStrictEqual([]);
    const ofNothing = [...stated.values()].filter(({ curedBy, instead }) => instead && !curedBy);
    expect(ofNothing.map(({ id }) => id)).toStrictEqual([]);
  });

  it('is never another try of the only act that asks it', () => {
    const circular = Object.entries(curedBy).filter(([id, names]) =>
      names.every((name) =>
        provisionsByAct.some(({ act, provision }) => act === name && provision.id === id),
      ),
    );
    expect(circular.map(([id]) => id)).toStrictEqual([]);
  });

  it('is told with the names of its acts, in the words of the provision or in theirs', () => {
    const of = (id: string) => cureOf(stated.get(id) ?? {});
    expect(of('decision/notice-served')).toStrictEqual({
      cure: { zh: '先送达行政处罚告知书', en: 'Serve the notice first', acts: ['notice/serve'] },
    });
    expect(of('hearing/asked-for-in-time')).toStrictEqual({
      cure: {
        zh: '先办理：记录听证申请',
        en: 'First: Take down a request for a hearing',
        acts: ['hearing/request'],
      },
    });
    expect(of('notice/facts-told')).toStrictEqual({
      cure: { zh: '写明违法事实、理由和依据', en: 'State facts, reasons and basis' },
    });
    expect(of('decision/penalty-named')).toStrictEqual({
      cure: { zh: '核对并改正所填内容', en: 'Check and mend what was entered' },
    });
    expect(of('service/served-once')).toStrictEqual({
      noCure: { zh: '只办一次，已经办过', en: 'It is done once, and has been done' },
    });
  });
});
