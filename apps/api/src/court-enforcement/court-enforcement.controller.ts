import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import {
  ApplyToCourtDto,
  AskHigherCourtDto,
  RecordCourtAnswerDto,
  RecordOpinionDto,
  RequestEnforcementDto,
  ServeReminderDto,
} from './court-enforcement.dto.js';

/** Reminder, application to the court, its answers. */
@ApiTags('court-enforcement 申请法院强制执行')
@Controller('v1/cases')
export class CourtEnforcementController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('court-enforcement/serve-reminder', '送达催告书；Serve a reminder')
  serveReminder(@Asked() request: CommandRequest, @Body() entry: ServeReminderDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'court-enforcement/serve-reminder', entry));
  }

  @CaseCommand(
    'court-enforcement/record-opinion',
    "记录对催告的陈述申辩；Record the party's answer to the reminder",
  )
  recordOpinion(@Asked() request: CommandRequest, @Body() entry: RecordOpinionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'court-enforcement/record-opinion', entry));
  }

  @CaseCommand('court-enforcement/request', '申请向法院申请强制执行；Ask for an application to the court')
  ask(@Asked() request: CommandRequest, @Body() entry: RequestEnforcementDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'court-enforcement/request', entry));
  }

  @CaseCommand('court-enforcement/approve', '批准向法院申请强制执行；Approve an application to the court')
  approve(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'court-enforcement/approve', entry));
  }

  @CaseCommand('court-enforcement/apply', '申请人民法院强制执行；Apply to the court')
  apply(@Asked() request: CommandRequest, @Body() entry: ApplyToCourtDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'court-enforcement/apply', entry));
  }

  @CaseCommand('court-enforcement/record-court-answer', "登记法院裁定；Record the court's answer")
  recordAnswer(@Asked() request: CommandRequest, @Body() entry: RecordCourtAnswerDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'court-enforcement/record-court-answer', entry));
  }

  @CaseCommand('court-enforcement/ask-higher-court', '向上一级法院申请复议；Ask the higher court')
  askHigherCourt(@Asked() request: CommandRequest, @Body() entry: AskHigherCourtDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'court-enforcement/ask-higher-court', entry));
  }
}
