import { AccessLog } from '@anjuan/access-log';
import type { EventStore } from '@anjuan/event-store';
import { builtInIssuer, networkOf, type SignInTry } from '@anjuan/identity';
import type { Registry } from '@anjuan/registry';
import type { Log } from '../log/log.js';
import { Troubles } from '../log/troubles.js';
import type { Clock } from '../parts/clock.js';
import { nameOf } from '../parts/last-writes.js';
import { shownBy } from './shown-by.js';

/** The log of access on the record; where nothing of it can be written, the operator's log says so. */
export const accessLog = (store: EventStore, log: Log): AccessLog => {
  const troubles = new Troubles((fields) => {
    log.error({ from: 'access', ...fields }, 'access not recorded');
  });
  return new AccessLog(store, {
    shownBy,
    failed: (error, waiting) => {
      troubles.met(nameOf(error), { waiting });
    },
  });
};

type Parts = Readonly<{ access: AccessLog; registry: Registry; clock: Clock }>;

/** A try to sign in, under the agency of the person whose account was tried. */
export const recordTry = (
  { access, registry, clock }: Parts,
  { outcome, login, ip }: SignInTry,
  of: () => Promise<string | undefined>,
): void => {
  const owner = async () => {
    const account = await of();
    return account === undefined ? undefined : registry.personBehind(builtInIssuer, account);
  };
  access.tried({ at: clock.now(), ip, network: networkOf(ip), outcome, login }, owner());
};
