/**
 * Options that may stand in the address. Left out on purpose: `throwOnAppendFailure`, because the client answers
 * conflicts wrongly without it; `nodePreference` and `defaultDeadline`, which are ours to decide; `tlsVerifyCert`,
 * which has no effect and of which, as of any it does not know, the client prints a warning with the whole address.
 */
const options = [
  'connectionName',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
];

const shape = /^esdb(\+discover)?:\/\/([^:@/?]+:[^@/?]+@)?[^@/?]+\/?(\?(?<query>[^?]+))?$/;

/** `esdb://` or `esdb+discover://`, hosts, and options the program can live with. */
export function isAddress(address: string): boolean {
  const match = shape.exec(address);
  if (match === null) return false;
  const query = match.groups?.['query'];
  if (query === undefined) return true;
  return query.split('&').every((pair) => options.includes(/^([^=]+)=.+$/.exec(pair)?.[1] ?? ''));
}

type Host = Readonly<{ name: string; port: number }>;
export type AddressParts = Readonly<{
  hosts: readonly Host[];
  tls: boolean;
  /** of the authority that is trusted, instead of those of the system */
  caFile: string | undefined;
  /** a name and a password are given */
  account: boolean;
}>;

/** Of an address that isAddress accepts; what the client takes where nothing is said. */
export function partsOf(address: string): AddressParts {
  const [, account, names = '', query = ''] =
    /^esdb(?:\+discover)?:\/\/([^@]+@)?([^/?]+)\/?(?:\?(.+))?$/.exec(address) ?? [];
  const given = new URLSearchParams(query);
  const hosts = names.split(',').map((one): Host => {
    const [name = '', port = '2113'] = one.split(':');
    return { name, port: Number(port) };
  });
  return {
    hosts,
    tls: given.get('tls') !== 'false',
    caFile: given.get('tlsCAFile') ?? undefined,
    account: account !== undefined,
  };
}

/** The address cannot be used. It may hold a password, so it is not repeated, nor what the client says of it. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  constructor() {
    super(
      `EVENTSTOREDB_URL 不可用。The address of EventStoreDB cannot be used: write esdb://host:2113 or esdb+discover://host:2113, with options among ${options.join(', ')}, and see that the files it names are there.`,
    );
  }
}
