import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { partsOf, type AddressParts } from '../address.js';
import type { CauseOfNoStore } from './no-event-store.js';

type Host = AddressParts['hosts'][number];
type Met = Extract<
  CauseOfNoStore,
  | 'unknownHost'
  | 'nobodyListens'
  | 'unreachable'
  | 'serverWithoutTls'
  | 'serverWithTls'
  | 'untrusted'
  | 'expired'
  | 'otherName'
>;

const patienceMs = 3_000;
const outOfTime = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/**
 * What keeps this machine from talking to the hosts of the address, by connecting once more and saying nothing: the
 * first of them that has a cause; undefined where a connection is made as the address wants it.
 */
export async function obstacle(address: string): Promise<Readonly<{ met: Met; of: string }> | undefined> {
  const parts = partsOf(address);
  const met = await Promise.all(parts.hosts.map((host) => metAt(host, parts)));
  const first = met.findIndex((one) => one !== undefined);
  const cause = met[first];
  return cause && { met: cause, of: met.length > 1 ? `${first + 1}/${met.length}` : '' };
}

async function metAt({ name, port }: Host, { tls, caFile }: AddressParts): Promise<Met | undefined> {
  try {
    await lookup(name);
  } catch {
    return 'unknownHost';
  }
  const plain = await connecting(connectPlain({ host: name, port }), 'connect');
  if (plain !== undefined) return plain === 'ECONNREFUSED' ? 'nobodyListens' : 'unreachable';
  const options = { host: name, port, ...(isIP(name) === 0 && { servername: name }) };
  if (!tls) {
    // Only whether it speaks TLS at all: nothing is sent.
    const spoken = await connecting(connectTls({ ...options, rejectUnauthorized: false }), 'secureConnect');
    return spoken === undefined ? 'serverWithTls' : undefined;
  }
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile) };
  const refused = await connecting(connectTls({ ...options, ...ca, ALPNProtocols: ['h2'] }), 'secureConnect');
  return refused === undefined ? undefined : ofTls(refused);
}

function ofTls(code: string): Met {
  if (outOfTime.includes(code)) return 'expired';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'otherName';
  return /CERT|SIGNATURE|ISSUER|CRL|CA_/.test(code) ? 'untrusted' : 'serverWithoutTls';
}

/** Undefined: connected; otherwise the code of what happened. */
function connecting(socket: Socket, event: string): Promise<string | undefined> {
  return new Promise<string | undefined>((resolve) => {
    socket
      .setTimeout(patienceMs, () => {
        resolve('ETIMEDOUT');
      })
      .once(event, () => {
        resolve(undefined);
      })
      .on('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code ?? error.message);
      })
      .once('close', () => {
        resolve('ECONNRESET');
      });
  }).finally(() => socket.destroy());
}
