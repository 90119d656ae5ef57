import { randomUUID } from 'node:crypto';
import type { Issuer, Removed, Verified } from '@anjuan/identity';
import { Registry } from '@anjuan/registry';
import { Injectable } from '@nestjs/common';
import type { SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';
import { Clock } from '../parts/clock.js';
import { Identity } from '../parts/identity.js';
import { SecondFactorDemand } from '../parts/second-factor-demand.js';

type Kind = 'SecondFactorEnrolled' | 'SecondFactorRemoved';
type Outcome = Exclude<Verified['outcome'], 'accepted'>;

export const factorRefused = (reason: string, detail: string): Problem =>
  new Problem('registry-refused', detail, { reason });

export const accountOf = ({ signedIn }: SignedInRequest): string => signedIn.signIn?.account ?? '';

const passkeyUnused =
  '此处不使用通行密钥：请以通行密钥重新登录后再办理；No passkey is taken here: sign in with it first';

/** What was wrong, and what to do. */
const notVerified: Readonly<Record<Outcome, string>> = {
  refused: '密码不正确：请输入登录本系统的密码；The password is not right: give the one you sign in with',
  'code-wanted':
    '已启用两步验证，须同时输入验证码：请填写设备上的验证码，或者一个恢复代码，或者以两步验证重新登录后再办理；A second factor is enrolled, so it is wanted besides: give the code on your device or a recovery code, or sign in with the second factor first',
  'code-wrong':
    '验证码不正确，或者已经用过：请等待设备上的下一个验证码，或者用一个尚未用过的恢复代码；The code is not right, or was used already: wait for the next one of the device, or give a recovery code not used before',
  'passkey-wrong': passkeyUnused,
  'passkey-cloned': passkeyUnused,
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

/** What people do with the second factors of their own account: the password once more, and an entry of each change. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly registry: Registry,
    private readonly identity: Identity,
    private readonly clock: Clock,
    private readonly demand: SecondFactorDemand,
  ) {}

  get issuer(): Issuer {
    if (this.identity.issuer) return this.identity.issuer;
    throw new Problem(
      'not-found',
      '本系统使用自有登录服务，两步验证由该服务管理，请在该服务中启用或者停用；Sign-ins are those of your own issuer, and so is the second factor: enrol and remove it there',
    );
  }

  /** Where a second factor is demanded, nobody removes their last one. */
  async keepsOne({ signedIn }: SignedInRequest): Promise<boolean> {
    return this.demand.byAgency(signedIn.agency);
  }

  /** The login of the person, whose password it is, and which. Wrong ones count, and are recorded, as at the sign-in. */
  async verified(
    request: SignedInRequest,
    password: string,
    { code = '', factorShown = false }: Readonly<{ code?: string; factorShown?: boolean }> = {},
  ): Promise<Readonly<{ login: string; since: string }>> {
    const { accounts, heard } = this.issuer;
    const account = accountOf(request);
    const login = (await accounts.login(account)) ?? '';
    const more = { code, factorShown };
    const found = await accounts.verify(login, password, { address: request.ip }, more);
    if (found.outcome === 'accepted') return { login, since: found.since };
    heard({ login, ip: request.ip, account }, found.outcome);
    throw factorRefused(found.outcome, notVerified[found.outcome]);
  }

  async record(request: SignedInRequest, type: Kind, passkey?: string): Promise<void> {
    const { person, signIn } = request.signedIn;
    const command = { id: `own-factor/${randomUUID()}`, digest: 'own-factor' };
    const by = { person, at: this.clock.now().toISOString(), command, ...(signIn && { signIn }) };
    // By the real clock, as with passwords.
    const at = new Date().toISOString();
    const which = { issuer: this.identity.issuerName, subject: accountOf(request) };
    await this.registry.accounts.note(
      person,
      { type, ...which, at, ...(passkey !== undefined && { passkey }) },
      by,
    );
  }

  /** @throws Problem, where nothing was removed */
  mustBeRemoved(removed: Removed, none: string): void {
    if (removed === 'none') throw factorRefused('no-second-factor', none);
    if (removed === 'last')
      throw factorRefused(
        'last-factor',
        '这是最后一种两步验证方式，而本系统要求两步验证，不能停用：请先登记另一把通行密钥（POST /v1/me/passkeys）或者启用验证码设备（POST /v1/me/second-factor），再停用；It is the last second factor, and one is demanded here: register another passkey (POST /v1/me/passkeys) or enrol a device (POST /v1/me/second-factor) first, then remove this one',
      );
  }
}
