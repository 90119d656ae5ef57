import { randomUUID } from 'node:crypto';
import type { Issuer, Verified } from '@anjuan/identity';
import { Registry } from '@anjuan/registry';
import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { AnySignIn } from '../http/fresh-sign-in.js';
import { Problem } from '../http/problems.js';
import { ReadsItsForm } from '../http/route-form.js';
import { Clock } from '../parts/clock.js';
import { Identity } from '../parts/identity.js';
import { BeginSecondFactorDto, ConfirmSecondFactorDto, RemoveSecondFactorDto } from './registry.dto.js';

/** What was wrong, and what to do. */
const notVerified: Readonly<Record<Exclude<Verified['outcome'], 'accepted'>, string>> = {
  refused: '密码不正确：请输入登录本系统的密码；The password is not right: give the one you sign in with',
  'code-wanted':
    '已启用两步验证，须同时输入验证码：请填写设备上的验证码，或者一个恢复代码；A second factor is enrolled, so a code is wanted besides: give the one on your device, or a recovery code',
  'code-wrong':
    '验证码不正确，或者已经用过：请等待设备上的下一个验证码，或者用一个尚未用过的恢复代码；The code is not right, or was used already: wait for the next one of the device, or give a recovery code not used before',
  locked:
    '连续输错次数过多，暂不受理：请在十五分钟后再试，或者请管理员解锁账号；Too many wrong tries in a row: try again in fifteen minutes, or ask an administrator to unlock the account',
  busy: '登录的人过多，未能核对：请几秒后再试；Too many people sign in at the moment, so nothing was looked at: try again in a few seconds',
  first:
    '该密码是他人给出的初始密码，不能用于此事：请先在登录页设置自己的密码；This is a first password, which somebody else gave: set one of your own on the sign-in page first',
  expired:
    '初始密码已过期：请一名管理员将账号销户，另一名管理员重新开通；The first password has expired: let one administrator close the account and another open it anew',
  unfit: '新密码不合要求：请在登录页修改密码；The new password is not taken: change it on the sign-in page',
  'changed-too-often':
    '24小时内修改密码次数过多：请明日再改；The password was changed too often in 24 hours: change it tomorrow',
};

type Kind = 'SecondFactorEnrolled' | 'SecondFactorRemoved';

/** Asked for anew with the request itself. */
const withPassword = { zh: '须同时输入密码', en: 'The password comes with it' };

const refused = (reason: string, detail: string): Problem =>
  new Problem('registry-refused', detail, { reason });

/** A second factor of one's own: enrolled with the password, confirmed by a first code, removed with both. */
@ApiTags('registry 登记')
@Controller('v1/me/second-factor')
export class SecondFactorController {
  constructor(
    private readonly registry: Registry,
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '本人的两步验证；My second factor', operationId: 'registry/my-second-factor' })
  async mine(@Req() request: SignedInRequest) {
    const held = await this.#issuer().factors.held(accountOf(request));
    return { enrolled: held !== undefined, ...held };
  }

  /** The answer shows the secret once; nothing is in force before the first code. */
  @Post()
  @AnySignIn(withPassword)
  @ReadsItsForm()
  @ApiOperation({
    summary:
      '启用两步验证：密钥与恢复代码只显示一次；Enrol a second factor: its secret and recovery codes are shown once',
    operationId: 'registry/begin-second-factor',
  })
  async begin(@Req() request: SignedInRequest, @Body() { password }: BeginSecondFactorDto) {
    const { factors } = this.#issuer();
    const account = accountOf(request);
    if (await factors.held(account)) throw held();
    const login = await this.#verified(request, password);
    const begun = await factors.begin(account, login);
    if (begun === 'held') throw held();
    return begun;
  }

  @Post('confirm')
  @AnySignIn({
    zh: '须为刚以密码开始的启用；一小时内有效',
    en: 'It confirms what was begun with the password within the hour',
  })
  @HttpCode(204)
  @ReadsItsForm()
  @ApiOperation({
    summary: '以首个验证码确认；Confirm it by a first code',
    operationId: 'registry/confirm-second-factor',
  })
  async confirm(@Req() request: SignedInRequest, @Body() { code }: ConfirmSecondFactorDto) {
    const record = () => this.#record(request, 'SecondFactorEnrolled');
    if (await this.#issuer().factors.confirm(accountOf(request), code, record)) return;
    throw refused(
      'code-wrong',
      '验证码不正确，或者启用已超过一小时（每输错一次减少六分钟）：请输入设备上的下一个验证码，或者重新启用（POST /v1/me/second-factor）；The code is not right, or the enrolment was begun more than an hour ago (each wrong code takes six minutes of it): enter the next code of the device, or enrol anew (POST /v1/me/second-factor)',
    );
  }

  @Post('remove')
  @AnySignIn(withPassword)
  @HttpCode(204)
  @ReadsItsForm()
  @ApiOperation({
    summary: '停用两步验证；Remove my second factor',
    operationId: 'registry/remove-second-factor',
  })
  async remove(@Req() request: SignedInRequest, @Body() { password, code }: RemoveSecondFactorDto) {
    const { factors } = this.#issuer();
    await this.#verified(request, password, code);
    const removed = await factors.remove(accountOf(request), () =>
      this.#record(request, 'SecondFactorRemoved'),
    );
    if (!removed)
      throw refused(
        'no-second-factor',
        '尚未启用两步验证，无须停用；启用：POST /v1/me/second-factor。There is no second factor to remove; one is enrolled by POST /v1/me/second-factor',
      );
  }

  /** The login of the person, whose password it is. Wrong ones count, and are recorded, as at the sign-in. */
  async #verified(request: SignedInRequest, password: string, code = ''): Promise<string> {
    const { accounts, heard } = this.#issuer();
    const account = accountOf(request);
    const login = (await accounts.login(account)) ?? '';
    const { outcome } = await accounts.verify(login, password, { address: request.ip }, { code });
    if (outcome === 'accepted') return login;
    heard({ login, ip: request.ip, account }, outcome);
    throw refused(outcome, notVerified[outcome]);
  }

  async #record(request: SignedInRequest, type: Kind): Promise<void> {
    const { person, signIn } = request.signedIn;
    const command = { id: `own-factor/${randomUUID()}`, digest: 'own-factor' };
    const by = { person, at: this.clock.now().toISOString(), command, ...(signIn && { signIn }) };
    // By the real clock, as with passwords.
    const at = new Date().toISOString();
    const of = { type, issuer: this.identity.issuerName, subject: accountOf(request), at };
    await this.registry.accounts.note(person, of, by);
  }

  #issuer(): Issuer {
    if (this.identity.issuer) return this.identity.issuer;
    throw new Problem(
      'not-found',
      '本系统使用自有登录服务，两步验证由该服务管理，请在该服务中启用或者停用；Sign-ins are those of your own issuer, and so is the second factor: enrol and remove it there',
    );
  }
}

const accountOf = ({ signedIn }: SignedInRequest): string => signedIn.signIn?.account ?? '';

const held = (): Problem =>
  refused(
    'second-factor-held',
    '已启用两步验证，不能重复启用：更换设备的，请先停用（POST /v1/me/second-factor/remove），再重新启用；A second factor is enrolled already: to change the device, remove it first (POST /v1/me/second-factor/remove), then enrol anew',
  );
