import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { FreshSignIn } from '../http/fresh-sign-in.js';
import { passkeyId } from '../http/path-ids.js';
import { ReadsItsForm } from '../http/route-form.js';
import { Config } from '../parts/config.js';
import { accountOf, factorRefused, OwnFactors } from './own-factors.js';
import { BeginPasskeyDto, RemovePasskeyDto } from './registry.dto.js';

/** Passkeys of one's own: begun here with the password, registered on a page of the issuer, removed with the password. */
@ApiTags('registry 登记')
@Controller('v1/me/passkeys')
export class PasskeysController {
  constructor(
    private readonly own: OwnFactors,
    private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: '本人的通行密钥；My passkeys', operationId: 'registry/my-passkeys' })
  async mine(@Req() request: SignedInRequest) {
    return this.own.issuer.passkeys.of(accountOf(request));
  }

  /** The page is opened in the browser that is to make the passkey, once. */
  @Post()
  @FreshSignIn()
  @ReadsItsForm()
  @ApiOperation({
    summary: '登记通行密钥：在所给页面上完成；Register a passkey, on the page that is named',
    operationId: 'registry/begin-passkey',
  })
  async begin(@Req() request: SignedInRequest, @Body() { name, ...proof }: BeginPasskeyDto) {
    const { passkeys } = this.own.issuer;
    const { login, since } = await this.#verified(request, proof);
    const { signIn, session } = request.signedIn;
    const accountId = accountOf(request);
    if (!signIn) throw new TypeError('Somebody signed in has signed in somehow.');
    const of = { accountId, login, name, signIn, since, ...(session !== undefined && { session }) };
    const begun = await passkeys.begin(of);
    if (begun === 'no-name')
      throw factorRefused(
        'address-without-a-name',
        `本系统的地址 ${this.#url} 不是域名，浏览器不能为其生成通行密钥：请系统管理员将 PUBLIC_URL 设为域名，例如 https://anjuan.example（本机试用：http://localhost:端口）；Browsers make no passkey for ${this.#url}, which is an address by number: let the operator set PUBLIC_URL to one with a host name, such as https://anjuan.example (to try it on one machine: http://localhost:PORT)`,
      );
    if (begun === 'too-many')
      throw factorRefused(
        'too-many-passkeys',
        '已登记10把通行密钥，不能再登记：请先删除不再使用的（POST /v1/me/passkeys/{passkey}/remove）；Ten passkeys are registered, which is the most: remove one that is no longer used first (POST /v1/me/passkeys/{passkey}/remove)',
      );
    const { ticket, expiresAt } = begun;
    return { page: `${this.#url}/oidc/passkey/${ticket}`, expiresAt };
  }

  @Post(':passkey/remove')
  @FreshSignIn()
  @HttpCode(204)
  @ReadsItsForm()
  @ApiOperation({ summary: '删除通行密钥；Remove a passkey', operationId: 'registry/remove-passkey' })
  async remove(
    @Req() request: SignedInRequest,
    @Param('passkey', passkeyId) passkey: string,
    @Body() proof: RemovePasskeyDto,
  ) {
    await this.#verified(request, proof);
    const of = { passkey, keepsOne: await this.own.keepsOne(request) };
    const removed = await this.own.issuer.passkeys.remove(accountOf(request), of, () =>
      this.own.record(request, 'SecondFactorRemoved', passkey),
    );
    this.own.mustBeRemoved(
      removed,
      '本人没有这把通行密钥：请从 GET /v1/me/passkeys 中选取；You have no such passkey: take one of GET /v1/me/passkeys',
    );
  }

  /** Who has a second factor has signed in with it, or shows it now. */
  #verified(request: SignedInRequest, { password, code }: Readonly<{ password: string; code?: string }>) {
    const factorShown = request.signedIn.signIn?.methods?.includes('mfa') ?? false;
    return this.own.verified(request, password, { factorShown, ...(code !== undefined && { code }) });
  }

  get #url(): string {
    return this.config.PUBLIC_URL ?? '';
  }
}
