import { Registry } from '@anjuan/registry';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInRequest } from '../http/command-headers.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { agencyId } from '../http/path-ids.js';
import { answeredOrEmpty } from './answered.js';
import { Key, Recorders } from './recorders.js';
import { CorrectLevelDto, SetSecondFactorDto } from './registry.dto.js';

/** The level of an agency; what it demands of its people's sign-ins, and what the operator demands where it says nothing. */
@ApiTags('registry 登记')
@Controller('v1')
export class AgencySettingsController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
  ) {}

  @Post('agencies/:agency/second-factor')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary:
      '要求或者不再要求两步验证：不再要求的，须由另一人批准；Demand a second factor, or no longer: that it is not demanded takes two',
    operationId: 'registry/set-second-factor',
  })
  async setSecondFactor(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() { demanded, reason }: SetSecondFactorDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    const change = { type: 'SecondFactorDemandSet', data: { demanded, reason } } as const;
    return answeredOrEmpty(reply, await this.registry.changeAgency(agency, change, by));
  }

  @Post('agencies/:agency/level')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary:
      '更正误录的机关层级，由另一人批准；Correct the level of an agency that was entered wrongly, for another to approve',
    operationId: 'registry/correct-level',
  })
  async correctLevel(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() { level, reason }: CorrectLevelDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.ofSystem(request);
    const change = { type: 'AgencyLevelCorrected', data: { level, reason } } as const;
    return answeredOrEmpty(reply, await this.registry.changeAgency(agency, change, by));
  }

  @Get('audit/installation')
  @ApiOperation({
    summary:
      '运维设置的变更：是否要求两步验证；What the operator has set, and when: whether a second factor is demanded',
    operationId: 'audit/installation',
  })
  async installation() {
    return { items: await this.registry.installation.history() };
  }
}
