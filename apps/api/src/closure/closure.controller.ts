import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import { RequestClosureDto } from './closure.dto.js';

/** Closure. */
@ApiTags('closure 结案')
@Controller('v1/cases')
export class ClosureController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('closure/request', '申请结案；Ask for closure')
  request(@Asked() request: CommandRequest, @Body() entry: RequestClosureDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'closure/request', entry));
  }

  @CaseCommand('closure/approve', '批准结案；Approve closure')
  approve(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'closure/approve', entry));
  }
}
