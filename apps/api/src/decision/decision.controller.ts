import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { MakeDecisionDto } from './decision.dto.js';

/** The decision. */
@ApiTags('decision 决定')
@Controller('v1/cases')
export class DecisionController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('decision/make', '作出决定；Decide the case')
  make(@Asked() request: CommandRequest, @Body() entry: MakeDecisionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision/make', entry));
  }
}
