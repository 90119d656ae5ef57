/** A credential that was renewed: what its holder did before is judged by the one of then, and entered with the one of today. */
import { caseProcedure, emptyFile } from '@anjuan/case';
import { InMemoryEventStore } from '@anjuan/event-store';
import { chinaCalendar } from '@anjuan/law';
import { Registry } from '@anjuan/registry';
import { changed, granted } from '../support/registry.js';
import { MovableClock } from '../../apps/api/src/parts/clock.js';
import { ActContext, withNumbers } from '../../apps/api/src/procedures/act-context.js';
import { Rules } from '../../apps/api/src/parts/rules.js';

const at = '2024-01-01T01:00:00.000Z';
const by = (id: string) => ({
  person: 'admin',
  capacity: 'administrator' as const,
  at,
  command: { id, digest: `digest of ${id}` },
});
const facts = {
  name: '朝阳区市场监督管理局',
  uscc: '11110105000067897H',
  level: 'district',
  domain: 'market-supervision',
  region: '110105',
};

describe('an act that an officer enters later', () => {
  let registry: Registry;
  let context: ActContext;
  let agency: string;
  let lin: string;
  beforeEach(async () => {
    registry = new Registry(new InMemoryEventStore({ clock: () => new Date(at) }));
    const clock = new MovableClock();
    clock.moveTo(new Date('2026-04-10T02:00:00.000Z'));
    context = new ActContext(
      registry,
      clock,
      new Rules({ calendar: chinaCalendar, packs: [], switches: [], sources: [] }),
    );
    agency = await registry.registerAgency(facts, by('agency'));
    lin = await registry.registerPerson({ agency, staffNumber: '1', name: '林晓' }, by('lin'));
    await granted(registry, lin, { capacity: 'officer', from: '2024-01-01' }, by('officer'));
  });
  const issued = (validFrom: string, validTo: string) => {
    const data = { number: `执-${validFrom}`, validFrom, validTo };
    return changed(registry, lin, { type: 'CredentialIssued', data }, by(validFrom));
  };
  const held = async (occurredAt?: string) => {
    const asks = {
      by: { person: lin, agency, account: 'lin', capacities: [] },
      capacity: 'officer',
    } as const;
    const attempt = { act: 'evidence/record-scene', entry: { occurredAt, officers: [lin] } };
    const found = await context.of(asks as unknown as Parameters<ActContext['of']>[0], {
      procedure: caseProcedure,
      file: emptyFile,
      recordedAt: undefined,
      attempt,
    });
    expect(withNumbers(found, {}).credentialHeld).toEqual(
      found.credentialHeld ?? expect.objectContaining({ then: expect.any(Boolean) }),
    );
    return found.credentialHeld;
  };
  const before = '2026-04-09T02:00:00.000Z';

  it('is judged by the credential of its day, and by the one of today', async () => {
    await issued('2024-01-01', '2026-04-09');
    expect(await held(before)).toEqual({ then: true, today: false });
    await issued('2026-04-10', '2028-12-31');
    expect(await held(before)).toEqual({ then: true, today: true });
    expect(await held('2023-12-31T02:00:00.000Z')).toEqual({ then: false, today: true });
  });

  it('as any other where it is not dated back', async () => {
    await issued('2026-04-10', '2028-12-31');
    expect(await held()).toBeUndefined();
    expect(await held(before)).toEqual({ then: false, today: true });
  });
});
