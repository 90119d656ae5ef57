import { hash } from 'node:crypto';
import { capacities, type Capacity } from '@anjuan/case';
import type { Look } from '@anjuan/event-store';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import { viaOf } from '../access/reader.js';
import type { Access } from './access.js';
import type { CommandRequest } from './command-request.js';
import { caseId, recordId } from './path-ids.js';
import { Problem } from './problems.js';
import type { SignedIn } from './signed-in.js';

export type SignedInRequest = FastifyRequest & { signedIn: SignedIn; seen: Look; access: Access };

const isCapacity = (value: unknown): value is Capacity =>
  typeof value === 'string' && (capacities as readonly string[]).includes(value);

/** Of the store: keys are a person's own, two may choose the same. */
export const commandIdOf = (person: string, key: string): string => `${person}/${key}`;

export const readKey = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new Problem(
    'header-missing',
    'Idempotency-Key：8 至 128 个可见 ASCII 字符；8 to 128 visible ASCII characters',
    { header: 'Idempotency-Key' },
  );
};

/** Undefined where none is given. */
export const statedCapacity = ({ headers }: FastifyRequest): Capacity | undefined => {
  const capacity = headers['acting-capacity'];
  if (capacity === undefined || isCapacity(capacity)) return capacity;
  throw noCapacity();
};

export const readCapacity = (request: FastifyRequest): Capacity => {
  const capacity = statedCapacity(request);
  if (capacity !== undefined) return capacity;
  throw noCapacity();
};

const noCapacity = (): Problem =>
  new Problem('header-missing', `Acting-Capacity：以何身份实施；one of ${capacities.join(', ')}`, {
    header: 'Acting-Capacity',
  });

/** The digest of the request that the key belongs to: the same key with anything else is another request. */
export const requestDigest = (request: FastifyRequest, capacity: string): string => {
  const { method, url, body } = request;
  const sent = body instanceof Uint8Array ? hash('sha256', body, 'hex') : (body ?? null);
  return hash('sha256', canonicalize([method, url, capacity, sent]) ?? '', 'hex');
};

const readRevision = (request: FastifyRequest): number => {
  const match = /^"(0|[1-9]\d{0,14})"$/.exec(request.headers['if-match'] ?? '');
  if (match?.[1] !== undefined) return Number(match[1]);
  throw new Problem(
    'revision-required',
    'If-Match："案卷版本号"，即读取案卷时的 ETag；the ETag of the case as it was read, in quotes',
  );
};

const readId = (request: FastifyRequest): string | undefined => {
  const named = request.params as { caseId?: string; recordId?: string };
  if (named.caseId !== undefined) return caseId.transform(named.caseId, { type: 'param' });
  return named.recordId === undefined ? undefined : recordId.transform(named.recordId, { type: 'param' });
};

export const readCommandHeaders = (request: SignedInRequest): CommandRequest => {
  return {
    ...readSideStreamHeaders(request),
    ...(readId(request) !== undefined && { revision: readRevision(request) }),
  };
};

/** Headers of a command on a side stream: it depends on no revision of the record. */
export const readSideStreamHeaders = (request: SignedInRequest): CommandRequest => {
  const of = readId(request);
  const capacity = readCapacity(request);
  return {
    ...(of !== undefined && { recordId: of }),
    by: request.signedIn,
    seen: request.seen,
    capacity,
    via: viaOf(request),
    key: readKey(request),
    digest: requestDigest(request, capacity),
  };
};
