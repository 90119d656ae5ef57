import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import { RequestReviewExtensionDto } from './review.dto.js';

/** What both reviews share: more time. */
@ApiTags('review 审核期限')
@Controller('v1/cases')
export class ReviewController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('review/request-extension', '申请延长审核期限；Ask for more time to review')
  requestExtension(
    @Asked() request: CommandRequest,
    @Body() entry: RequestReviewExtensionDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'review/request-extension', entry));
  }

  @CaseCommand('review/approve-extension', '批准延长审核期限；Give more time to review')
  approveExtension(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'review/approve-extension', entry));
  }
}
