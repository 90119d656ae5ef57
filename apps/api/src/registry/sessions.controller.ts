import type { Issuer } from '@anjuan/identity';
import { Registry } from '@anjuan/registry';
import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { AnySignIn, OpensGate } from '../http/fresh-sign-in.js';
import { personId, sessionId } from '../http/path-ids.js';
import { Problem } from '../http/problems.js';
import { Identity } from '../parts/identity.js';
import { Key, Recorders } from './recorders.js';

type Note = Parameters<Registry['accounts']['noteOfAll']>[1]['type'];

/** Where somebody is signed in: seen and ended by themselves; ended for them by an administrator, who unlocks too. */
@ApiTags('registry 登记')
@Controller('v1')
export class SessionsController {
  constructor(
    private readonly registry: Registry,
    private readonly identity: Identity,
    private readonly recorders: Recorders,
  ) {}

  @Get('me/sessions')
  @ApiOperation({ summary: '本人的登录；Where I am signed in', operationId: 'registry/my-sessions' })
  async mine(@Req() { signedIn }: SignedInRequest) {
    const { sessions } = this.#issuer();
    const open = await sessions.of(signedIn.signIn?.account ?? '');
    return { items: open.map((one) => ({ ...one, current: one.session === signedIn.session })) };
  }

  @Post('me/sessions/:session/end')
  @AnySignIn({
    zh: '发现异常登录的，须能立即退出',
    en: 'Somebody who sees a sign-in that is not theirs ends it at once',
  })
  @HttpCode(204)
  @ApiOperation({
    summary: '结束本人的一次登录；End one of my sessions',
    operationId: 'registry/end-my-session',
  })
  async endOne(@Req() { signedIn }: SignedInRequest, @Param('session', sessionId) session: string) {
    const account = signedIn.signIn?.account ?? '';
    const ended = await this.#issuer().sessions.end(account, session);
    this.identity.verifier.forget(account);
    if (!ended) throw new Problem('not-found', '本人无此登录；You have no such session');
  }

  @Post('me/sessions/end')
  @AnySignIn({
    zh: '发现异常登录的，须能立即退出',
    en: 'Somebody who sees a sign-in that is not theirs ends it at once',
  })
  @HttpCode(204)
  @ApiOperation({
    summary: '结束本人的全部登录，包括本次；End all of my sessions, this one too',
    operationId: 'registry/end-my-sessions',
  })
  async endAll(@Req() { signedIn }: SignedInRequest) {
    const account = signedIn.signIn?.account ?? '';
    await this.#issuer().sessions.endAll(account);
    this.identity.verifier.forget(account);
  }

  /**
   * Of every account that the person has open. Recorded first, which refuses the access tokens at once; then ended at
   * the issuer.
   */
  @Post('people/:person/sessions/end')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary: '结束人员的全部登录；End all sessions of a person',
    operationId: 'registry/end-sessions',
  })
  async endOfPerson(@Req() request: SignedInRequest, @Param('person', personId) person: string) {
    const { sessions } = this.#issuer();
    await this.#noted(request, { person, type: 'SessionsEnded' }, async (account) => {
      await sessions.endAll(account);
      this.identity.verifier.forget(account);
    });
  }

  @Post('people/:person/account/unlock')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '解锁账号；Unlock a login', operationId: 'registry/unlock-account' })
  async unlock(@Req() request: SignedInRequest, @Param('person', personId) person: string) {
    const { accounts } = this.#issuer();
    await this.#noted(request, { person, type: 'LoginUnlocked' }, (account) => accounts.unlock(account));
  }

  async #noted(
    request: SignedInRequest,
    { person, type }: Readonly<{ person: string; type: Note }>,
    end: (account: string) => Promise<unknown>,
  ): Promise<void> {
    const by = await this.recorders.ofPerson(request, person);
    // By the real clock, as tokens have it.
    const at = new Date().toISOString();
    const of = { type, issuer: this.identity.issuerName, at };
    await this.registry.accounts.noteOfAll(person, of, { by, then: ({ subject }) => end(subject) });
  }

  #issuer(): Issuer {
    if (this.identity.issuer) return this.identity.issuer;
    throw new Problem(
      'not-found',
      '登录由自有登录服务管理，请在该服务中办理；Sign-ins are those of your own issuer: see and end them there',
    );
  }
}
