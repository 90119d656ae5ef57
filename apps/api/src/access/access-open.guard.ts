import { AccessLog, type LetIn } from '@anjuan/access-log';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problems.js';
import { routeRight } from '../http/route-right.js';

/** `operation`: of the API, for the log of access; absent where anybody is answered. `access`: as what they were let in. */
export type NotedRequest = FastifyRequest & {
  operation?: string;
  access?: LetIn & Readonly<{ record?: Readonly<{ id: string }>; hidden?: true }>;
  /** It changes nothing, and shows what is recorded, whatever its method and its answer. */
  showsOnly?: boolean;
};

export const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/** @throws Problem `unavailable`: what cannot be recorded is not shown */
export const mustBeOpen = (log: AccessLog): void => {
  if (log.open) return;
  throw new Problem(
    'unavailable',
    '查阅暂时无法记录，因此不予查阅，请稍后重试；Reads cannot be recorded at the moment, and what is not recorded is not shown: try again in a moment',
    { retryAfter: 2 },
  );
};

/** What cannot be recorded is not read: checked before anything else, so that the record is not read in vain. */
@Injectable()
export class AccessOpenGuard implements CanActivate {
  constructor(private readonly log: AccessLog) {}

  /** @throws Problem `unavailable` */
  canActivate(context: ExecutionContext): boolean {
    const { route, right } = routeRight(context.getHandler() as (...given: never[]) => unknown);
    if (right.who === 'anybody') return true;
    const request = context.switchToHttp().getRequest<NotedRequest>();
    request.operation = route;
    if (isRead(request)) mustBeOpen(this.log);
    return true;
  }
}
