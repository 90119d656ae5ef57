import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import {
  ChangeDecisionDto,
  RecordRefundDto,
  RectifyDecisionDto,
  WithdrawPublicationDto,
} from './decision-change.dto.js';

/** Rectification, change and annulment of the decision. */
@ApiTags('decision-change 决定的变更')
@Controller('v1/cases')
export class DecisionChangeController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('decision-change/rectify', '补正决定书；Rectify a slip in the decision')
  rectify(@Asked() request: CommandRequest, @Body() entry: RectifyDecisionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-change/rectify', entry));
  }

  @CaseCommand('decision-change/change', '变更、撤销决定；Change or annul the decision')
  change(@Asked() request: CommandRequest, @Body() entry: ChangeDecisionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-change/change', entry));
  }

  @CaseCommand('decision-change/withdraw-publication', '撤回公示；Withdraw the publication')
  withdrawPublication(
    @Asked() request: CommandRequest,
    @Body() entry: WithdrawPublicationDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-change/withdraw-publication', entry));
  }

  @CaseCommand('decision-change/record-refund', '记录退款；Record a refund')
  recordRefund(@Asked() request: CommandRequest, @Body() entry: RecordRefundDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-change/record-refund', entry));
  }
}
