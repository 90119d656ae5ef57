import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import {
  RequestExecutionSuspensionDto,
  RequestExecutionTerminationDto,
  ResumeExecutionDto,
} from './execution-suspension.dto.js';

/** Suspending, resuming and ending an execution. */
@ApiTags('execution-suspension 中止、恢复、终结执行')
@Controller('v1/cases')
export class ExecutionSuspensionController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('execution-suspension/request', '申请中止执行；Ask for the execution to be suspended')
  request(@Asked() request: CommandRequest, @Body() entry: RequestExecutionSuspensionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution-suspension/request', entry));
  }

  @CaseCommand('execution-suspension/approve', '批准中止执行；Suspend the execution')
  approve(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution-suspension/approve', entry));
  }

  @CaseCommand('execution-suspension/resume', '恢复执行；Resume the execution')
  resume(@Asked() request: CommandRequest, @Body() entry: ResumeExecutionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution-suspension/resume', entry));
  }

  @CaseCommand('execution-suspension/request-termination', '申请终结执行；Ask for the execution to be ended')
  requestTermination(
    @Asked() request: CommandRequest,
    @Body() entry: RequestExecutionTerminationDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution-suspension/request-termination', entry));
  }

  @CaseCommand('execution-suspension/approve-termination', '批准终结执行；End the execution')
  approveTermination(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution-suspension/approve-termination', entry));
  }
}
