import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import {
  ConcludeDiscussionDto,
  GiveDiscussionOpinionDto,
  OpenDiscussionDto,
} from './collective-discussion.dto.js';

/** Collective discussion by the leaders. */
@ApiTags('collective-discussion 集体讨论')
@Controller('v1/cases')
export class CollectiveDiscussionController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('collective-discussion/open', '召开负责人集体讨论；Open the discussion of the leaders')
  open(@Asked() request: CommandRequest, @Body() entry: OpenDiscussionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'collective-discussion/open', entry));
  }

  @CaseCommand('collective-discussion/give-opinion', '发表讨论意见；Give an opinion in the discussion')
  giveOpinion(@Asked() request: CommandRequest, @Body() entry: GiveDiscussionOpinionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'collective-discussion/give-opinion', entry));
  }

  @CaseCommand('collective-discussion/conclude', '形成讨论结论；Conclude the discussion')
  conclude(@Asked() request: CommandRequest, @Body() entry: ConcludeDiscussionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'collective-discussion/conclude', entry));
  }
}
