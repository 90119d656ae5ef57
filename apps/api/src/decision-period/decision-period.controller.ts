import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import { ExtendFurtherDto, LeaveOutDto, RequestDecisionExtensionDto } from './decision-period.dto.js';

/** The period for deciding: lengthening it, and days that do not count. */
@ApiTags('decision-period 办案期限')
@Controller('v1/cases')
export class DecisionPeriodController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('decision-period/request-extension', '申请延长办案期限；Ask for more time to decide')
  requestExtension(
    @Asked() request: CommandRequest,
    @Body() entry: RequestDecisionExtensionDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-period/request-extension', entry));
  }

  @CaseCommand('decision-period/approve-extension', '批准延长办案期限三十日；Give thirty more days to decide')
  approveExtension(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-period/approve-extension', entry));
  }

  @CaseCommand(
    'decision-period/extend-further',
    '集体讨论决定继续延期；Lengthen the period further, together',
  )
  extendFurther(@Asked() request: CommandRequest, @Body() entry: ExtendFurtherDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-period/extend-further', entry));
  }

  @CaseCommand('decision-period/leave-out', '登记不计入办案期限的时间；Record days that do not count')
  leaveOut(@Asked() request: CommandRequest, @Body() entry: LeaveOutDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'decision-period/leave-out', entry));
  }
}
