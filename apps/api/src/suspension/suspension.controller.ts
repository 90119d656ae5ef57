import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import { RequestSuspensionDto, RequestTerminationDto, ResumeDto } from './suspension.dto.js';

/** Suspending, resuming and ending an investigation. */
@ApiTags('suspension 中止、恢复、终止调查')
@Controller('v1/cases')
export class SuspensionController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('suspension/request', '申请中止调查；Ask for the investigation to be suspended')
  request(@Asked() request: CommandRequest, @Body() entry: RequestSuspensionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'suspension/request', entry));
  }

  @CaseCommand('suspension/approve', '批准中止调查；Suspend the investigation')
  approve(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'suspension/approve', entry));
  }

  @CaseCommand('suspension/resume', '恢复调查；Resume the investigation')
  resume(@Asked() request: CommandRequest, @Body() entry: ResumeDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'suspension/resume', entry));
  }

  @CaseCommand('suspension/request-termination', '申请终止调查；Ask for the investigation to be ended')
  requestTermination(
    @Asked() request: CommandRequest,
    @Body() entry: RequestTerminationDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'suspension/request-termination', entry));
  }

  @CaseCommand('suspension/approve-termination', '批准终止调查；End the investigation')
  approveTermination(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'suspension/approve-termination', entry));
  }
}
