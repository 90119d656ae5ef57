import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { RecordAssistanceDto, RecordDelayDto, RequestAssistanceDto } from './assistance.dto.js';

/** Requests for assistance to other agencies. */
@ApiTags('assistance 协助调查')
@Controller('v1/cases')
export class AssistanceController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('assistance/request', '发出协助调查函；Request assistance')
  request(@Asked() request: CommandRequest, @Body() entry: RequestAssistanceDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'assistance/request', entry));
  }

  @CaseCommand('assistance/record-answer', '登记协助调查复函；Record the answer to a request')
  recordAnswer(@Asked() request: CommandRequest, @Body() entry: RecordAssistanceDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'assistance/record-answer', entry));
  }

  @CaseCommand('assistance/record-delay', '登记协助调查延期告知；Record that an answer takes longer')
  recordDelay(@Asked() request: CommandRequest, @Body() entry: RecordDelayDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'assistance/record-delay', entry));
  }
}
