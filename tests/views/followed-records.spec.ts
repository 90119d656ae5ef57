import { caseProcedure } from '@anjuan/case';
import { PostgresEventStore, type Position, type RecordedEvent } from '@anjuan/event-store';
import { newsIn } from '../../libs/views/src/batch.js';
import { FollowedRecords } from '../../libs/views/src/followed-records.js';
import { notified } from '../../libs/views/src/testing.js';
import { all } from '../event-store/appending.js';
import { Desk } from './desk.js';

/** Notes which streams of cases were read. */
class NotedStore extends PostgresEventStore {
  reads: string[] = [];
  override read(stream: string, upTo?: number, from?: number): Promise<readonly RecordedEvent[]> {
    if (stream.startsWith('case-')) this.reads.push(stream);
    return super.read(stream, upTo, from);
  }
}

describe('cases that are kept as folded, when there is no room for all', () => {
  let desk: Desk;
  let store: NotedStore;
  let cases: FollowedRecords;
  let last: Position | undefined;
  beforeEach(async () => {
    desk = await Desk.open();
    store = new NotedStore(desk.pool, { clock: desk.clock });
    cases = new FollowedRecords(store, 16);
    last = undefined;
  });
  afterEach(async () => {
    await store.close();
    await desk.close();
  });

  /** A round in which each of these cases has come so far; gives back whose streams were read. */
  const round = async (length: number, ...ids: readonly string[]): Promise<readonly string[]> => {
    for (const id of ids)
      await desk.enter(id, notified.slice(0, length), { from: length === 4 ? 0 : length - 1 });
    store.reads = [];
    cases.lookAgain();
    for (const news of newsIn(await all(store, last), caseProcedure)) {
      const { revision, history } = await cases.take(news);
      expect([revision, history.length]).toStrictEqual([length - 1, length]);
    }
    last = await store.head();
    return store.reads;
  };

  it('are given up one by one, and not all in turns', async () => {
    for (const length of [4, 5, 6]) expect(await round(length, 'a', 'b', 'c')).toStrictEqual([]);
    for (const length of [7, 8]) expect(await round(length, 'a', 'b', 'c')).toStrictEqual(['case-b']);
  });

  it('give way to those that are met when they are not met any more', async () => {
    for (const length of [4, 5, 6]) await round(length, 'a', 'b', 'c');
    for (const length of [7, 8]) expect(await round(length, 'b')).toStrictEqual(['case-b']);
    expect(await round(9, 'b')).toStrictEqual([]);
  });
});
