import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { OrderCorrectionDto, VerifyCorrectionDto } from './correction.dto.js';

/** Orders to correct. */
@ApiTags('correction 责令改正')
@Controller('v1/cases')
export class CorrectionController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('correction/order', '责令改正；Order a correction')
  order(@Asked() request: CommandRequest, @Body() entry: OrderCorrectionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'correction/order', entry));
  }

  @CaseCommand('correction/verify', '复查改正情况；Verify a correction')
  verify(@Asked() request: CommandRequest, @Body() entry: VerifyCorrectionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'correction/verify', entry));
  }
}
