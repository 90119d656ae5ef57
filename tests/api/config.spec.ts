import { ConfigurationRefused, loadConfig } from '../../apps/api/src/config.js';

describe('The choice of the event store', () => {
  it('is PostgreSQL unless it is said otherwise', () => {
    expect(loadConfig({}).EVENT_STORE).toBe('postgres');
    const chosen = { EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: 'esdb://a:2113,b:2113?tls=true' };
    expect(loadConfig(chosen)).toMatchObject(chosen);
  });

  it.each([
    [{ EVENT_STORE: 'eventstoredb' }, /EVENTSTOREDB_URL: .*must be given/],
    [{ EVENTSTOREDB_URL: 'esdb://a:2113' }, /EVENT_STORE: .*set EVENT_STORE=eventstoredb/],
    [{ EVENT_STORE: 'kafka' }, /EVENT_STORE/],
    [
      { EVENT_STORE: 'eventstoredb', EVENTSTOREDB_URL: 'esdb://ops:secret@a?tlsVerifyCert=false' },
      /EVENTSTOREDB_URL .*cannot be used/,
    ],
  ])('is refused when it is not whole: %j', (env, message) => {
    const load = () => loadConfig(env);
    expect(load).toThrow(ConfigurationRefused);
    expect(load).toThrow(message);
    expect(load).not.toThrow(/secret/);
  });
});
