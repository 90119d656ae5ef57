import { ConnectionStringRefused, type Said } from './said.js';
import { readKeywords } from './keywords.js';

const uri = /^postgres(?:ql)?:\/\/(?:([^/?]*)@)?([^/?@]*)(?:\/([^?]*))?(?:\?(.*))?$/s;

/**
 * `postgresql://user:password@host:5432/database?name=value`, with several hosts or none, or libpq's other form,
 * `host=… dbname=…`.
 * @throws ConnectionStringRefused
 */
export const readConnectionString = (text: string): Said => {
  if (/^postgres(ql)?:\/\//.test(text)) return readUri(text);
  if (text.includes('=')) return readKeywords(text);
  throw new ConnectionStringRefused(
    '须为 postgresql://user:password@host:5432/database 或 host=… dbname=… 的形式',
    'write postgresql://user:password@host:5432/database, or host=… dbname=…',
  );
};

const readUri = (text: string): Said => {
  const [, userinfo = '', hosts = '', database = '', query = ''] = uri.exec(text) ?? [];
  const [user = '', ...password] = userinfo.split(':');
  const given = {
    user: decoded(user, 'user'),
    password: decoded(password.join(':'), 'password'),
    ...hostsIn(hosts),
    dbname: decoded(database, 'dbname'),
  };
  const named = query
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=');
      return [name, decoded(value.join('='), name)];
    });
  return { ...nonEmpty(given), ...Object.fromEntries(named) };
};

const hostsIn = (text: string): { host: string; port: string } => {
  const hosts = text.split(',').map((one) => {
    const [, v6, plain = '', port = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/s.exec(one) ?? [];
    if (v6 === undefined && port.includes(':'))
      throw new ConnectionStringRefused(
        'host：IPv6 地址须写在方括号内',
        'host: write an IPv6 address in brackets',
      );
    return { host: decoded(v6 ?? plain, 'host'), port };
  });
  const ports = hosts.map(({ port }) => port);
  return {
    host: hosts.map(({ host }) => host).join(','),
    port: ports.every((port) => port === '') ? '' : ports.join(','),
  };
};

const decoded = (text: string, name: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ConnectionStringRefused(
      `${name}：百分号编码有误，% 本身须写作 %25`,
      `${name}: wrongly percent-encoded, write % itself as %25`,
    );
  }
};

const nonEmpty = (given: Said): Said =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
