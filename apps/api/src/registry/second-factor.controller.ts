import { TokenRefused } from '@anjuan/identity';
import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { AnySignIn, FreshSignIn } from '../http/fresh-sign-in.js';
import type { Problem } from '../http/problems.js';
import { ReadsItsForm } from '../http/route-form.js';
import { accountOf, factorRefused, OwnFactors } from './own-factors.js';
import { BeginSecondFactorDto, ConfirmSecondFactorDto, RemoveSecondFactorDto } from './registry.dto.js';

/** Asked for anew with the request itself. */
const withPassword = { zh: '须同时输入密码', en: 'The password comes with it' };

/** A second factor of one's own: enrolled with the password, confirmed by a first code, removed with both. */
@ApiTags('registry 登记')
@Controller('v1/me/second-factor')
export class SecondFactorController {
  constructor(private readonly own: OwnFactors) {}

  @Get()
  @ApiOperation({ summary: '本人的两步验证；My second factor', operationId: 'registry/my-second-factor' })
  async mine(@Req() request: SignedInRequest) {
    const held = await this.own.issuer.factors.held(accountOf(request));
    return { enrolled: held !== undefined, ...held };
  }

  /** The answer shows the secret once; nothing is in force before the first code. */
  @Post()
  @FreshSignIn()
  @ReadsItsForm()
  @ApiOperation({
    summary:
      '启用两步验证：密钥与恢复代码只显示一次；Enrol a second factor: its secret and recovery codes are shown once',
    operationId: 'registry/begin-second-factor',
  })
  async begin(@Req() request: SignedInRequest, @Body() { password, code }: BeginSecondFactorDto) {
    const { factors } = this.own.issuer;
    const account = accountOf(request);
    if (await factors.held(account)) throw held();
    const factorShown = request.signedIn.signIn?.methods?.includes('mfa') ?? false;
    const { login, since } = await this.own.verified(request, password, {
      factorShown,
      ...(code !== undefined && { code }),
    });
    const begun = await factors.begin(account, login, { since });
    if (begun === 'held') throw held();
    if (begun === 'outdated') throw outdated();
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
    const record = () => this.own.record(request, 'SecondFactorEnrolled');
    if (await this.own.issuer.factors.confirm(accountOf(request), code, record)) return;
    throw factorRefused(
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
    await this.own.verified(request, password, { code });
    const keepsOne = await this.own.keepsOne(request);
    const removed = await this.own.issuer.factors.remove(accountOf(request), keepsOne, () =>
      this.own.record(request, 'SecondFactorRemoved'),
    );
    this.own.mustBeRemoved(
      removed,
      '尚未启用验证码设备，无须停用；启用：POST /v1/me/second-factor。No device is enrolled, so there is nothing to remove; one is enrolled by POST /v1/me/second-factor',
    );
  }
}

const outdated = (): TokenRefused =>
  new TokenRefused(
    '该账号的密码或者两步验证方才已变更，请重新登录；The password or the second factors of the account changed just now: sign in again',
  );

const held = (): Problem =>
  factorRefused(
    'second-factor-held',
    '已启用两步验证，不能重复启用：更换设备的，请先停用（POST /v1/me/second-factor/remove），再重新启用；A second factor is enrolled already: to change the device, remove it first (POST /v1/me/second-factor/remove), then enrol anew',
  );
