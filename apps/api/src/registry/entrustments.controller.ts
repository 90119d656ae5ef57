import { derivedId, entrustmentsOf, Registry } from '@anjuan/registry';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInRequest } from '../http/command-headers.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { agencyId, entrustmentId } from '../http/path-ids.js';
import { agencyOfReader } from './agency-of-reader.js';
import { answered, answeredOrEmpty } from './answered.js';
import { endsAfterBeginning } from './checked.js';
import { EndWithReasonDto, EntrustDto, OnDayDto } from './competence.dto.js';
import { Key, Recorders } from './recorders.js';

/** Organisations that an agency entrusts with penalties: by two, published, within matters, powers and a term. APL 20–21. */
@ApiTags('registry 登记')
@Controller('v1/agencies/:agency/entrustments')
export class EntrustmentsController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '行政处罚的委托，现行和以往的，附提出人、批准人；Entrustments of the agency with who proposed and approved them, of every day or of one',
    operationId: 'registry/entrustments',
  })
  async entrustments(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Query() { on }: OnDayDto,
  ) {
    const known = await agencyOfReader(this.registry, request, agency);
    return { agency, ...(on !== undefined && { on }), items: entrustmentsOf(known, on) };
  }

  @Post()
  @OpensGate()
  @Key()
  @ApiOperation({
    summary: '登记委托，由另一人批准；Enter an entrustment, for another to approve',
    operationId: 'registry/entrust',
  })
  async entrust(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() entered: EntrustDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    endsAfterBeginning({ at: '#/to', from: entered.from, to: entered.to });
    const entrustment = derivedId(by.command.id, 'entrustment');
    const change = { type: 'OrganisationEntrusted', data: Object.assign({ entrustment }, entered) } as const;
    const { proposal } = await this.registry.changeAgency(agency, change, by);
    return answered(reply, { entrustment, ...(proposal !== undefined && { proposal }) });
  }

  @Post(':entrustment/end')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary:
      '终止委托：自当日或者以后某日终了时终止的，由一人登记；此前的由另一人批准；End an entrustment: with the end of today or of a later day, by one; dated back, for another to approve',
    operationId: 'registry/end-entrustment',
  })
  async end(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Param('entrustment', entrustmentId) entrustment: string,
    @Body() { to, reason }: EndWithReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    const change = { type: 'EntrustmentEnded', data: { entrustment, to, reason } } as const;
    return answeredOrEmpty(reply, await this.registry.changeAgency(agency, change, by));
  }
}
