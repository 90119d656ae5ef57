import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveLegalReviewOpinionDto, SendForLegalReviewDto } from './legal-review.dto.js';

/** The legal review. */
@ApiTags('legal-review 法制审核')
@Controller('v1/cases')
export class LegalReviewController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('legal-review/send', '送法制审核；Send for legal review')
  send(@Asked() request: CommandRequest, @Body() entry: SendForLegalReviewDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'legal-review/send', entry));
  }

  @CaseCommand('legal-review/give-opinion', '出具法制审核意见；Give the opinion of legal review')
  giveOpinion(@Asked() request: CommandRequest, @Body() entry: GiveLegalReviewOpinionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'legal-review/give-opinion', entry));
  }
}
