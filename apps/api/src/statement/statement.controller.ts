import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { RecheckStatementDto, RecordStatementDto, WaiveStatementDto } from './statement.dto.js';

/** What the party says, and its re-check. */
@ApiTags('statement 陈述、申辩')
@Controller('v1/cases')
export class StatementController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('statement/record', '记录陈述、申辩；Take down a statement')
  record(@Asked() request: CommandRequest, @Body() entry: RecordStatementDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'statement/record', entry));
  }

  @CaseCommand('statement/waive', '记录放弃陈述、申辩和听证；Take down that the party gives up being heard')
  waive(@Asked() request: CommandRequest, @Body() entry: WaiveStatementDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'statement/waive', entry));
  }

  @CaseCommand('statement/re-check', '复核陈述、申辩；Re-check what the party brought forward')
  reCheck(@Asked() request: CommandRequest, @Body() entry: RecheckStatementDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'statement/re-check', entry));
  }
}
