import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand, OpeningCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import {
  ReceiveLeadDto,
  RequestCheckExtensionDto,
  RequestFilingDto,
  RequestNotFilingDto,
} from './initiation.dto.js';

/** Leads and filing: how a case begins. */
@ApiTags('initiation 立案')
@Controller('v1/cases')
export class InitiationController {
  constructor(private readonly commands: CommandBus) {}

  @OpeningCommand('initiation/receive-lead', '登记案源；Receive a lead')
  receiveLead(@Asked() request: CommandRequest, @Body() entry: ReceiveLeadDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'initiation/receive-lead', entry));
  }

  @CaseCommand('initiation/request-filing', '申请立案；Ask for the case to be filed')
  requestFiling(@Asked() request: CommandRequest, @Body() entry: RequestFilingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'initiation/request-filing', entry));
  }

  @CaseCommand('initiation/approve-filing', '批准立案；File the case')
  approveFiling(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'initiation/approve-filing', entry));
  }

  @CaseCommand('initiation/request-not-filing', '申请不予立案；Ask that the lead is not filed')
  requestNotFiling(@Asked() request: CommandRequest, @Body() entry: RequestNotFilingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'initiation/request-not-filing', entry));
  }

  @CaseCommand('initiation/decide-not-to-file', '决定不予立案；Decide not to file')
  decideNotToFile(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'initiation/decide-not-to-file', entry));
  }

  @CaseCommand('initiation/request-check-extension', '申请延长核查期限；Ask for more time to check the lead')
  requestCheckExtension(
    @Asked() request: CommandRequest,
    @Body() entry: RequestCheckExtensionDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'initiation/request-check-extension', entry));
  }

  @CaseCommand('initiation/extend-check', '批准延长核查期限；Lengthen the check of the lead')
  extendCheck(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'initiation/extend-check', entry));
  }
}
