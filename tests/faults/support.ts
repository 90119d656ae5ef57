import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'supertest';
import { createApp } from '../../apps/api/src/create-app.js';
import { MovableClock } from '../../apps/api/src/clock.js';
import { loadConfig } from '../../apps/api/src/config.js';
import { firstStart } from '../../apps/api/src/first-start.js';
import { openParts } from '../../apps/api/src/open-parts.js';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { postmasterPid } from '../../libs/embedded-postgres/src/postmaster.js';
import {
  adminPassword,
  administrator,
  as,
  register,
  registerAgency,
  type Api,
  type Person,
} from '../support/api.js';

/** The whole program on a data folder of the test's, with an officer signed in. */
export type Site = Readonly<{ api: Api; folder: string; officer: Person }>;

export async function openSite(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Site> {
  const port = 40_000 + Math.floor(Math.random() * 20_000);
  const url = `http://127.0.0.1:${String(port)}`;
  const clock = new MovableClock();
  clock.moveTo(new Date('2026-03-01T01:00:00Z'));
  const config = loadConfig({ DATA_DIR: folder, CLOCK: 'movable', ADMIN_PASSWORD: adminPassword, ...env });
  const parts = await openParts(config, clock, url);
  await firstStart(parts);
  const app = await createApp(parts, url);
  await app.listen(port, '127.0.0.1');
  const close = async () => {
    await app.close();
    await parts.close();
  };
  const api = { url, clock, parts, app, close };
  const admin = await administrator(api);
  const agency = await registerAgency(api, admin, '朝阳区市场监督管理局');
  const officer = await register(api, admin, agency, { login: 'lin', capacity: 'officer' });
  return { api, folder, officer };
}

/** Commands sent under keys of their own, and what was answered to each. */
export class Desk {
  readonly sent: string[] = [];
  readonly acknowledged = new Map<string, string>();
  /** every status answered, with how often */
  readonly statuses = new Map<number, number>();
  readonly wrong: string[] = [];

  constructor(readonly site: Site) {}

  async open(key: string = randomUUID()): Promise<number> {
    if (!this.sent.includes(key)) this.sent.push(key);
    const lead = { source: '投诉', summary: '未明码标价' };
    const answer = await as(this.site.api, this.site.officer).post(
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
    const by = as(this.site.api, this.site.officer);
    this.#judge(await by.get('/v1/lists/my-cases'));
    const [known] = this.acknowledged.values();
    if (known !== undefined) this.#judge(await by.get(`/v1/cases/${known}/history`));
  }

  /** Until the officer's list shows every case that was acknowledged. */
  async untilListed(): Promise<void> {
    const missing = new Set(this.acknowledged.values());
    while (missing.size > 0) for (const id of await this.#listed()) missing.delete(id);
  }

  async #listed(): Promise<readonly string[]> {
    const listed: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const after: string = next === '' ? '' : `&after=${next}`;
      const answer = await as(this.site.api, this.site.officer).get(`/v1/lists/my-cases?limit=200${after}`);
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
    for await (const { type } of this.site.api.parts.store.readAll()) if (type === 'LeadReceived') cases++;
    return cases;
  }

  #judge({ status, headers, text }: Response): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (![200, 201, 503].includes(status)) this.wrong.push(`${String(status)} ${text}`);
    if (status === 503 && headers['retry-after'] === undefined) this.wrong.push('503 without Retry-After');
  }
}

export function postmasterOf({ folder }: Site): number {
  const pid = postmasterPid(placeIn(folder));
  if (pid === undefined) throw new Error('The database of the test does not run.');
  return pid;
}

/** A small disk of its own under `folder`; false where this user may not mount one. */
export function mountSmallDisk(folder: string, megabytes: number): boolean {
  const options = `size=${String(megabytes)}m,mode=0755`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

export async function removeDisk(folder: string): Promise<void> {
  spawnSync('umount', ['-l', folder]);
  await rm(folder, { recursive: true, force: true });
}
