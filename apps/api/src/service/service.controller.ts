import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { RecordFailureDto, ServeDecisionDto } from './service.dto.js';

/** Service of the decision. */
@ApiTags('service 送达')
@Controller('v1/cases')
export class ServiceController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('service/serve-decision', '送达决定书；Serve the decision')
  serveDecision(@Asked() request: CommandRequest, @Body() entry: ServeDecisionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'service/serve-decision', entry));
  }

  @CaseCommand('service/record-failure', '登记未能送达；Record a service that failed')
  recordFailure(@Asked() request: CommandRequest, @Body() entry: RecordFailureDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'service/record-failure', entry));
  }
}
