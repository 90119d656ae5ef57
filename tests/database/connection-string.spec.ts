import { connectionOf, ConnectionStringRefused } from '@anjuan/database';

type Made = Readonly<Record<string, unknown>>;
const ways = (text: string): readonly unknown[] => {
  const { candidates, host, port, ssl } = connectionOf(text) as Made;
  const found = (candidates ?? [{ host, port, ssl }]) as readonly Made[];
  return found.map(
    (way) => `${String(way['host'])}:${String(way['port'])} ${way['ssl'] === false ? 'plain' : 'TLS'}`,
  );
};

describe('A connection string', () => {
  it.each<[string, Made]>([
    [
      'postgresql://u:p%40ss@db.example:6432/anjuan',
      { user: 'u', password: 'p@ss', host: 'db.example', port: 6432, database: 'anjuan' },
    ],
    ['postgres://u@[::1]:5433/anjuan', { user: 'u', host: '::1', port: 5433, database: 'anjuan' }],
    [
      'postgresql:///anjuan?host=/var/run/postgresql',
      { host: '/var/run/postgresql', port: 5432, ssl: false, database: 'anjuan' },
    ],
    [
      'postgresql://u@%2Fvar%2Frun%2Fpostgresql/anjuan',
      { user: 'u', host: '/var/run/postgresql', ssl: false, database: 'anjuan' },
    ],
    ['postgresql://u@%2Fvar%2Frun%2Fpostgresql:5433/anjuan', { host: '/var/run/postgresql', port: 5433 }],
    [
      'postgresql:///anjuan?host=/s&port=5433&user=u&password=p',
      { host: '/s', port: 5433, user: 'u', password: 'p' },
    ],
    [
      "host=/s dbname=anjuan user='o\\'brien' password='a b\\\\c'",
      { host: '/s', database: 'anjuan', user: "o'brien", password: 'a b\\c' },
    ],
    [
      'host = db.example   port=1 dbname = anjuan sslmode=disable',
      { host: 'db.example', port: 1, database: 'anjuan', ssl: false },
    ],
    [
      'postgresql://h/d?connect_timeout=7&application_name=a%20b&options=-c%20work_mem%3D4MB',
      { connectionTimeoutMillis: 7_000, application_name: 'a b', options: '-c work_mem=4MB' },
    ],
    [
      'postgresql://h/d?keepalives=0&keepalives_idle=30',
      { keepAlive: false, keepAliveInitialDelayMillis: 30_000 },
    ],
    ['postgresql://用户:密码@h/案卷', { user: '用户', password: '密码', database: '案卷' }],
  ])('%s', (text, made) => {
    expect(connectionOf(text)).toMatchObject(made);
  });

  it.each<[string, readonly string[]]>([
    ['postgresql://h/d?sslmode=disable', ['h:5432 plain']],
    ['postgresql://h/d?sslmode=allow', ['h:5432 plain', 'h:5432 TLS']],
    ['postgresql://h/d?sslmode=prefer', ['h:5432 TLS', 'h:5432 plain']],
    ['postgresql://h/d', ['h:5432 TLS', 'h:5432 plain']],
    ['postgresql://h/d?sslmode=require', ['h:5432 TLS']],
    ['postgresql://h/d?ssl=true', ['h:5432 TLS']],
    ['postgresql://a,b:6000/d?sslmode=disable', ['a:5432 plain', 'b:6000 plain']],
    ['postgresql:///d?host=a,b&port=6000&sslmode=disable', ['a:6000 plain', 'b:6000 plain']],
    ['host=a,/s port=1,2 dbname=d sslmode=require', ['a:1 TLS', '/s:2 plain']],
    ['host=db.example hostaddr=192.0.2.7 sslmode=verify-full', ['192.0.2.7:5432 TLS']],
  ])('%s leads to %j', (text, expected) => {
    expect(ways(text)).toEqual(expected);
  });

  it('asks for the certificate as far as the mode says', () => {
    const tls = (mode: string) =>
      (connectionOf(`host=db.example hostaddr=192.0.2.7 sslmode=${mode}`) as Made)['ssl'];
    expect(tls('require')).toMatchObject({ rejectUnauthorized: false, servername: 'db.example' });
    expect(tls('verify-ca')).toMatchObject({
      servername: 'db.example',
      checkServerIdentity: expect.any(Function),
    });
    expect(tls('verify-full')).toEqual({ host: 'db.example', servername: 'db.example' });
  });

  it.each<[string, RegExp]>([
    ['anjuan', /write postgresql:\/\//],
    ['https://db.example/anjuan', /write postgresql:\/\//],
    ['postgresql://u:p%zz@h/d', /^password：.*%25/],
    ['postgresql://u@::1:5432/d', /IPv6 address in brackets/],
    ['postgresql://h:0/d', /^port/],
    ['postgresql://h:x/d', /^port/],
    ['postgresql://a,b,c:1,2/d?port=1,2', /^port：/],
    ['postgresql://h/d?service=ours', /^service：.*write what the service holds/],
    ['postgresql://h/d?passfile=/x', /^passfile：.*PGPASSFILE/],
    ['postgresql://h/d?krbsrvname=x', /^krbsrvname：.*missing here/],
    ['postgresql://h/d?constructor=x', /^constructor：.*missing here/],
    ['postgresql://h/d?sslmode=always', /^sslmode：.*verify-full/],
    ['postgresql://h/d?target_session_attrs=standby', /^target_session_attrs：.*the program writes/],
    ['postgresql://h/d?client_encoding=GBK', /^client_encoding/],
    ['postgresql://h/d?sslrootcert=/no/such/file&sslmode=verify-ca', /^sslrootcert：.*cannot be read/],
    ['postgresql://h/d?connect_timeout=soon', /^connect_timeout/],
    ['postgresql://h/d?query_timeout=1.5s', /^query_timeout/],
    ["host=a password='b", /from character 7 on/],
  ])('%s is refused with the part that is wrong', (text, said) => {
    const read = () => connectionOf(text);
    expect(read).toThrow(ConnectionStringRefused);
    expect(read).toThrow(said);
  });
});
