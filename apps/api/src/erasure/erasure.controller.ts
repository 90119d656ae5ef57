import type { Capacity } from '@anjuan/case';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseRecords } from '../case-records.js';
import { readCapacity, readKey, requestDigest, type SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';
import { agencyOfReader, caseworkers } from '../queries/reader.js';
import { AskErasureDto } from './erasure.dto.js';
import { Erasures, type ErasureCommand } from './erasures.js';

const Key = () =>
  ApiHeader({ name: 'Idempotency-Key', required: true, description: '同一请求只执行一次；Happens once' });
const InCapacity = () =>
  ApiHeader({ name: 'Acting-Capacity', required: true, description: '以何身份实施；In which capacity' });

/** Erasure of personal data (个人信息保护法 47): the values go, the record and its proofs stay. */
@ApiTags('erasure 个人信息删除')
@ApiBearerAuth()
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
  ask(
    @Req() request: SignedInRequest,
    @Param('caseId') caseId: string,
    @Body() { kinds, ground }: AskErasureDto,
  ) {
    return this.erasures.ask(commandOf(request, caseId, ['officer', 'auditor']), { kinds, ground });
  }

  @Post(':erasure/order')
  @HttpCode(200)
  @Key()
  @InCapacity()
  @ApiOperation({
    summary: '批准并执行删除；Order an erasure, which is then carried out',
    operationId: 'erasure/order',
  })
  order(
    @Req() request: SignedInRequest,
    @Param('caseId') caseId: string,
    @Param('erasure', ParseIntPipe) erasure: number,
  ) {
    return this.erasures.order(commandOf(request, caseId, ['leader', 'principal']), erasure);
  }

  @Get()
  @ApiOperation({ summary: '删除记录；What was asked for and ordered', operationId: 'erasure/list' })
  async list(@Req() { signedIn }: SignedInRequest, @Param('caseId') caseId: string) {
    await this.records.read(caseId, agencyOfReader(signedIn, ...caseworkers));
    return { items: await this.erasures.all(caseId) };
  }
}

const commandOf = (request: SignedInRequest, caseId: string, by: readonly Capacity[]): ErasureCommand => {
  const { person, agency, capacities } = request.signedIn;
  const capacity = readCapacity(request);
  if (agency === undefined || !by.includes(capacity) || !capacities.includes(capacity))
    throw new Problem('not-competent', `限以下身份办理；For ${by.join(', ')}`);
  const command = { id: `${person}/${readKey(request)}`, digest: requestDigest(request, capacity) };
  return { caseId, agency, person, capacity, command };
};
