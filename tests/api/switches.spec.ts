/** A data file switches an unsure provision off and on again: from the file to what the law is told and decides. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actions, caseProcedure, emptyFile, type CaseFile } from '@anjuan/case';
import { InMemoryEventStore } from '@anjuan/event-store';
import { Registry } from '@anjuan/registry';
import { readRuleData } from '@anjuan/rule-data';
import { MovableClock } from '../../apps/api/src/parts/clock.js';
import { ActContext, withNumbers } from '../../apps/api/src/procedures/act-context.js';
import { Rules } from '../../apps/api/src/parts/rules.js';

const at = '2026-03-01T01:00:00.000Z';
const off = `domains: [market-supervision]
off:
  - { provision: crime-transfer/asked-in-three-days, why: 按工作日理解, validFrom: '2026-03-01', validTo: '2026-03-31' }
`;

describe('a provision switched off in data', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'switches-'));
    await mkdir(path.join(folder, 'switches'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const switchedOffOn = async (day: string, domain = 'market-supervision') => {
    const registry = new Registry(new InMemoryEventStore({ clock: () => new Date(at) }));
    const clock = new MovableClock();
    clock.moveTo(new Date(`${day}T02:00:00Z`));
    const command = { id: 'agency', digest: 'agency' };
    const facts = { name: '朝阳局', uscc: '11110105000067897H', level: 'district', domain, region: '110105' };
    const agency = await registry.registerAgency(facts, {
      person: 'admin',
      capacity: 'administrator',
      at,
      command,
    });
    const context = new ActContext(registry, clock, new Rules(readRuleData(folder)));
    const file: CaseFile = emptyFile;
    const of = await context.of(
      { by: { person: 'lin', agency, staffNumber: '1', capacities: ['officer'] }, capacity: 'officer' },
      {
        procedure: caseProcedure,
        file,
        recordedAt: undefined,
        attempt: {
          act: 'crime-transfer/ask-reconsideration',
          entry: { of: 'police', letter: { sha256: 'a'.repeat(64), name: 'request' } },
        },
      },
    );
    expect(actions(file, of).length).toBeGreaterThan(0);
    // Acts that take an official number are told no less.
    expect(withNumbers(of, {}).switchedOff).toStrictEqual(of.switchedOff);
    return of.switchedOff;
  };

  it('is told to the law on its days, for the bureaus of its field, and on no others', async () => {
    expect(await switchedOffOn('2026-03-15')).toStrictEqual([]);
    await writeFile(path.join(folder, 'switches', 'own.yaml'), off);
    expect(await switchedOffOn('2026-03-15')).toStrictEqual(['crime-transfer/asked-in-three-days']);
    expect(await switchedOffOn('2026-04-01')).toStrictEqual([]);
    expect(await switchedOffOn('2026-03-15', 'ecology')).toStrictEqual([]);
  });
});
