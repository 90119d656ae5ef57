import type { AccessLog } from '@anjuan/access-log';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { uuid } from '../http/path-ids.js';
import type { SignedInRequest } from '../http/command-headers.js';
import type { Clock } from '../parts/clock.js';
import { isRead, type NotedRequest } from './access-open.guard.js';
import { readerOf, whenceOf } from './reader.js';
import { isOfOneself } from './shown-by.js';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;
type Request = NotedRequest & Partial<Pick<SignedInRequest, 'signedIn'>>;

const turnedAway = [401, 403, 404] as const;

/**
 * Writes each read and each refusal to the access log as its answer is sent: a reader who breaks it off has read what
 * came by then, and the program hears of no end of it.
 */
export const recordAccess = (fastify: Fastify, log: AccessLog, clock: Clock): void => {
  fastify.addHook('onSend', (request: Request, reply, _payload, done) => {
    const { operation } = request;
    if (operation !== undefined) tell(request, reply, { operation, log, at: clock.now() });
    done();
  });
};

type Answered = Readonly<{ operation: string; log: AccessLog; at: Date }>;

const tell = (request: Request, { statusCode }: FastifyReply, { operation, log, at }: Answered): void => {
  const by = readerOf(request);
  const access = { at, ...whenceOf(request), operation, ...whatIn(request) };
  const status = turnedAway.find((one) => one === statusCode);
  if (status !== undefined) log.refused({ ...access, status, ...(by && { by }) });
  else if (isShown(request, statusCode) && by && !isOfOneself(operation))
    log.read({ ...access, by, ...(request.access && { letIn: request.access }) });
};

type What = Readonly<{ record?: string; through?: string }>;

/** A file is named by its hash, and the record through which it was reached; a hidden one by that record alone. */
const whatIn = (request: Request): What => {
  const { record: { id: through } = {}, hidden } = request.access ?? {};
  const record = hidden ? through : recordIn(request);
  return {
    ...(record !== undefined && { record }),
    ...(through !== undefined && through !== record && { through }),
  };
};

const isShown = (request: Request, statusCode: number): boolean =>
  request.showsOnly ? statusCode < 500 : isRead(request) && statusCode < 400;

/** The case, other record, file, person or agency in the address, if it can be one. */
const recordIn = ({ params }: Request): string | undefined => {
  const [first] = Object.values((params ?? {}) as Readonly<Record<string, unknown>>);
  const isId = typeof first === 'string' && (uuid.test(first) || /^[0-9a-f]{64}$/.test(first));
  return isId ? first : undefined;
};
