import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import {
  AnnounceHearingDto,
  EndHearingDto,
  HandOverHearingFileDto,
  HoldHearingDto,
  NameHearingHostDto,
  ReportHearingDto,
  RequestHearingDto,
  ResumeHearingDto,
  ServeHearingNoticeDto,
  SuspendHearingDto,
} from './hearing.dto.js';

/** The hearing. */
@ApiTags('hearing 听证')
@Controller('v1/cases')
export class HearingController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('hearing/request', '记录听证申请；Take down a request for a hearing')
  request(@Asked() request: CommandRequest, @Body() entry: RequestHearingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/request', entry));
  }

  @CaseCommand('hearing/name-host', '指定听证主持人；Name the hearing host')
  nameHost(@Asked() request: CommandRequest, @Body() entry: NameHearingHostDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/name-host', entry));
  }

  @CaseCommand('hearing/hand-over-file', '向听证主持人移送案卷；Hand the file to the hearing host')
  handOverFile(@Asked() request: CommandRequest, @Body() entry: HandOverHearingFileDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/hand-over-file', entry));
  }

  @CaseCommand('hearing/suspend', '中止听证；Suspend the hearing')
  suspend(@Asked() request: CommandRequest, @Body() entry: SuspendHearingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/suspend', entry));
  }

  @CaseCommand('hearing/resume', '恢复听证；Resume the hearing')
  resume(@Asked() request: CommandRequest, @Body() entry: ResumeHearingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/resume', entry));
  }

  @CaseCommand('hearing/serve-notice', '送达听证通知书；Serve the hearing notice')
  serveNotice(@Asked() request: CommandRequest, @Body() entry: ServeHearingNoticeDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/serve-notice', entry));
  }

  @CaseCommand('hearing/announce', '公告听证；Announce the hearing')
  announce(@Asked() request: CommandRequest, @Body() entry: AnnounceHearingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/announce', entry));
  }

  @CaseCommand('hearing/hold', '举行听证；Hold the hearing')
  hold(@Asked() request: CommandRequest, @Body() entry: HoldHearingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/hold', entry));
  }

  @CaseCommand('hearing/report', '提交听证报告；Report on the hearing')
  report(@Asked() request: CommandRequest, @Body() entry: ReportHearingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/report', entry));
  }

  @CaseCommand('hearing/end', '终止听证；End the hearing')
  end(@Asked() request: CommandRequest, @Body() entry: EndHearingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'hearing/end', entry));
  }
}
