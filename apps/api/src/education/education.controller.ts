import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { EducateDto } from './education.dto.js';

/** Education of a party that is not punished. */
@ApiTags('education 教育')
@Controller('v1/cases')
export class EducationController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('education/give', '对当事人进行教育；Educate the party')
  give(@Asked() request: CommandRequest, @Body() entry: EducateDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'education/give', entry));
  }
}
