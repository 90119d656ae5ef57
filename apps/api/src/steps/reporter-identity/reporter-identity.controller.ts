import type { EntryOf, Reporter } from '@anjuan/case';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CaseRecords } from '../../cases/case-records.js';
import { ChangeCase, type Changed } from '../../cases/change-case.js';
import type { CommandRequest } from '../../http/command-request.js';
import { CommandOf } from '../step.js';

type Look = EntryOf<'reporter-identity/look'>;

/** Who reported: every look is an entry. */
@ApiTags('reporter-identity 举报人身份')
@Controller('v1/cases')
export class ReporterIdentityController {
  constructor(
    private readonly commands: CommandBus,
    private readonly records: CaseRecords,
  ) {}

  @CommandOf('reporter-identity/look')
  async look(request: CommandRequest, entry: Look): Promise<Changed & { reporter?: Reporter }> {
    const changed = await this.commands.execute(new ChangeCase(request, 'reporter-identity/look', entry));
    const reporter = await this.records.reporter(changed.case);
    return { ...changed, ...(reporter && { reporter }) };
  }
}
