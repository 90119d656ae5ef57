import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { RecordAcceptanceDto, RecordRemedyOutcomeDto } from './remedy.dto.js';

/** Reconsideration and litigation. */
@ApiTags('remedy 复议和诉讼')
@Controller('v1/cases')
export class RemedyController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('remedy/record-acceptance', '登记行政复议、诉讼受理；Record that a remedy was accepted')
  recordAcceptance(@Asked() request: CommandRequest, @Body() entry: RecordAcceptanceDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'remedy/record-acceptance', entry));
  }

  @CaseCommand('remedy/record-outcome', '登记行政复议、诉讼结果；Record the outcome of a remedy')
  recordOutcome(@Asked() request: CommandRequest, @Body() entry: RecordRemedyOutcomeDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'remedy/record-outcome', entry));
  }
}
