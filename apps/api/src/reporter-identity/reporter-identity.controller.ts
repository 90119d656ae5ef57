import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { LookAtReporterIdentityDto } from './reporter-identity.dto.js';

/** Who reported: every look is an entry. */
@ApiTags('reporter-identity 举报人身份')
@Controller('v1/cases')
export class ReporterIdentityController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('reporter-identity/look', '查看举报人身份；Look at who reported')
  look(@Asked() request: CommandRequest, @Body() entry: LookAtReporterIdentityDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'reporter-identity/look', entry));
  }
}
