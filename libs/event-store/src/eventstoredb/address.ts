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

/** The address cannot be used. It may hold a password, so it is not repeated, nor what the client says of it. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  constructor() {
    super(
      `EVENTSTOREDB_URL 不可用。The address of EventStoreDB cannot be used: write esdb://host:2113 or esdb+discover://host:2113, with options among ${options.join(', ')}, and see that the files it names are there.`,
    );
  }
}
