import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { ConcludeInvestigationDto } from './investigation.dto.js';

/** The end of the investigation. */
@ApiTags('investigation 调查终结')
@Controller('v1/cases')
export class InvestigationController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('investigation/conclude', '调查终结；Conclude the investigation')
  conclude(@Asked() request: CommandRequest, @Body() entry: ConcludeInvestigationDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'investigation/conclude', entry));
  }
}
