import { Growth, type Look } from '@anjuan/event-store';
import { TokenRefused, type VerifiedToken } from '@anjuan/identity';
import { dayOf } from '@anjuan/law';
import { isUnconfirmed, onDay, Registry, type Standing } from '@anjuan/registry';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Clock } from '../parts/clock.js';
import { Config } from '../parts/config.js';
import { Identity } from '../parts/identity.js';
import { confirmed, personBehind, signInOf } from './account-behind.js';
import { admit } from './admit.js';
import { bearerIn } from './bearer.js';
import type { SignedInRequest } from './command-headers.js';
import { asksForAge, isStrong, mustBeEnough, opensGate } from './fresh-sign-in.js';
import { holdsGate, SecondFactorDemand } from '../parts/second-factor-demand.js';
import { routeRight, type RouteRight } from './route-right.js';
import type { SignedIn } from './signed-in.js';

/** Who is behind the token, by the registry on the program's day, and whether the table of rights lets them in. */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(
    private readonly identity: Identity,
    private readonly registry: Registry,
    private readonly growth: Growth,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly demand: SecondFactorDemand,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { route, right } = routeRight(context.getHandler() as (...given: never[]) => unknown);
    if (right.who === 'anybody') return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const token = await this.#token(request.headers.authorization);
    // Taken once for all reads of the record in this request.
    request.seen = await this.growth.look();
    const behind = await personBehind(token, {
      registry: this.registry,
      identity: this.identity,
      seen: request.seen,
    });
    // Known also where they are turned away: the log of access names them.
    request.signedIn = this.#signedIn(token, behind);
    if (right.who !== 'signed-in') confirmed(behind, token, this.identity);
    await this.#enough(context, token, { right, signedIn: request.signedIn, seen: request.seen });
    const { person, agency } = request.signedIn;
    request.access = { route, right, person, ...(agency !== undefined && { agency }) };
    const reads = request.method === 'GET' || request.method === 'HEAD';
    admit(right, request.signedIn, reads ? '查阅' : '办理');
    return true;
  }

  /** Who is to have a second factor does nothing without one but see to their own sign-in. @throws Problem */
  async #enough(
    context: ExecutionContext,
    token: VerifiedToken,
    { right, signedIn, seen }: Pick<RouteRight, 'right'> & Readonly<{ signedIn: SignedIn; seen: Look }>,
  ): Promise<void> {
    const opens = Reflect.hasMetadata(opensGate, context.getHandler());
    const ages = opens || Reflect.hasMetadata(asksForAge, context.getHandler());
    const minutes = ages ? this.config.MAX_SIGN_IN_AGE_MINUTES : 0;
    const holds = right.who !== 'signed-in' && holdsGate(signedIn.capacities);
    const lacksFactor = (opens || holds) && !isStrong(token);
    const demanded = lacksFactor && (await this.demand.byAgency(signedIn.agency, seen));
    mustBeEnough(token, { minutes, ...(demanded && { factor: opens ? 'gate' : 'capacity' }) });
  }

  async #token(authorization: string | undefined): Promise<VerifiedToken> {
    const token = bearerIn(authorization);
    if (token === undefined) throw new TokenRefused('请先登录；Sign in first');
    return this.identity.verifier.verify(token);
  }

  #signedIn(token: VerifiedToken, person: Standing): SignedIn {
    const { identity } = this;
    const account = { issuer: identity.issuerName, subject: token.subject };
    const today = onDay(person, dayOf(this.clock.now().toISOString()));
    return {
      person: person.person,
      ...(person.agency !== undefined && { agency: person.agency }),
      staffNumber: person.staffNumber,
      capacities: today.capacities,
      ...(today.credential && { credential: today.credential }),
      ...(isUnconfirmed(person, account) && { unconfirmed: true }),
      signIn: signInOf(token, identity),
      ...(token.session !== undefined && { session: token.session }),
    };
  }
}
