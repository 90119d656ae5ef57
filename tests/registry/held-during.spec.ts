/** What somebody could do on a day, as the registry had it then, whatever was dated back since. */
import { InMemoryEventStore } from '@anjuan/event-store';
import { Registry, type Recorder } from '@anjuan/registry';
import { changed, granted } from '../support/registry.js';
import { by as first, facts } from './registering.js';

describe('What somebody held during a day', () => {
  let now: string;
  let registry: Registry;
  let lin: string;
  const by = (id: string): Recorder => ({ ...first(id), at: now });
  const account = { issuer: 'urn:here', subject: 'lin' };
  beforeEach(async () => {
    now = '2026-03-01T01:00:00.000Z';
    registry = new Registry(new InMemoryEventStore({ clock: () => new Date(now) }));
    const agency = await registry.registerAgency(facts, by('agency'));
    lin = await registry.registerPerson({ agency, staffNumber: '0117', name: '林岚' }, by('lin'));
    await registry.openAccount(lin, () => Promise.resolve(account), by('account'));
    await granted(registry, lin, { capacity: 'officer', from: '2026-03-01' }, by('officer'));
    await confirmed();
  });
  const confirmed = () =>
    registry.accounts.confirm(
      lin,
      { issuer: account.issuer, activates: false },
      { ...by('confirmed'), person: 'second' },
    );
  const held = async (day: string) => (await registry.heldDuring(lin, day))?.capacities;
  const ended = (to: string) =>
    changed(registry, lin, { type: 'CapacityEnded', data: { capacity: 'officer', to } }, by(`ended ${to}`));

  it('is what was granted by then, with who it is', async () => {
    expect(await registry.heldDuring(lin, '2026-03-02')).toEqual({
      person: lin,
      staffNumber: '0117',
      capacities: ['officer'],
    });
    expect(await registry.heldDuring(lin, '2026-02-28')).toBeUndefined();
  });

  it('does not hold what was granted later and dated back', async () => {
    now = '2026-03-10T01:00:00.000Z';
    await granted(registry, lin, { capacity: 'leader', from: '2026-03-01' }, by('leader'));
    expect(await held('2026-03-09')).toEqual(['officer']);
    expect(await held('2026-03-10')).toEqual(['officer', 'leader']);
  });

  it('holds what was ended later and dated back, also for a part of the day', async () => {
    now = '2026-03-10T08:00:00.000Z';
    await ended('2026-03-05');
    expect(await held('2026-03-09')).toEqual(['officer']);
    expect(await held('2026-03-10')).toEqual(['officer']);
    expect(await held('2026-03-11')).toEqual([]);
  });

  it('holds nothing from the day after the last', async () => {
    await ended('2026-03-05');
    expect(await held('2026-03-05')).toEqual(['officer']);
    expect(await held('2026-03-06')).toEqual([]);
  });

  it('holds nothing of somebody whose account nobody had confirmed', async () => {
    const { agency } = (await registry.standing(lin))!;
    const he = await registry.registerPerson(
      { agency: agency!, staffNumber: '0001', name: '何梅' },
      by('he'),
    );
    await registry.openAccount(he, () => Promise.resolve({ ...account, subject: 'he' }), by('opened'));
    await granted(registry, he, { capacity: 'officer', from: '2026-03-01' }, by('he, officer'));
    expect((await registry.heldDuring(he, '2026-03-01'))?.capacities).toEqual([]);
  });

  it('holds nothing of somebody who could not sign in', async () => {
    now = '2026-03-10T08:00:00.000Z';
    await registry.accounts.close(lin, { issuer: account.issuer }, now, by('closed'));
    expect(await held('2026-03-10')).toEqual(['officer']);
    expect(await held('2026-03-11')).toEqual([]);
  });
});
