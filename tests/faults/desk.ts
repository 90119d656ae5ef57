import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '@anjuan/event-store';
import type { Response } from 'supertest';
import { as, type Person, type Server } from '../support/api.js';

/** A program with an officer signed in, and the record it writes. */
export type Office = Readonly<{ api: Server; officer: Person; store: EventStore }>;

/** Commands sent under keys of their own, and what was answered to each. */
export class Desk {
  readonly sent: string[] = [];
  readonly acknowledged = new Map<string, string>();
  /** every status answered, with how often */
  readonly statuses = new Map<number, number>();
  readonly wrong: string[] = [];
  /** what was told with a 503 */
  readonly reasons = new Set<string>();

  constructor(readonly office: Office) {}

  async open(key: string = randomUUID()): Promise<number> {
    if (!this.sent.includes(key)) this.sent.push(key);
    const lead = { source: '投诉', summary: '未明码标价' };
    const answer = await as(this.office.api, this.office.officer).post(
      '/v1/cases/initiation/receive-lead',
      lead,
      key,
    );
    this.#judge(answer);
    if (answer.status !== 201) return answer.status;
    const earlier = this.acknowledged.get(key);
    if (earlier !== undefined && earlier !== answer.body.case) this.wrong.push(`${key} opened two cases`);
    this.acknowledged.set(key, answer.body.case);
    return answer.status;
  }

  /** A list and a history: reads answer as commands do. */
  async look(): Promise<void> {
    const by = as(this.office.api, this.office.officer);
    this.#judge(await by.get('/v1/lists/my-cases'));
    const [known] = this.acknowledged.values();
    if (known !== undefined) this.#judge(await by.get(`/v1/cases/${known}/history`));
  }

  /** Until the officer's list shows every case that was acknowledged. */
  async untilListed(): Promise<void> {
    const missing = new Set(this.acknowledged.values());
    for (;;) {
      for (const id of await this.#listed()) missing.delete(id);
      if (missing.size === 0) return;
      // Lists that are behind have the processor to themselves.
      await sleep(100);
    }
  }

  async #listed(): Promise<readonly string[]> {
    const listed: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const answer = await as(this.office.api, this.office.officer).get(
        `/v1/lists/my-cases?limit=200${after}`,
      );
      this.#judge(answer);
      next = answer.body.next;
      if (answer.status === 200) listed.push(...answer.body.items.map((item: { case: string }) => item.case));
    }
    return listed;
  }

  /** Writers and a reader, until `done`. */
  async load(done: () => boolean): Promise<void> {
    const writing = Array.from({ length: 4 }, async () => {
      while (!done()) if ((await this.open()) !== 201) await sleep(50);
    });
    const reading = (async () => {
      while (!done()) {
        await this.look();
        await sleep(20);
      }
    })();
    await Promise.all([...writing, reading]);
  }

  /** Sends every key again until it has its result, and counts the cases in the record. */
  async settle(): Promise<number> {
    for (const key of this.sent) while ((await this.open(key)) !== 201) await sleep(200);
    let cases = 0;
    for await (const { type } of this.office.store.readAll()) if (type === 'LeadReceived') cases++;
    return cases;
  }

  #judge({ status, headers, text, body }: Response): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (![200, 201, 503].includes(status)) this.wrong.push(`${String(status)} ${text}`);
    if (status === 503) this.reasons.add(String(body.detail));
    if (status === 503 && headers['retry-after'] === undefined) this.wrong.push('503 without Retry-After');
  }
}
