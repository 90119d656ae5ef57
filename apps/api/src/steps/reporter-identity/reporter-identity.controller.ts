import type { EntryOf, Reporter } from '@anjuan/case';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CaseRecords, type Letter } from '../../cases/case-records.js';
import { ChangeCase, type Changed } from '../../cases/change-case.js';
import type { CommandRequest } from '../../http/command-request.js';
import { CommandOf } from '../step.js';

type Look = EntryOf<'reporter-identity/look'>;

type Seen = Changed & Readonly<{ reporter?: Reporter; letters?: readonly Letter[]; again?: string }>;

const again =
  '本次查看此前已记录，举报人身份不重复显示；如需再看，请以新的 Idempotency-Key 重新提出。This look was recorded before, and who reported is not shown again: to look again, send a new Idempotency-Key.';

/** Who reported: every look is an entry. */
@ApiTags('reporter-identity 举报人身份')
@Controller('v1/cases')
export class ReporterIdentityController {
  constructor(
    private readonly commands: CommandBus,
    private readonly records: CaseRecords,
  ) {}

  // Shown by the request that recorded the look alone: one sent again is not asked whether its sender still may.
  @CommandOf('reporter-identity/look')
  async look(request: CommandRequest, entry: Look): Promise<Seen> {
    const looking = new ChangeCase(request, 'reporter-identity/look', entry);
    const { changed, repeated } = await this.commands.execute(looking);
    if (repeated) return { ...changed, again };
    const [reporter, letters] = await Promise.all([
      this.records.reporter(changed.case),
      this.records.letters(changed.case),
    ]);
    return { ...changed, ...(reporter && { reporter }), ...(letters.length > 0 && { letters }) };
  }
}
