import { ConfigurationRefused, loadConfig } from '../../apps/api/src/parts/config.js';
import { shown } from '../../apps/api/src/log/shown.js';

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

describe('A setting', () => {
  it.each<[Record<string, string>, RegExp]>([
    ...['0x10', '3e3', '1 ', ' 1', '+1', '-1', '1.5', '08', '65536', '９０', 'http'].map(
      (PORT): [Record<string, string>, RegExp] => [{ PORT }, /^PORT：.*from 0 to 65535/m],
    ),
    [{ METRICS_PORT: '0' }, /^METRICS_PORT：.*from 1 to 65535/m],
    ...['pdf,', 'usual,exe', 'html', 'pdf doc'].map((UPLOAD_TYPES): [Record<string, string>, RegExp] => [
      { UPLOAD_TYPES },
      /^UPLOAD_TYPES：.*endings of files/m,
    ]),
    [{ CLAMD: 'clamd:3310' }, /^CLAMD：.*tcp:.*unix:/m],
    [{ HOST: 'http://127.0.0.1' }, /^HOST：.*IP address or a host name/m],
    [{ HOST: '127.0.0.1 ' }, /^HOST：/m],
    [{ NODE_ENV: 'prod' }, /^NODE_ENV：.*development, test, production/m],
    [{ CLOCK: 'fast' }, /^CLOCK：.*system, movable/m],
    [{ LOG_LEVEL: 'verbose' }, /^LOG_LEVEL：.*info/m],
    [{ LOG_FORMAT: 'pretty' }, /^LOG_FORMAT：.*json, text/m],
    [{ DATA_DIR: './data ' }, /^DATA_DIR：.*blank/m],
    [{ ADMIN_PASSWORD: 'short' }, /^ADMIN_PASSWORD：.*12 to 200/m],
    [{ ADMIN_LOGIN: 'a\u0007' }, /^ADMIN_LOGIN：.*control characters/m],
    [{ ADMIN_LOGIN: 'a\u200bdmin' }, /^ADMIN_LOGIN：.*不可见字符.*invisible/m],
    [{ ADMIN_LOGIN: '\u3000' }, /^ADMIN_LOGIN：.*不得空白.*not blank/m],
    [{ ADMIN_LOGIN: 'x'.repeat(101) }, /^ADMIN_LOGIN：.*1 to 100/m],
    [{ PUBLIC_URL: 'anjuan.example' }, /^PUBLIC_URL[:：]/m],
    [{ OIDC_ISSUER: 'ldap://x' }, /^OIDC_ISSUER：/m],
    [{ OIDC_ISSUER: 'http://login.example' }, /^OIDC_ISSUER: .*must be https/m],
    [{ OIDC_ISSUER: 'HTTP://127.0.0.1.login.example/oidc' }, /^OIDC_ISSUER: .*must be https/m],
    [{ DATABASE_URL: 'hunter2' }, /^DATABASE_URL：.*postgresql:\/\//m],
    [{ DATABASE_URL: 'postgresql://h/d?service=x' }, /^DATABASE_URL：service/m],
    [{ DATABASE_URI: 'postgresql://h/d' }, /^DATABASE_URI：.*is DATABASE_URL meant/m],
    [{ ADMIN_PASWORD: 'correct horse battery staple' }, /^ADMIN_PASWORD：.*is ADMIN_PASSWORD meant/m],
    [{ Public_Url: 'https://anjuan.example' }, /^Public_Url：.*is PUBLIC_URL meant/m],
  ])('%j is refused by name, with what would be right, and not repeated', (env, sentence) => {
    const load = () => loadConfig(env);
    expect(load).toThrow(ConfigurationRefused);
    expect(load).toThrow(sentence);
    const [value = ''] = Object.values(env);
    if (value.trim().length > 4)
      expect(load).not.toThrow(new RegExp(`：.*${value.replace(/[?+.]/g, '\\$&')}`));
  });

  it('names an issuer elsewhere by https, and one on this machine by either', () => {
    for (const OIDC_ISSUER of ['https://login.example', 'http://127.0.0.1:1/oidc', 'http://localhost:8080'])
      expect(loadConfig({ OIDC_ISSUER }).OIDC_ISSUER).toBe(OIDC_ISSUER);
  });

  it('of other programs is left alone, and so is one that looks like ours while ours is set', () => {
    const others = {
      HOSTNAME: 'x',
      PORTS: '1',
      DATABASE_URLS: 'x',
      DATABASE_URL: 'postgresql:///d',
      npm_config_port: 'x',
    };
    expect(loadConfig(others).DATABASE_URL).toBe('postgresql:///d');
  });

  it('that is wrong is told together with all the others', () => {
    expect(() => loadConfig({ PORT: 'x', NODE_ENV: 'y', CLOCK: 'z' })).toThrow(/PORT[^]*CLOCK[^]*NODE_ENV/);
  });

  it('stands in the log without what is secret in it', () => {
    const config = loadConfig({
      DATABASE_URL: 'postgresql://anjuan:hunter2@db.example:5432/anjuan?sslpassword=hunter2',
      ADMIN_PASSWORD: 'hunter2hunter2',
      ADMIN_LOGIN: 'hunter2',
    });
    expect(shown(config)).toMatchObject({ PORT: 3000, DATABASE_URL: 'db.example:5432/anjuan' });
    const keywords = loadConfig({ DATABASE_URL: 'host=db.example password=hunter2' });
    expect(JSON.stringify([shown(config), shown(keywords)])).not.toContain('hunter2');
  });
});
