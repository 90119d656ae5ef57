import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { ReturnApprovalDto, WithdrawApprovalRequestDto } from './approval.dto.js';

/** Requests for approval that are returned or withdrawn; each step gives its own approvals. */
@ApiTags('approval 审批')
@Controller('v1/cases')
export class ApprovalController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('approval/return', '退回审批申请；Return a request for approval')
  return(@Asked() request: CommandRequest, @Body() entry: ReturnApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'approval/return', entry));
  }

  @CaseCommand('approval/withdraw', '撤回审批申请；Withdraw a request for approval')
  withdraw(@Asked() request: CommandRequest, @Body() entry: WithdrawApprovalRequestDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'approval/withdraw', entry));
  }
}
