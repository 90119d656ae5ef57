import { isLoopback } from '@anjuan/program';

/** Without PUBLIC_URL it is where the process listens. */
export const publicUrlOf = (
  { PUBLIC_URL, HOST }: Readonly<{ PUBLIC_URL?: string; HOST: string }>,
  port: number,
): string => PUBLIC_URL ?? `http://${inUrl(HOST)}:${String(port)}`;

/** The faults of the program's public address, as sentences; empty: it can be used. */
export const wrongPublicUrl = ({
  PUBLIC_URL,
  HOST,
}: Readonly<{ PUBLIC_URL?: string; HOST: string }>): readonly string[] => {
  if (PUBLIC_URL === undefined)
    return isLoopback(inUrl(HOST))
      ? []
      : [
          'PUBLIC_URL: HOST 不在本机回环地址时必须填写；must be given when HOST is not on the loopback, such as https://anjuan.example',
        ];
  const url = URL.parse(PUBLIC_URL);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return ['PUBLIC_URL: 不是网址；is no address, write one such as https://anjuan.example'];
  if (url.origin !== PUBLIC_URL)
    return [
      `PUBLIC_URL: 只写协议、主机和端口，末尾不加斜杠，请写作 ${url.origin}；has scheme, host and port only, and no slash at its end: write ${url.origin}`,
    ];
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return [
      'PUBLIC_URL: 本机以外须用 https（见 docker/README.md 的代理样例）；must be https off this machine, docker/README.md has samples of a proxy',
    ];
  return [];
};

/** The issuer's keys come from there: a person who could change them in transit could sign in as anybody. */
export const wrongIssuer = ({ OIDC_ISSUER }: Readonly<{ OIDC_ISSUER?: string }>): readonly string[] => {
  const url = URL.parse(OIDC_ISSUER ?? '');
  return url?.protocol === 'http:' && !isLoopback(url.hostname)
    ? ['OIDC_ISSUER: 本机以外须用 https；must be https off this machine']
    : [];
};

/** An IPv6 address is written in brackets. */
const inUrl = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
