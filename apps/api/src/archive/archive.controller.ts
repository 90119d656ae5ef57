import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { ArchiveCaseDto } from './archive.dto.js';

/** The archive. */
@ApiTags('archive 归档')
@Controller('v1/cases')
export class ArchiveController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('archive/archive', '归档；Archive the file')
  archive(@Asked() request: CommandRequest, @Body() entry: ArchiveCaseDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'archive/archive', entry));
  }
}
