/** What the server says of its files of rules, and that it does not start over one it does not understand. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { holidays2026 } from '@anjuan/law';
import request from 'supertest';
import { startApi } from '../support/api.js';

const amended = JSON.stringify({
  amends: 2026,
  published: '2026-03-10',
  source: '样例',
  off: [...holidays2026.off, { zh: '增设', from: '2026-03-16', to: '2026-03-16' }],
  makeUp: holidays2026.makeUp,
});

describe('the files of rules of a server', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rules-'));
    await mkdir(path.join(folder, 'holidays'));
    await writeFile(path.join(folder, 'holidays', '2026-amended.yaml'), amended);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('are in /health, and an amendment counts from the day it was published', async () => {
    const api = await startApi({ RULES_DIR: folder });
    try {
      const { body } = await request(api.url).get('/health').expect(200);
      expect(body.rules).toMatchObject([{ file: 'holidays/2026-amended.yaml' }]);
      expect(body.rules[0].sha256).toMatch(/^[0-9a-f]{64}$/);
      const makes = (day: string) => api.parts.rules.calendarOn(day).tables.at(-1)?.off.length;
      expect([makes('2026-03-09'), makes('2026-03-10')]).toStrictEqual([7, 8]);
    } finally {
      await api.close();
    }
  });

  it.each([
    ['holiday/2027.yaml', 'holiday: 不认识的名称'],
    ['holidays/2027.yml', '2027.yml: 规则文件的扩展名须为 .yaml'],
  ])('stop the start over %s, with its path and no stack', async (file, expected) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), '');
    const { status, stderr } = spawnSync(process.execPath, ['dist/apps/api/src/main.js'], {
      env: { PORT: '0', DATA_DIR: path.join(folder, 'data'), RULES_DIR: folder },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});
