import type { Capacity } from '@anjuan/case';
import type { Look } from '@anjuan/event-store';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { readCommandHeaders, readHeadersBeside, type SignedInRequest } from './command-headers.js';
import type { SignedIn } from './signed-in.js';

/** Who asks, in which capacity, on which revision of which record, under which key. */
export type CommandRequest = Readonly<{
  /** Of the case or other record in the address; absent for an act that opens one. */
  recordId?: string;
  /** From If-Match; absent for an act that opens a record, or is recorded beside it. */
  revision?: number;
  by: SignedIn;
  /** The look at the record that was taken when the person signed in to this request. */
  seen: Look;
  capacity: Capacity;
  /** Idempotency-Key as the client sent it. */
  key: string;
  /** SHA-256 of method, path, capacity and canonical body. */
  digest: string;
}>;

/** The command's headers, read and checked; the guard has signed the person in before. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): CommandRequest =>
  readCommandHeaders(context.switchToHttp().getRequest<SignedInRequest>()),
);

/** The same of what is recorded beside another record, without If-Match. */
export const AskedBeside = createParamDecorator((_: unknown, context: ExecutionContext): CommandRequest =>
  readHeadersBeside(context.switchToHttp().getRequest<SignedInRequest>()),
);
