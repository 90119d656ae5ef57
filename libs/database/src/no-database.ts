import { codeOf, messageOf } from '@anjuan/program';
import pg from 'pg';
import { NoHost, ReadOnlyHost } from './choosing-client.js';

/** The database cannot be used as it is; the message says why, and who cures it how. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase';
}

type Why = readonly [zh: string, en: string];

const byCode: Readonly<Record<string, Why>> = {
  ECONNREFUSED: [
    '该地址没有服务器应答，请启动 PostgreSQL，并检查 DATABASE_URL 的主机与端口',
    'no server answers at that address, start PostgreSQL and check host and port in DATABASE_URL',
  ],
  ENOENT: [
    '该目录没有 PostgreSQL 的套接字，请启动 PostgreSQL，并检查 DATABASE_URL 的 host 与 port',
    'there is no socket of PostgreSQL in that folder, start PostgreSQL and check host and port in DATABASE_URL',
  ],
  EACCES: [
    '本程序的用户无权使用该套接字，请改变其权限',
    'the user of this program may not use that socket, change its rights',
  ],
  ENOTFOUND: ['DATABASE_URL 的主机名无法解析', 'the host in DATABASE_URL cannot be resolved'],
  EAI_AGAIN: [
    'DATABASE_URL 的主机名暂时无法解析，请检查名称服务',
    'the host in DATABASE_URL cannot be resolved now, check the name service',
  ],
  ECONNRESET: [
    '连接被中断，请检查 DATABASE_URL 的端口与网络',
    'the connection was cut, check the port in DATABASE_URL and the network',
  ],
  '28P01': [
    '密码或账号不对，请改正 DATABASE_URL',
    'the account or its password is wrong, correct DATABASE_URL',
  ],
  '28000': [
    '服务器不接受此账号从此处登录，请检查 pg_hba.conf；要求加密的，请在 DATABASE_URL 加 sslmode=require',
    'the server does not let this account in from here, check pg_hba.conf; where it asks for TLS, add sslmode=require to DATABASE_URL',
  ],
  '3D000': [
    '没有这个数据库，请用 CREATE DATABASE … ENCODING UTF8 TEMPLATE template0 建立，或改正 DATABASE_URL',
    'there is no such database, create it with CREATE DATABASE … ENCODING UTF8 TEMPLATE template0 or correct DATABASE_URL',
  ],
  '42501': [
    '账号的权限不足，首次启动须能建立模式：GRANT CREATE ON DATABASE … TO …；表属于另一账号的，请以 DATABASE_OWNER_URL 写明该账号',
    'the account lacks a right, at the first start it must be able to make schemas: GRANT CREATE ON DATABASE … TO …; where the tables belong to another account, name that one in DATABASE_OWNER_URL',
  ],
  '53300': [
    '连接数已用完，请提高 max_connections，或停止其他程序',
    'it has no connection left, raise max_connections or stop other programs',
  ],
  '55P03': [
    '表正被长时间读取，多为正在备份（anjuan backup、pg_dump），请待其结束后再启动',
    'somebody reads its tables for long, mostly a backup (anjuan backup, pg_dump), wait for its end and start again',
  ],
  '53100': ['数据库的磁盘已满，请腾出空间', 'its disk is full, free space on it'],
  '57P03': ['数据库正在启动或停止，请稍后再试', 'it is starting or stopping, try again in a moment'],
  '57P01': ['数据库正在停止，请稍后再试', 'it is stopping, try again in a moment'],
  '25006': [
    '该服务器是只读的备机，请写明主机，或写多个主机并加 target_session_attrs=read-write',
    'that server is a read-only standby, name the primary, or several hosts with target_session_attrs=read-write',
  ],
};

const byMessage: readonly (readonly [RegExp, Why])[] = [
  [
    /does not support SSL/,
    [
      '服务器不提供加密，请在服务器上开启，或将 sslmode 改为 disable',
      'the server offers no TLS, switch it on there or set sslmode=disable',
    ],
  ],
  [
    /certificate|self.signed|altnames/i,
    [
      '服务器的证书不可信，请用 sslrootcert 给出签发机构，并检查主机名',
      "the server's certificate is not trusted, give its authority with sslrootcert and check the host name",
    ],
  ],
  [
    /Query read timeout/,
    [
      '服务器已连接，但没有及时答复，请检查其负载和未结束的事务；确需更久的，请在 DATABASE_URL 写明 query_timeout',
      'the server is reached but does not answer a statement in time, check its load and open transactions; where it needs longer, say query_timeout in DATABASE_URL',
    ],
  ],
  [
    /timeout|timed out/i,
    [
      '服务器没有及时应答，请检查主机、端口与网络',
      'the server does not answer in time, check host, port and network',
    ],
  ],
  [
    /password must be a string/,
    ['服务器要求密码，请写入 DATABASE_URL', 'the server asks for a password, write it into DATABASE_URL'],
  ],
  [
    /terminated/,
    ['连接被中断，请检查服务器与网络', 'the connection was cut, check the server and the network'],
  ],
];

/** What the driver or the server said, for the operator. The server's own words follow where ours do not say it all. */
export const noDatabase = (error: unknown): NoDatabase => {
  if (error instanceof NoDatabase) return error;
  const [zh, en] = whyOf(error);
  return new NoDatabase(`数据库无法使用：${zh}。The database cannot be used: ${en}.${ownWords(error)}`, {
    cause: error,
  });
};

const whyOf = (error: unknown): Why => {
  const cause = error instanceof NoHost ? error.cause : error;
  if (cause instanceof ReadOnlyHost) return byCode['25006'] ?? unnamed;
  const found = byMessage.find(([words]) => words.test(messageOf(cause)))?.[1];
  return byCode[firstCodeOf(cause)] ?? found ?? unnamed;
};

const unnamed: Why = ['请检查 DATABASE_URL 与服务器', 'check DATABASE_URL and the server'];

/** Of several addresses of one name each failed in its own way. */
const firstCodeOf = (error: unknown): string =>
  error instanceof AggregateError ? codeOf(error.errors[0]) : codeOf(error);

const ownWords = (error: unknown): string => {
  const cause = error instanceof NoHost ? error.cause : error;
  return cause instanceof pg.DatabaseError || whyOf(error) === unnamed ? ` (${messageOf(cause)})` : '';
};
