import { agencyCases, erase, rebuild, tableOf, views, type View } from '@anjuan/views';
import { filedAs, terms } from '../../libs/views/src/testing.js';
import { Desk, patienceMs } from './desk.js';

const docket = views.find(({ name }) => name === 'docket') as View;
const name = '王小明';
const filedAgainstPerson = filedAs({ ...terms, party: { kind: 'natural-person', person: { name } } });

describe('an erasure', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const names = async (): Promise<readonly (string | null)[]> => {
    const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, { limit: 200 });
    return items.map(({ partyName }) => partyName);
  };
  const forget = async (caseId: string): Promise<number> => {
    const events = await desk.store.read(`case-${caseId}`);
    const digests = events.flatMap(({ disclosures }) => disclosures.map(({ digest }) => digest));
    const { pool, store, clock } = desk;
    return erase(digests, { pool, store, views: [docket], clock });
  };

  it('is not undone by a fill that was begun before it and goes on after it', async () => {
    const runner = await desk.run({ views: [docket] });
    await runner.waitFor(await desk.enter('a', filedAgainstPerson), patienceMs);
    await desk.until(async () => (await runner.states())[0]?.state === 'following');
    await runner.stop();
    const { pool, store, clock } = desk;
    const ending = new AbortController();
    const end = (taken: number): void => {
      if (taken >= 4) ending.abort();
    };
    const request = { pool, store, clock, size: 2 };
    expect(await rebuild(docket, { ...request, signal: ending.signal, progress: end })).toBe(false);
    const table = tableOf({ ...docket, build: 2 });
    const filling = () => desk.ask<{ party_name: string }>(`SELECT party_name FROM ${table}`);
    expect(await filling()).toStrictEqual([{ party_name: name }]);
    expect(await forget('a')).toBeGreaterThan(0);
    expect(await filling()).toStrictEqual([]);
    const signal = new AbortController().signal;
    expect(await rebuild(docket, { ...request, signal, progress: () => undefined })).toBe(true);
    expect(await names()).toStrictEqual([null]);
  });

  it('in the midst of a fill makes the fill begin again', async () => {
    await desk.enter('a', filedAgainstPerson);
    await desk.enter('b', filedAgainstPerson);
    const { pool, store, clock } = desk;
    const signal = new AbortController().signal;
    let forgotten: Promise<number> | undefined;
    const progress = (taken: number): void => {
      if (taken >= 6) forgotten ??= forget('a');
    };
    expect(await rebuild(docket, { pool, store, clock, signal, size: 2, progress })).toBe(true);
    expect(await forgotten).toBeGreaterThan(0);
    expect(await rebuild(docket, { pool, store, clock, signal, size: 2, progress })).toBe(true);
    expect(await names()).toStrictEqual([null, name]);
  });

  it('is followed by a running program in the lists that are read', async () => {
    const runner = await desk.run({ views: [docket] });
    await runner.waitFor(await desk.enter('a', filedAgainstPerson), patienceMs);
    expect(await names()).toStrictEqual([name]);
    await forget('a');
    await desk.until(async () => (await names())[0] === null);
    expect(await runner.waitFor(await desk.enter('b', filedAgainstPerson), patienceMs)).toBe(true);
    expect(await names()).toStrictEqual([null, name]);
  });
});
