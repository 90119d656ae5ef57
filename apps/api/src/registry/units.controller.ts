import { derivedId, Registry, staffed } from '@anjuan/registry';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInRequest } from '../http/command-headers.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { agencyId, personId, unitId } from '../http/path-ids.js';
import { agencyOfReader } from './agency-of-reader.js';
import { answered, answeredOrEmpty } from './answered.js';
import { endsAfterBeginning } from './checked.js';
import { Key, Recorders } from './recorders.js';
import { EndUnitDto, EnterUnitDto, JoinUnitDto, UnitsDto } from './registry.dto.js';

/** The units of an agency with their heads and members, each with dates. */
@ApiTags('registry 登记')
@Controller('v1')
export class UnitsController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
  ) {}

  @Get('agencies/:agency/units')
  @ApiOperation({
    summary:
      '内设机构及其负责人、人员，均附起止日期；Units of an agency with heads and members, all with their dates, or of one day',
    operationId: 'registry/units',
  })
  async units(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Query() { on }: UnitsDto,
  ) {
    const known = await agencyOfReader(this.registry, request, agency);
    const items = staffed(known.units, await this.registry.everybody(agency), on);
    return { agency, ...(on !== undefined && { on }), items };
  }

  @Post('agencies/:agency/units')
  @OpensGate()
  @Key()
  @ApiOperation({
    summary: '登记内设机构，由另一人批准；Enter a unit, for another to approve',
    operationId: 'registry/enter-unit',
  })
  async enter(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Body() { title, parent, from }: EnterUnitDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    const unit = derivedId(by.command.id, 'unit');
    const change = {
      type: 'UnitEntered',
      data: { unit, title, ...(parent !== undefined && { parent }), from },
    } as const;
    const { proposal } = await this.registry.changeAgency(agency, change, by);
    return answered(reply, { unit, ...(proposal !== undefined && { proposal }) });
  }

  @Post('agencies/:agency/units/:unit/end')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary: '撤销内设机构，由另一人批准；End a unit, for another to approve',
    operationId: 'registry/end-unit',
  })
  async end(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Param('unit', unitId) unit: string,
    @Body() { to }: EndUnitDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    const change = { type: 'UnitEnded', data: { unit, to } } as const;
    return answeredOrEmpty(reply, await this.registry.changeAgency(agency, change, by));
  }

  @Post('people/:person/unit')
  @OpensGate()
  @HttpCode(204)
  @Key()
  @ApiOperation({
    summary: '登记人员所在内设机构；Enter the unit that a person belongs to',
    operationId: 'registry/join-unit',
  })
  async join(
    @Req() request: SignedInRequest,
    @Param('person', personId) person: string,
    @Body() membership: JoinUnitDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = await this.recorders.ofPerson(request, person);
    endsAfterBeginning({ at: '#/to', from: membership.from, to: membership.to });
    return answeredOrEmpty(
      reply,
      await this.registry.change(person, { type: 'UnitJoined', data: membership }, by),
    );
  }
}
