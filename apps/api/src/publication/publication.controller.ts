import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { PublishDecisionDto } from './publication.dto.js';

/** Publication of the decision. */
@ApiTags('publication 公示')
@Controller('v1/cases')
export class PublicationController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('publication/publish', '公示处罚决定；Publish the decision')
  publish(@Asked() request: CommandRequest, @Body() entry: PublishDecisionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'publication/publish', entry));
  }
}
