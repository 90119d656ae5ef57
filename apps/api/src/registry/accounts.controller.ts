import { Registry } from '@anjuan/registry';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInRequest } from '../http/command-headers.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { personId } from '../http/path-ids.js';
import { Problem } from '../http/problems.js';
import { attemptOf, Identity } from '../parts/identity.js';
import { Key, Recorders } from './recorders.js';
import { CloseAccountDto, ConfirmAccountDto, OpenAccountDto, ResetSecondFactorDto } from './registry.dto.js';

/** Accounts of people: one for each, opened and closed by an administrator, with a secret that is theirs alone. */
@ApiTags('registry 登记')
@Controller('v1')
export class AccountsController {
  constructor(
    private readonly registry: Registry,
    private readonly identity: Identity,
    private readonly recorders: Recorders,
  ) {}

  @Post('people/:person/account')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '开通账号；Open an account', operationId: 'registry/open-account' })
  async open(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() { login, password, subject }: OpenAccountDto,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    const known = await this.registry.standing(person);
    const { issuer, issuerName } = this.identity;
    await this.registry.openAccount(
      person,
      async (opening) => {
        const own = login !== undefined && password !== undefined && subject === undefined;
        if (issuer && own) {
          const terms = { ...attemptOf(opening, issuerName), known: known ? [known.staffNumber] : [] };
          return { issuer: issuerName, subject: await issuer.accounts.open(login, password, terms) };
        }
        if (!issuer && subject !== undefined && login === undefined && password === undefined) {
          opening.mayOpenAt(issuerName);
          return { issuer: issuerName, subject };
        }
        throw new Problem(
          'invalid-request',
          '内置登录：login 与 password；外部登录：subject。Built-in issuer: login and password; another: subject',
          { errors: [{ pointer: '#', detail: 'login + password | subject' }] },
        );
      },
      by,
    );
  }

  @Post('people/:person/account/confirm')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary: '确认账号由其本人持有；Confirm that the account is in its person’s hands',
    operationId: 'registry/confirm-account',
  })
  async confirm(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() { subject }: ConfirmAccountDto,
  ) {
    const by = await this.recorders.approverOfPerson(request, person);
    const { issuer, issuerName } = this.identity;
    await this.registry.accounts.confirm(
      person,
      { issuer: issuerName, ...(subject !== undefined && { subject }), activates: issuer !== undefined },
      by,
    );
  }

  /** All of them, where their person has lost them: proposed here, and done once another has approved it. */
  @Post('people/:person/second-factor/reset')
  @OpensGate()
  @HttpCode(202)
  @Key()
  @ApiOperation({
    summary:
      '提出重置人员的两步验证，由另一人批准；Propose that a person’s second factors are reset, for another to approve',
    operationId: 'registry/reset-second-factor',
  })
  async resetSecondFactor(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() { reason }: ResetSecondFactorDto,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    if (!this.identity.issuer)
      throw new Problem(
        'not-found',
        '两步验证由自有登录服务管理，请在该服务中重置；Second factors are those of your own issuer: reset them there',
      );
    const change = { type: 'SecondFactorsReset', data: { reason } } as const;
    const { proposal } = await this.registry.change(person, change, by);
    return { proposal };
  }

  /** Recorded first, then ended at the issuer: sent again, it is ended there again. */
  @Post('people/:person/account/close')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({ summary: '销户；Close an account', operationId: 'registry/close-account' })
  async close(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() { subject }: CloseAccountDto,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    const { issuer, issuerName } = this.identity;
    const which = { issuer: issuerName, ...(subject !== undefined && { subject }) };
    // By the real clock, as tokens have it.
    const closed = await this.registry.accounts.close(person, which, new Date().toISOString(), by);
    await issuer?.accounts.close(closed.subject);
  }
}
