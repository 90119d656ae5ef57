/** Every provision has a cure that names acts, or says what is to be mended, or why there is none. */
import { allActs, cureOf, curedBy, mended, uncured, type Stated } from '@anjuan/case';
import { everyExport } from './stated-provisions.js';

let stated: ReadonlyMap<string, Stated> = new Map();
beforeAll(async () => {
  stated = new Map((await everyExport()).map(({ provision }) => [provision.id, provision]));
});

const withoutCure = uncured.flatMap(({ provisions }) => provisions);
/** Of the file, or of who asks: nothing that is entered for this act meets it. */
const ofFile = new Set(Object.values(allActs).flatMap(({ requires }) => requires.map(({ id }) => id)));
const listed = new Set([...Object.keys(curedBy), ...withoutCure]);
const told = new Set([...listed, ...mended.provisions]);

describe('the cure of a provision', () => {
  it('is an act, or there is a reason why not, wherever the file stands in the way', () => {
    expect([...ofFile].filter((id) => !listed.has(id))).toStrictEqual([]);
  });

  it('is an act, a sentence on what is to be mended, or a reason, wherever the entry does', () => {
    const silent = [...stated.values()].filter(({ id, cure }) => !told.has(id) && cure === undefined);
    expect(silent.map(({ id }) => id)).toStrictEqual([]);
  });

  it('is of a provision that exists, and is one thing', () => {
    expect([...told].filter((id) => !stated.has(id))).toStrictEqual([]);
    expect([...withoutCure, ...mended.provisions].filter((id) => id in curedBy)).toStrictEqual([]);
    expect(mended.provisions.filter((id) => stated.get(id)?.cure !== undefined)).toStrictEqual([]);
    expect(withoutCure).toHaveLength(new Set(withoutCure).size);
  });

  it('is never another try of the only act that asks it', () => {
    const circular = Object.entries(curedBy).filter(([id, names]) =>
      names.every((name) =>
        [...allActs[name].requires, ...allActs[name].demands].some((one) => one.id === id),
      ),
    );
    expect(circular.map(([id]) => id)).toStrictEqual([]);
  });

  it('is told with the names of its acts, in the words of the provision or in theirs', () => {
    const of = (id: string) => cureOf(stated.get(id) ?? { id });
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
