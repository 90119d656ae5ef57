import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { isAddress, partsOf } from '../address.js';
import { StoreUnavailable } from '../../event-store.js';
import type { Connection } from '../connection.js';
import { metadataStream } from '../ours.js';
import { statusOf } from '../trouble.js';
import { NoEventStore, oldestVersion, type CauseOfNoStore } from './no-event-store.js';
import { obstacle } from './network.js';
import { openToOthers, withoutLimits } from './settings.js';

type Examined = Readonly<{ connection: Connection; address: string; prefix: string }>;
/** `found`: such as the version; `warnings`: what should be otherwise, though the record can be kept there. */
export type Check = Readonly<{
  what: string;
  found?: string;
  warnings?: readonly string[];
  fault?: NoEventStore;
}>;

/** of a server that is silent, each as long as a call may be */
const mostAttempts = 3;
/** No stream has so many events: an append that expects it is refused whatever the stream is, if it may be written to. */
const never = 2 ** 52;

/** Whether the server is one that the record can be kept on. Writes nothing. Ends with the first fault of a connection. */
export async function examine(examined: Examined): Promise<readonly Check[]> {
  const reached = await checked('connection', () => reach(examined));
  if (reached.fault) return [reached];
  return [
    reached,
    ...(await Promise.all([
      checked('version', () => version(examined)),
      checked('read', () => mayRead(examined)),
      checked('write', () => mayWrite(examined)),
      checked('limits', () => withoutLimits(examined)),
      openToOthers(examined).then((warnings) => ({ what: 'accounts', warnings })),
    ])),
  ];
}

/** @throws NoEventStore for the first fault */
export async function mustBeUsable(examined: Examined): Promise<void> {
  const fault = (await examine(examined)).find((one) => one.fault)?.fault;
  if (fault) throw fault;
}

export async function checked(what: string, check: () => Promise<string | undefined>): Promise<Check> {
  try {
    const found = await check();
    return { what, ...(found !== undefined && { found }) };
  } catch (error) {
    if (error instanceof NoEventStore) return { what, fault: error };
    throw error;
  }
}

/** Whether a connection is made, the account is known and may read the log. */
async function reach({ connection, address }: Examined): Promise<undefined> {
  for (let attempt = 1; ; attempt++)
    try {
      await connection.lastOfAll(1);
      return;
    } catch (error) {
      if (!isSilence(error) || attempt === mostAttempts) throw await causeOf(error, address);
    }
}

/** Nothing was heard, and nothing broke. */
function isSilence(error: unknown): boolean {
  return error instanceof StoreUnavailable && error.cause === undefined;
}

async function causeOf(error: unknown, address: string): Promise<NoEventStore> {
  const { account, hosts } = partsOf(address);
  const because = (reason: CauseOfNoStore, found?: string): NoEventStore =>
    new NoEventStore(reason, found, { cause: error });
  const code = statusOf(error);
  if (code === status.UNAUTHENTICATED) return because(account ? 'wrongPassword' : 'noAccount');
  if (code === status.PERMISSION_DENIED) return because(account ? 'mayNotReadAll' : 'noAccount');
  const inTheWay = isAddress(address) ? await obstacle(address) : undefined;
  if (inTheWay) return because(inTheWay.met, inTheWay.of === '' ? undefined : inTheWay.of);
  if (isSilence(error)) return because('silent');
  return because(hosts.length > 1 || address.startsWith('esdb+') ? 'noLeader' : 'otherServer');
}

async function version({ connection }: Examined): Promise<string> {
  const found = (await connection.version()) ?? '';
  const [major = 0, minor = 0] = found.split('.').map(Number);
  const [least = 0, leastMinor = 0] = oldestVersion.split('.').map(Number);
  if (!(major > least || (major === least && minor >= leastMinor)))
    throw new NoEventStore('tooOld', found === '' ? '< 21.10' : found);
  return found;
}

/** Of a stream that is not there: by the rights that hold for all. */
async function mayRead({ connection, prefix }: Examined): Promise<undefined> {
  const name = `${prefix}doctor-${randomUUID()}`;
  await Promise.all([connection.read(name, 0, 1), connection.last(metadataStream(name))]).catch(
    denied('mayNotRead'),
  );
}

async function mayWrite({ connection, prefix }: Examined): Promise<undefined> {
  const event = { id: randomUUID(), type: 'Doctor', bytes: Buffer.from('{}') };
  const { said } = await connection.append(`${prefix}doctor-${randomUUID()}`, never, [event]);
  if (said === 'denied') throw new NoEventStore('mayNotWrite');
}

const denied =
  (reason: CauseOfNoStore) =>
  (error: unknown): never => {
    if (statusOf(error) !== status.PERMISSION_DENIED) throw error;
    throw new NoEventStore(reason, undefined, { cause: error });
  };
