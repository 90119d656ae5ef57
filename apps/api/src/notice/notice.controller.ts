import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { ServeNoticeDto } from './notice.dto.js';

/** The notice before the decision. */
@ApiTags('notice 告知')
@Controller('v1/cases')
export class NoticeController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('notice/serve', '送达行政处罚告知书；Serve the notice of the proposed penalty')
  serve(@Asked() request: CommandRequest, @Body() entry: ServeNoticeDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'notice/serve', entry));
  }
}
