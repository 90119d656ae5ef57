import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { ApproveProposalDto, ReturnProposalDto } from './proposal.dto.js';

/** The leader on the proposal, after the review. */
@ApiTags('proposal 处理建议')
@Controller('v1/cases')
export class ProposalController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('proposal/approve', '批准处理建议；Approve the proposal')
  approve(@Asked() request: CommandRequest, @Body() entry: ApproveProposalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'proposal/approve', entry));
  }

  @CaseCommand('proposal/return', '退回处理建议；Return the proposal')
  return(@Asked() request: CommandRequest, @Body() entry: ReturnProposalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'proposal/return', entry));
  }
}
