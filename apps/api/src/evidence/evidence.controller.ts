import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import {
  AddEvidenceDto,
  CommissionTestDto,
  ExcludeEvidenceDto,
  RecordInquiryDto,
  RecordSceneDto,
  RecordTestResultDto,
  TellTestResultDto,
} from './evidence.dto.js';
import { TakeSamplesDto } from './sampling.dto.js';

/** Scenes, inquiries, evidence and tests. */
@ApiTags('evidence 证据')
@Controller('v1/cases')
export class EvidenceController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('evidence/record-scene', '记录现场检查、勘验；Record a scene')
  recordScene(@Asked() request: CommandRequest, @Body() entry: RecordSceneDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/record-scene', entry));
  }

  @CaseCommand('evidence/record-inquiry', '记录询问；Record an inquiry')
  recordInquiry(@Asked() request: CommandRequest, @Body() entry: RecordInquiryDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/record-inquiry', entry));
  }

  @CaseCommand('evidence/add', '收集证据；Add evidence')
  add(@Asked() request: CommandRequest, @Body() entry: AddEvidenceDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/add', entry));
  }

  @CaseCommand('evidence/take-samples', '抽样取证；Take samples')
  takeSamples(@Asked() request: CommandRequest, @Body() entry: TakeSamplesDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/take-samples', entry));
  }

  @CaseCommand('evidence/exclude', '排除证据；Exclude a piece of evidence')
  exclude(@Asked() request: CommandRequest, @Body() entry: ExcludeEvidenceDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/exclude', entry));
  }

  @CaseCommand('evidence/commission-test', '委托检测、检验、鉴定；Commission a test')
  commissionTest(@Asked() request: CommandRequest, @Body() entry: CommissionTestDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/commission-test', entry));
  }

  @CaseCommand('evidence/record-test-result', '登记检测、检验、鉴定结果；Record the result of a test')
  recordTestResult(@Asked() request: CommandRequest, @Body() entry: RecordTestResultDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/record-test-result', entry));
  }

  @CaseCommand('evidence/tell-test-result', '告知检测、检验、鉴定结果；Tell the party the result of a test')
  tellTestResult(@Asked() request: CommandRequest, @Body() entry: TellTestResultDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'evidence/tell-test-result', entry));
  }
}
