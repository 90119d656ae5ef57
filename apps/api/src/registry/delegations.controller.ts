import { delegationsOf, derivedId, Registry } from '@anjuan/registry';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInRequest } from '../http/command-headers.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { agencyId, delegationId } from '../http/path-ids.js';
import { agencyOfReader } from './agency-of-reader.js';
import { answered, answeredOrEmpty } from './answered.js';
import { endsAfterBeginning } from './checked.js';
import { DelegateDto, EndWithReasonDto, EvaluateDto, OnDayDto } from './competence.dto.js';
import { Key, Recorders } from './recorders.js';

/** Penalty power that a province charges a township or street office with: entered from outside the office. APL 24. */
@ApiTags('registry 登记')
@Controller('v1/agencies/:agency/delegations')
export class DelegationsController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '省级决定交由行使的行政处罚权，现行和以往的，附评估、提出人、批准人；Powers that a province charges the office with, their evaluations, and who proposed and approved them, of every day or of one',
    operationId: 'registry/delegations',
  })
  async delegations(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Query() { on }: OnDayDto,
  ) {
    const known = await agencyOfReader(this.registry, request, agency);
    return { agency, ...(on !== undefined && { on }), items: delegationsOf(known, on) };
  }

  @Post()
  @OpensGate()
  @Key()
  @ApiOperation({
    summary:
      '登记省级决定交由行使的行政处罚权，由另一人批准；Enter the power that a province charges an office with, for another to approve',
    operationId: 'registry/delegate',
  })
  async delegate(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() entered: DelegateDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.ofSystem(request);
    endsAfterBeginning({ at: '#/to', from: entered.from, to: entered.to });
    const delegation = derivedId(by.command.id, 'delegation');
    const change = { type: 'PowersDelegated', data: Object.assign({ delegation }, entered) } as const;
    const { proposal } = await this.registry.changeAgency(agency, change, by);
    return answered(reply, { delegation, ...(proposal !== undefined && { proposal }) });
  }

  @Post(':delegation/end')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary:
      '登记省级决定终止或者收回：自当日或者以后某日终了时终止的，由一人登记；此前的由另一人批准；Enter that a decision of the province ends: with the end of today or of a later day, by one; dated back, for another to approve',
    operationId: 'registry/end-delegation',
  })
  async end(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Param('delegation', delegationId) delegation: string,
    @Body() { to, reason }: EndWithReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.ofSystem(request);
    const change = { type: 'DelegationEnded', data: { delegation, to, reason } } as const;
    return answeredOrEmpty(reply, await this.registry.changeAgency(agency, change, by));
  }

  @Post(':delegation/evaluations')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary:
      '登记对交由行使情况的评估，由另一人批准；Enter an evaluation of how the power was exercised, for another to approve',
    operationId: 'registry/evaluate-delegation',
  })
  async evaluate(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Param('delegation', delegationId) delegation: string,
    @Body() { on, by: evaluatedBy, result }: EvaluateDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.ofSystem(request);
    const change = {
      type: 'DelegationEvaluated',
      data: { delegation, on, by: evaluatedBy, result },
    } as const;
    return answeredOrEmpty(reply, await this.registry.changeAgency(agency, change, by));
  }
}
