import type { Erasure } from '@anjuan/case';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CaseRecords } from '../case-records.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { AskedBeside, type CommandRequest } from '../http/command-request.js';
import { agencyOfReader, caseworkers } from '../queries/reader.js';
import { AskErasureDto } from './erasure.dto.js';
import { Erasures } from './erasures.js';

const Key = () =>
  ApiHeader({ name: 'Idempotency-Key', required: true, description: '同一请求只执行一次；Happens once' });
const InCapacity = () =>
  ApiHeader({ name: 'Acting-Capacity', required: true, description: '以何身份实施；In which capacity' });

/** Erasure of personal data (个人信息保护法 47): the values go, the record and its proofs stay. */
@ApiTags('erasure 个人信息删除')
@ApiBearerAuth()
@ApiParam({ name: 'caseId', type: String, description: '案件；The case' })
@Controller('v1/cases/:caseId/erasures')
export class ErasureController {
  constructor(
    private readonly erasures: Erasures,
    private readonly records: CaseRecords,
  ) {}

  @Post()
  @Key()
  @InCapacity()
  @ApiOperation({ summary: '申请删除个人信息；Ask for an erasure', operationId: 'erasure/ask' })
  ask(@AskedBeside() request: CommandRequest, @Body() entry: AskErasureDto) {
    const { kinds, ground } = entry;
    return this.erasures.ask(request, { kinds, ground });
  }

  @Post(':erasure/order')
  @HttpCode(200)
  @Key()
  @InCapacity()
  @ApiOperation({
    summary: '批准并执行删除；Order an erasure, which is then carried out',
    operationId: 'erasure/order',
  })
  order(@AskedBeside() request: CommandRequest, @Param('erasure', ParseIntPipe) erasure: number) {
    return this.erasures.order(request, erasure);
  }

  @Get()
  @ApiOperation({ summary: '删除记录；What was asked for and ordered', operationId: 'erasure/list' })
  async list(@Req() { signedIn }: SignedInRequest, @Param('caseId') caseId: string) {
    await this.records.read(caseId, agencyOfReader(signedIn, ...caseworkers));
    return { items: (await this.erasures.all(caseId)).map(toldOf) };
  }
}

const toldOf = ({ entry, kinds, ground, askedBy, askedAt, order }: Erasure) => ({
  kinds,
  ground,
  erasure: entry,
  askedBy,
  askedAt,
  ...(order && { orderedBy: order.by, orderedAt: order.at, erased: order.digests.length }),
});
