import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import {
  RecordDisputeDto,
  RecordSettlementDto,
  ReportToSuperiorDto,
  RequestTransferDto,
  SendCaseDto,
} from './jurisdiction.dto.js';

/** Disputed jurisdiction, and transfer to another agency. */
@ApiTags('jurisdiction 管辖')
@Controller('v1/cases')
export class JurisdictionController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('jurisdiction/record-dispute', '登记管辖争议；Record a dispute on jurisdiction')
  recordDispute(@Asked() request: CommandRequest, @Body() entry: RecordDisputeDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'jurisdiction/record-dispute', entry));
  }

  @CaseCommand('jurisdiction/report-to-superior', '报请指定管辖；Report the dispute to the superior')
  report(@Asked() request: CommandRequest, @Body() entry: ReportToSuperiorDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'jurisdiction/report-to-superior', entry));
  }

  @CaseCommand('jurisdiction/record-settlement', '登记管辖争议处理结果；Record how the dispute was settled')
  settle(@Asked() request: CommandRequest, @Body() entry: RecordSettlementDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'jurisdiction/record-settlement', entry));
  }

  @CaseCommand(
    'jurisdiction/request-transfer',
    '申请移送其他机关；Ask for the case to be transferred to another agency',
  )
  requestTransfer(@Asked() request: CommandRequest, @Body() entry: RequestTransferDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'jurisdiction/request-transfer', entry));
  }

  @CaseCommand('jurisdiction/approve-transfer', '批准移送其他机关；Approve the transfer to another agency')
  approveTransfer(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'jurisdiction/approve-transfer', entry));
  }

  @CaseCommand('jurisdiction/send-transfer', '移送其他机关；Send the case to the other agency')
  send(@Asked() request: CommandRequest, @Body() entry: SendCaseDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'jurisdiction/send-transfer', entry));
  }
}
