import { hash } from 'node:crypto';
import type { AccessLog } from '@anjuan/access-log';
import { networkOf } from '@anjuan/identity';
import type { FastifyRequest } from 'fastify';
import { signedPartOf } from '../http/bearer.js';
import type { SignedIn } from '../http/signed-in.js';

export type Reader = Parameters<AccessLog['read']>[0]['by'];
export type Via = Readonly<{ ip: string; network: string; by: Reader }>;
type Request = FastifyRequest & { signedIn?: SignedIn };

/** The address, and those that are one owner's to choose from. */
export const whenceOf = ({ ip }: FastifyRequest): Readonly<{ ip: string; network: string }> => ({
  ip,
  network: networkOf(ip),
});

/** As the log of access calls who asks; undefined: nobody who is signed in. */
export const readerOf = (request: Request): Reader | undefined =>
  request.signedIn && signedInReader({ signedIn: request.signedIn, headers: request.headers });

export const viaOf = (request: FastifyRequest & { signedIn: SignedIn }): Via => ({
  ...whenceOf(request),
  by: signedInReader(request),
});

const signedInReader = ({
  signedIn,
  headers,
}: Readonly<{ signedIn: SignedIn; headers: FastifyRequest['headers'] }>): Reader => {
  const { person, agency, capacities, unconfirmed } = signedIn;
  // Each refresh gives another token: of one sign-in they are one session.
  const same = signedIn.session ?? signedPartOf(headers.authorization);
  const session = hash('sha256', `session\n${person}\n${same}`, 'base64url').slice(0, 22);
  return {
    ...{ person, capacities, session },
    ...(agency !== undefined && { agency }),
    ...(unconfirmed && { unconfirmed }),
  };
};
