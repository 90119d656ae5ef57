import { Growth, type Look } from '@anjuan/event-store';
import { TokenRefused } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import { onDay, Registry } from '@anjuan/registry';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock } from '../clock.js';
import { Identity } from '../identity/identity.js';
import type { SignedInRequest } from './command-headers.js';
import { Problem } from './problems.js';
import type { SignedIn } from './signed-in.js';

const isPublic = 'answers without a token';
/** Health, problem pages, published decisions: nothing else answers without a token. */
export const Public = () => SetMetadata(isPublic, true);

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
    if (this.reflector.getAllAndOverride<boolean>(isPublic, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const subject = await this.#subject(request.headers.authorization);
    // Taken once for all that is asked of the record for this request's sake.
    request.seen = await this.growth.look();
    request.signedIn = await this.#personBehind(subject, request.seen);
    return true;
  }

  async #subject(authorization: string | undefined): Promise<string> {
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new TokenRefused('请先登录；Sign in first');
    return (await this.identity.verifier.verify(token)).subject;
  }

  async #personBehind(subject: string, seen: Look): Promise<SignedIn> {
    const person = await this.registry.personBehind(this.identity.issuerName, subject, seen);
    if (!person)
      throw new Problem('not-competent', '该账号未登记为任何人员；The account belongs to nobody registered');
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
