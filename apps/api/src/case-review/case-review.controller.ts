import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveCaseReviewOpinionDto, SendForCaseReviewDto } from './case-review.dto.js';

/** The case review. */
@ApiTags('case-review 案件审核')
@Controller('v1/cases')
export class CaseReviewController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('case-review/send', '送案件审核；Send for case review')
  send(@Asked() request: CommandRequest, @Body() entry: SendForCaseReviewDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'case-review/send', entry));
  }

  @CaseCommand('case-review/give-opinion', '出具案件审核意见；Give the opinion of case review')
  giveOpinion(@Asked() request: CommandRequest, @Body() entry: GiveCaseReviewOpinionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'case-review/give-opinion', entry));
  }
}
