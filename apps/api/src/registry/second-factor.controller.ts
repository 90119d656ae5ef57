import { randomUUID } from 'node:crypto';
import type { Issuer } from '@anjuan/identity';
import { Registry } from '@anjuan/registry';
import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';
import { ReadsItsForm } from '../http/route-form.js';
import { Clock } from '../parts/clock.js';
import { Identity } from '../parts/identity.js';
import { BeginSecondFactorDto, ConfirmSecondFactorDto, RemoveSecondFactorDto } from './registry.dto.js';

type Kind = 'SecondFactorEnrolled' | 'SecondFactorRemoved';

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
    if (!removed) throw refused('no-second-factor', '尚未启用两步验证；There is no second factor');
  }

  /** The login of the person, whose password it is. Wrong ones count, and are recorded, as at the sign-in. */
  async #verified(request: SignedInRequest, password: string, code = ''): Promise<string> {
    const { accounts, heard } = this.#issuer();
    const account = accountOf(request);
    const login = (await accounts.login(account)) ?? '';
    const { outcome } = await accounts.verify(login, password, { address: request.ip }, { code });
    if (outcome === 'accepted') return login;
    heard({ login, ip: request.ip, account }, outcome);
    throw refused(
      outcome,
      outcome === 'locked' || outcome === 'busy'
        ? '连续输错次数过多，请稍后再试；Too many wrong tries in a row: try again later'
        : '密码或验证码不正确；The password or the code is not right',
    );
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
      '两步验证由自有登录服务管理；A second factor is your own issuer’s to ask for: enrol it there',
    );
  }
}

const accountOf = ({ signedIn }: SignedInRequest): string => signedIn.signIn?.account ?? '';

const held = (): Problem =>
  refused('second-factor-held', '已启用两步验证，须先停用；There is a second factor: remove it first');
