import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool, PostgresEventStore } from '@anjuan/event-store';
import type pg from 'pg';
import { as, type Person, type Server } from '../support/api.js';
import { openBureau } from '../support/bureau.js';
import { onTheSpot } from '../support/on-the-spot.js';
import { temporaryFolder, testDatabase } from '../support/postgres.js';
import { launch, type Program } from './programs.js';
import { somePort } from '../support/ports.js';
import { removeFolder } from '../support/folder.js';

describe('Two programs on one database', () => {
  let files: string;
  let pool: pg.Pool;
  let one: Program;
  let other: Program;
  let officers: readonly [Person, Person];
  let paper: string;
  beforeAll(async () => {
    files = await temporaryFolder();
    const database = await testDatabase();
    pool = openPool({ ...database, max: 2 });
    const port = somePort();
    const shared = { database, files, publicUrl: `http://127.0.0.1:${String(port)}` };
    // Both at once on an empty database: one of them makes the administrator.
    [one, other] = await Promise.all([launch(port, shared), launch(port + 1, shared)]);
    const { engage } = await openBureau(one);
    officers = [await engage('lin', 'officer'), await engage('gao', 'officer')];
    paper = (await as(one, officers[0]).upload('决定书.txt', '当场处罚决定书').expect(201)).body.sha256;
  });
  afterAll(async () => {
    await Promise.all([one.kill(), other.kill()]);
    await pool.end();
    await removeFolder(files);
  });

  const openAt = (server: Server) =>
    as(server, officers[0])
      .post('/v1/cases/initiation/receive-lead', { source: '投诉', summary: '未明码标价' })
      .expect(201);
  const decided = (server: Server, key: string, number?: string) =>
    as(server, officers[0]).post('/v1/cases/summary-procedure/decide', decision(number), key);
  const decision = (number?: string) => ({
    ...onTheSpot(officers, paper),
    ...(number !== undefined && { number }),
  });
  const numbersTaken = async (field: 'caseNumber' | 'number'): Promise<string[]> => {
    const store = new PostgresEventStore(pool, { clock: () => new Date() });
    const numbers: string[] = [];
    for await (const { type, data } of store.readAll())
      if (type === 'DecidedOnTheSpot') numbers.push((data as Record<typeof field, string>)[field]);
    await store.close();
    return numbers;
  };

  it('let one of two win who act on the same revision, and tell the other the true one', async () => {
    for (let round = 0; round < 10; round++) {
      const { case: id } = (await openAt(round % 2 ? one : other)).body;
      const answers = await Promise.all(
        [one, other].map((server) =>
          as(server, officers[0])
            .post(`/v1/cases/${id}/initiation/request-not-filing`, {
              ground: 'other-lawful',
              reason: '没有主观过错',
            })
            .set('if-match', '"0"'),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const lost = answers.find(({ status }) => status === 412);
      expect(lost?.body).toMatchObject({ currentRevision: 1 });
    }
  });

  it('give a number that both claim to one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const number = `朝市监当罚〔2026〕${String(900 + round)}号`;
      const answers = await Promise.all([
        decided(one, randomUUID(), number),
        decided(other, randomUUID(), number),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await numbersTaken('number')).filter((taken) => taken === number)).toHaveLength(1);
    }
  });

  it('show in the lists of one what the other has just appended', async () => {
    for (const [writes, reads] of [
      [one, other],
      [other, one],
    ] as const) {
      const { case: id, position } = (await decided(writes, randomUUID())).body;
      const list = await as(reads, officers[0])
        .get(`/v1/lists/my-cases?limit=100&waitFor=${String(position)}`)
        .expect(200);
      expect(list.body.items).toContainEqual(expect.objectContaining({ case: id }));
    }
  });

  it('take each number once, without a gap, though one is killed amid acts that take numbers', async () => {
    const sent: string[] = [];
    let done = 0;
    const wrong: string[] = [];
    const answered = new Map<string, string>();
    const act = async (server: Server, key: string): Promise<boolean> => {
      const answer = await decided(server, key).catch(() => undefined);
      if (answer?.status !== 201) {
        if (answer !== undefined && answer.status !== 503) wrong.push(answer.text);
        return false;
      }
      if (answered.has(key)) expect(answer.body.case).toBe(answered.get(key));
      answered.set(key, answer.body.case);
      done++;
      return true;
    };
    const working = [one, one, one, other, other, other].map(async (server) => {
      while (done < 60 && wrong.length === 0 && one.process.signalCode === null) {
        const key = randomUUID();
        sent.push(key);
        await act(server, key);
      }
    });
    while (done < 20 && wrong.length === 0) await sleep(2);
    await one.kill();
    await Promise.all(working);
    for (const key of sent) while (!(await act(other, key)) && wrong.length === 0) await sleep(100);
    expect(wrong).toEqual([]);
    expect(new Set(answered.values()).size).toBe(sent.length);
    const numbers = (await numbersTaken('caseNumber')).map((number) => Number(/(\d+)号$/.exec(number)?.[1]));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    const papers = await numbersTaken('number');
    expect(new Set(papers).size).toBe(papers.length);
  });
});
