import type { Reporter } from '@anjuan/case';
import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CaseRecords } from '../case-records.js';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { LookAtReporterIdentityDto } from './reporter-identity.dto.js';

/** Who reported: every look is an entry. */
@ApiTags('reporter-identity 举报人身份')
@Controller('v1/cases')
export class ReporterIdentityController {
  constructor(
    private readonly commands: CommandBus,
    private readonly records: CaseRecords,
  ) {}

  @CaseCommand('reporter-identity/look', '查看举报人身份；Look at who reported')
  async look(
    @Asked() request: CommandRequest,
    @Body() entry: LookAtReporterIdentityDto,
  ): Promise<Changed & { reporter?: Reporter }> {
    const changed = await this.commands.execute(new ChangeCase(request, 'reporter-identity/look', entry));
    const reporter = await this.records.reporter(changed.case);
    return { ...changed, ...(reporter && { reporter }) };
  }
}
