import { InMemoryEventStore } from '@anjuan/event-store';
import { agencyCases, tableOf, ViewNotServed, views, type View } from '@anjuan/views';
import { concluded, filed, filingRequested, lead, notified } from '../../libs/views/src/testing.js';
import { Desk, patienceMs } from './desk.js';

const docket = views.find(({ name }) => name === 'docket') as View;

/** Every batch a view takes, noted in the transaction that takes it. */
const noteMoves = `
  CREATE TABLE moves (view text, "from" text, "to" text);
  CREATE FUNCTION note_move() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO moves VALUES (NEW.name, OLD.position, NEW.position);
    RETURN NEW;
  END $$;
  CREATE TRIGGER moves BEFORE UPDATE OF position ON views.checkpoint FOR EACH ROW EXECUTE FUNCTION note_move();`;

/** The checkpoint cannot move while somebody else holds lock 4711. */
const holdMoves = `
  CREATE FUNCTION hold_move() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.position IS DISTINCT FROM OLD.position THEN PERFORM pg_advisory_xact_lock(4711); END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER hold BEFORE UPDATE ON views.checkpoint FOR EACH ROW EXECUTE FUNCTION hold_move();`;

const failOnce = `
  CREATE SEQUENCE moves_tried;
  CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.position IS DISTINCT FROM OLD.position AND nextval('moves_tried') = 1 THEN
      RAISE EXCEPTION 'out of breath' USING ERRCODE = '57P03';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER fail BEFORE UPDATE ON views.checkpoint FOR EACH ROW EXECUTE FUNCTION fail_once();`;

