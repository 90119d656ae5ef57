import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { DecideRecusalDto, RequestRecusalDto } from './recusal.dto.js';

/** Who steps aside from a case. */
@ApiTags('recusal 回避')
@Controller('v1/cases')
export class RecusalController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('recusal/request', '提出回避申请；Ask for a recusal')
  request(@Asked() request: CommandRequest, @Body() entry: RequestRecusalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'recusal/request', entry));
  }

  @CaseCommand('recusal/decide', '决定是否回避；Decide on a recusal')
  decide(@Asked() request: CommandRequest, @Body() entry: DecideRecusalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'recusal/decide', entry));
  }
}
