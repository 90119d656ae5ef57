import { agencyCases, rebuild, statesOfViews, views, type View } from '@anjuan/views';
import { filed, lead } from '../../libs/views/src/testing.js';
import { Desk, patienceMs } from './desk.js';

const docket = views.find(({ name }) => name === 'docket') as View;

describe('a rebuild on demand', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const cases = async (): Promise<readonly string[]> => {
    const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, { limit: 200 });
    return items.map((item) => `${item.case} ${item.stage} ${item.revision}`).sort();
  };
  const builds = async () => {
    const states = await statesOfViews(desk.pool, desk.store);
    return states.map(({ build, served, state, taken }) => ({ build, served, state, taken }));
  };
  const options = (signal: AbortSignal) => {
    const { pool, store, clock } = desk;
    return { pool, store, clock, signal, size: 3, progress: () => undefined };
  };
  const filledWith = async (names: readonly string[]): Promise<void> => {
    const runner = await desk.run({ views: [docket] });
    let position = '';
    for (const name of names) position = await desk.enter(name, filed);
    await runner.waitFor(position, patienceMs);
    await desk.until(async () => (await runner.states())[0]?.state === 'following');
    await runner.stop();
  };

  it('leaves the old table to its readers, goes on where it was broken off, and takes over', async () => {
    await filledWith(['a', 'b', 'c']);
    const ending = new AbortController();
    const seen: number[] = [];
    const broken = await rebuild(docket, {
      ...options(ending.signal),
      progress: (taken) => {
        seen.push(taken);
        if (taken >= 3) ending.abort();
      },
    });
    expect(broken).toBe(false);
    expect(await builds()).toStrictEqual([
      { build: 1, served: true, state: 'following', taken: 12 },
      { build: 2, served: false, state: 'filling', taken: 3 },
    ]);
    expect(await cases()).toStrictEqual(['a filed 3', 'b filed 3', 'c filed 3']);
    const further: number[] = [];
    const progress = (taken: number): void => {
      further.push(taken);
    };
    expect(await rebuild(docket, { ...options(new AbortController().signal), progress })).toBe(true);
    expect(further[0]).toBe(3);
    expect(await builds()).toStrictEqual([{ build: 2, served: true, state: 'following', taken: 12 }]);
    expect(await cases()).toStrictEqual(['a filed 3', 'b filed 3', 'c filed 3']);
  });

  it('works beside a running program, which follows the new table from then on', async () => {
    const runner = await desk.run({ views: [docket], batchSize: 2 });
    for (let number = 0; number < 10; number++) await desk.enter(`c${number}`, filed);
    expect(await rebuild(docket, options(new AbortController().signal))).toBe(true);
    expect(await runner.waitFor(await desk.enter('z', [lead]), patienceMs)).toBe(true);
    expect(await cases()).toHaveLength(11);
    expect(await builds()).toMatchObject([{ build: 2, served: true, taken: 41 }]);
  });

  it('is gone on with by a running program when whoever asked for it is gone', async () => {
    await filledWith(['a', 'b']);
    const ending = new AbortController();
    const progress = (): void => {
      ending.abort();
    };
    expect(await rebuild(docket, { ...options(ending.signal), progress })).toBe(false);
    await desk.run({ views: [docket] });
    await desk.until(async () => (await builds()).length === 1);
    expect(await builds()).toMatchObject([{ build: 2, served: true, taken: 8 }]);
  });
});