describe('view runner', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const cases = async (): Promise<readonly string[]> => {
    const { items } = await agencyCases(desk.pool, { person: 'luo', agency: 'bureau' }, { limit: 200 });
    return items.map((item) => `${item.case} ${item.stage} ${item.revision}`).sort();
  };
  /** Makes the tables, runs the statements, and leaves the views empty and still. */
  const beforehand = async (statements: string): Promise<void> => {
    await (await desk.run()).stop();
    await desk.pool.query(statements);
  };

  it('waits for a view that has no checkpoint: nothing was taken by it', async () => {
    const runner = await desk.run({ views: [docket], pollMs: 60_000 });
    const position = await desk.enter('a', filingRequested);
    expect(await runner.waitFor(position, patienceMs)).toBe(true);
    await desk.pool.query('DELETE FROM views.checkpoint');
    expect(await runner.waitFor(position, 150)).toBe(false);
  });

  it('shows what is there and what comes', async () => {
    await desk.enter('a', filingRequested);
    const runner = await desk.run();
    const position = await desk.enter('b', [lead]);
    expect(await runner.waitFor(position, patienceMs)).toBe(true);
    expect(await cases()).toStrictEqual(['a lead 1', 'b lead 0']);
    await desk.until(async () => (await runner.states()).every(({ state }) => state === 'following'));
    expect(await runner.states()).toStrictEqual(
      views.map(({ name, version }) => ({
        name,
        version,
        build: 1,
        position,
        lag: 0,
        taken: 3,
        state: 'following',
        served: true,
        parked: 0,
        since: '2026-05-05T02:00:00.000Z',
        error: null,
      })),
    );
  });

  it('does not wait for what never comes', async () => {
    const runner = await desk.run();
    expect(await runner.waitFor('0000000000000001', 30)).toBe(false);
  });

  it('moves rows and checkpoint together: a transaction that fails half-way leaves neither and loses nothing', async () => {
    await beforehand(failOnce);
    const position = await desk.enter('a', filed);
    const runner = await desk.run({ views: [docket] });
    expect(await runner.waitFor(position, patienceMs)).toBe(true);
    expect(await desk.ask('SELECT last_value::int AS tried FROM moves_tried')).toStrictEqual([{ tried: 2 }]);
    expect(await cases()).toStrictEqual(['a filed 3']);
  });

  it('goes on by itself when its connection is killed between rows and commit', async () => {
    await beforehand(holdMoves);
    const holder = await desk.pool.connect();
    await holder.query('SELECT pg_advisory_lock(4711)');
    const position = await desk.enter('a', filed);
    const runner = await desk.run({ views: [docket] });
    const held = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted`;
    await desk.until(async () => (await desk.ask(held)).length === 1);
    // The rows are written, but not for others: the checkpoint has not moved.
    expect(await cases()).toStrictEqual([]);
    await desk.ask(`SELECT pg_terminate_backend(pid) FROM (${held}) AS waiting`);
    await holder.query('SELECT pg_advisory_unlock(4711)');
    holder.release();
    expect(await runner.waitFor(position, patienceMs)).toBe(true);
    expect(await cases()).toStrictEqual(['a filed 3']);
  });

  it('takes each event once with two runners on one database', async () => {
    await beforehand(noteMoves);
    const options = { batchSize: 3 };
    const [one, other] = await Promise.all([desk.run(options), desk.run(options)]);
    let position = '';
    for (let number = 0; number < 12; number++) position = await desk.enter(`case-${number}`, filed);
    expect(await one.waitFor(position, patienceMs)).toBe(true);
    expect(await other.waitFor(position, patienceMs)).toBe(true);
    expect(await cases()).toHaveLength(12);
    type Move = { view: string; from: string | null; to: string };
    const moves = await desk.ask<Move>('SELECT * FROM moves ORDER BY view, "to", "from" NULLS FIRST');
    for (const { name } of views) {
      const own = moves.filter(({ view }) => view === name);
      // One unbroken chain from the beginning: no event twice, none left out.
      expect(own.map(({ from }) => from)).toStrictEqual([null, ...own.slice(0, -1).map(({ to }) => to)]);
      expect(own.at(-1)?.to).toBe(position);
    }
  });

  it('resumes after a restart where it was', async () => {
    const first = await desk.run();
    await first.waitFor(await desk.enter('a', filed), patienceMs);
    await first.stop();
    await desk.pool.query(noteMoves);
    const position = await desk.enter('a', concluded, { from: 4 });
    const second = await desk.run();
    expect(await second.waitFor(position, patienceMs)).toBe(true);
    expect(await cases()).toStrictEqual(['a investigating 4']);
    const moves = await desk.ask('SELECT * FROM moves WHERE view = $1', ['docket']);
    expect(moves).toStrictEqual([{ view: 'docket', from: '0000000000000004', to: position }]);
  });

  it('stops for trouble that is its own, says so, lets the others go on, and tries again after a restart', async () => {
    await beforehand(`ALTER TABLE ${tableOf(docket)} RENAME TO docket_away`);
    const old = await desk.run();
    const position = await desk.enter('a', filed);
    await desk.until(async () => (await old.states())[0]?.state === 'stopped');
    expect((await old.states())[0]).toMatchObject({ position: null, parked: 0 });
    expect((await old.states())[0]?.error).toContain('does not exist');
    await desk.until(async () => (await old.states()).slice(1).every((one) => one.position === position));
    expect(await old.waitFor(position, patienceMs)).toBe(false);
    await old.stop();
    const [, table] = tableOf(docket).split('.');
    await desk.pool.query(`ALTER TABLE views.docket_away RENAME TO ${String(table)}`);
    const mended = await desk.run();
    await desk.until(async () => (await mended.states())[0]?.state === 'following');
    expect((await mended.states())[0]).toMatchObject({ position, error: null });
    expect(await cases()).toStrictEqual(['a filed 3']);
  });

  it('fills a new version beside the old one, which is read until then and dropped after', async () => {
    const next: View = {
      ...docket,
      version: 'next',
      rows: (of) => docket.rows(of).map((row) => ({ ...row, stage: 'rewritten' })),
    };
    const old = await desk.run({ views: [docket] });
    await desk.enter('b', filed);
    await old.waitFor(await desk.enter('a', filed), patienceMs);
    await desk.pool.query(holdMoves);
    const holder = await desk.pool.connect();
    await holder.query('SELECT pg_advisory_lock(4711)');
    const runner = await desk.run({ views: [next] });
    expect((await runner.states())[0]).toMatchObject({ version: 'next', state: 'filling', position: null });
    expect(await cases()).toStrictEqual(['a filed 3', 'b filed 3']);
    await holder.query('SELECT pg_advisory_unlock(4711)');
    holder.release();
    await desk.until(async () => (await runner.states())[0]?.state === 'following');
    expect(await cases()).toStrictEqual(['a rewritten 3', 'b rewritten 3']);
    const tables = `SELECT 'views.' || tablename AS "table" FROM pg_tables WHERE schemaname = 'views' AND tablename LIKE 'docket%'`;
    expect(await desk.ask(tables)).toStrictEqual([{ table: tableOf(next) }]);
    // The program of the old version folds no more, and what it reads is the new one.
    expect(await old.states()).toStrictEqual([]);
    expect(await runner.waitFor(await desk.enter('c', notified), patienceMs)).toBe(true);
    expect(await cases()).toContain('c rewritten 8');
  });

  it('reports a checkpoint beyond the record, serves it no more, and fills it again when told', async () => {
    const first = await desk.run();
    await first.waitFor(await desk.enter('a', notified), patienceMs);
    await first.stop();
    const restored = new InMemoryEventStore({ clock: desk.clock });
    for await (const event of desk.store.readAll(undefined, 4)) {
      const command = { id: event.commandId + String(event.revision), digest: 'd' };
      await restored.append(
        event.stream,
        event.revision === 0 ? 'none' : event.revision - 1,
        [event],
        command,
      );
    }
    const runner = await desk.run({ store: restored });
    for (const state of await runner.states()) {
      expect(state).toMatchObject({ state: 'ahead-of-store', lag: 0, position: '0000000000000009' });
      expect(state.error).toContain('Rebuild the view');
    }
    await expect(cases()).rejects.toThrow(ViewNotServed);
    expect(await runner.waitFor('0000000000000004', patienceMs)).toBe(false);
    for (const { name } of views) await runner.rebuild(name);
    expect(await runner.waitFor('0000000000000004', patienceMs)).toBe(true);
    expect(await cases()).toStrictEqual(['a filed 3']);
    await restored.close();
  });

  it('notices an older record that has grown past the checkpoint since', async () => {
    const first = await desk.run({ views: [docket] });
    await first.waitFor(await desk.enter('a', filed), patienceMs);
    await first.stop();
    await desk.pool.query(`UPDATE views.checkpoint SET event_id = gen_random_uuid()`);
    await desk.enter('b', filed);
    const second = await desk.run({ views: [docket] });
    expect((await second.states())[0]?.state).toBe('ahead-of-store');
  });

  it('names the views there are when another is to be rebuilt', async () => {
    const runner = await desk.run();
    await expect(runner.rebuild('moon')).rejects.toThrow(
      'docket, running-clocks, review-queue, approvals, duties, late-entries',
    );
  });
});
