import type { Capacity } from '@anjuan/case';
import type { Look } from '@anjuan/event-store';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { readCommandHeaders, readSideStreamHeaders, type SignedInRequest } from './command-headers.js';
import type { Via } from '../access/reader.js';
import type { SignedIn } from './signed-in.js';

/** The actor, the capacity, the record and its revision, and the idempotency key. */
export type CommandRequest = Readonly<{
  /** Of the case or other record in the address; absent for an act that opens one. */
  recordId?: string;
  /** From If-Match; absent for an act that opens a record, or is recorded in its side stream. */
  revision?: number;
  by: SignedIn;
  /** The check of the record made when this request was authenticated. */
  seen: Look;
  capacity: Capacity;
  /** Who asks and from where, as the log of access has it. */
  via: Via;
  /** Idempotency-Key as the client sent it. */
  key: string;
  /** SHA-256 of method, path, capacity and canonical body. */
  digest: string;
}>;

/** The command's headers, read and checked; the guard has signed the person in before. */
export const CommandHeaders = createParamDecorator((_: unknown, context: ExecutionContext): CommandRequest =>
  readCommandHeaders(context.switchToHttp().getRequest<SignedInRequest>()),
);

/** The same for a command on a side stream, without If-Match. */
export const SideStreamHeaders = createParamDecorator(
  (_: unknown, context: ExecutionContext): CommandRequest =>
    readSideStreamHeaders(context.switchToHttp().getRequest<SignedInRequest>()),
);
