import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { ConfirmEntryDto, CorrectEntryDto, WithdrawEntryDto } from './entry.dto.js';

/** Entries are confirmed, corrected and withdrawn; never edited. */
@ApiTags('entry 案卷记录')
@Controller('v1/cases')
export class EntryController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('entry/confirm', '确认记录；Confirm an entry as the second officer')
  confirm(@Asked() request: CommandRequest, @Body() entry: ConfirmEntryDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'entry/confirm', entry));
  }

  @CaseCommand('entry/correct', '更正记录；Correct an entry')
  correct(@Asked() request: CommandRequest, @Body() entry: CorrectEntryDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'entry/correct', entry));
  }

  @CaseCommand('entry/withdraw', '撤回记录；Withdraw an entry')
  withdraw(@Asked() request: CommandRequest, @Body() entry: WithdrawEntryDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'entry/withdraw', entry));
  }
}
