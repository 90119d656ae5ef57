import type { Erasure } from '@anjuan/case';
import { Body, Controller, Get, Param, ParseIntPipe, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseRecords } from '../case-records.js';
import { CommandBeside } from '../http/case-command.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { AskedBeside, type CommandRequest } from '../http/command-request.js';
import { agencyOfReader, caseworkers } from '../queries/reader.js';
import { AskErasureDto } from './erasure.dto.js';
import { Erasures } from './erasures.js';

/** Erasure of personal data (个人信息保护法 47): the values go, the record and its proofs stay. */
@ApiTags('erasure 个人信息删除')
@Controller('v1/cases/:caseId/erasures')
export class ErasureController {
  constructor(
    private readonly erasures: Erasures,
    private readonly records: CaseRecords,
  ) {}

  @CommandBeside('', 'erasure/ask', '申请删除个人信息；Ask for an erasure', 201)
  ask(@AskedBeside() request: CommandRequest, @Body() entry: AskErasureDto) {
    const { kinds, ground } = entry;
    return this.erasures.ask(request, { kinds, ground });
  }

  @CommandBeside(
    ':erasure/order',
    'erasure/order',
    '批准并执行删除；Order an erasure, which is then carried out',
    200,
  )
  order(@AskedBeside() request: CommandRequest, @Param('erasure', ParseIntPipe) erasure: number) {
    return this.erasures.order(request, erasure);
  }

  @Get()
  @ApiBearerAuth()
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
