import { Growth, type Look } from '@anjuan/event-store';
import { TokenRefused, type VerifiedToken } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import { onDay, Registry } from '@anjuan/registry';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiSecurity } from '@nestjs/swagger';
import { Clock } from '../parts/clock.js';
import { Identity } from '../parts/identity.js';
import { personBehind } from './account-behind.js';
import type { SignedInRequest } from './command-headers.js';
import { Problem } from './problems.js';
import type { SignedIn } from './signed-in.js';

const isPublic = 'answers without a token';
/** The front page, health, problem pages, published decisions: nothing else answers without a token. */
export const Public = () => applyDecorators(SetMetadata(isPublic, true), ApiSecurity({}));

const withoutCapacity = 'answers who holds no capacity';
/**
 * What somebody may know of themselves, and commands, which the law refuses and the attempt log keeps. Nothing else
 * answers somebody who holds no capacity on the day.
 */
export const AnswersWithoutCapacity = () => SetMetadata(withoutCapacity, true);

/** Who is behind the token; what they may do is the registry's word, on the program's day. */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: Identity,
    private readonly registry: Registry,
    private readonly growth: Growth,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marked = (mark: string): boolean =>
      this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]);
    if (marked(isPublic)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const token = await this.#token(request.headers.authorization);
    // Taken once for all that is asked of the record for this request's sake.
    request.seen = await this.growth.look();
    request.signedIn = await this.#signedIn(token, request.seen);
    if (request.signedIn.capacities.length === 0 && !marked(withoutCapacity))
      throw new Problem(
        'not-competent',
        '该人员当日没有任何登记的身份；The person holds no registered capacity on this day',
      );
    return true;
  }

  async #token(authorization: string | undefined): Promise<VerifiedToken> {
    const token = /^Bearer +([\w.~+/=-]{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new TokenRefused('请先登录；Sign in first');
    return this.identity.verifier.verify(token);
  }

  async #signedIn(token: VerifiedToken, seen: Look): Promise<SignedIn> {
    const { registry, identity } = this;
    const person = await personBehind(token, { registry, identity, seen });
    const today = onDay(person, dayOf(this.clock.now().toISOString()));
    return {
      person: person.person,
      ...(person.agency !== undefined && { agency: person.agency }),
      staffNumber: person.staffNumber,
      capacities: today.capacities,
      ...(today.credential && { credential: today.credential }),
    };
  }
}
