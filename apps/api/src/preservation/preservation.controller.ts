import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import {
  DealWithPreservationDto,
  LiftPreservationDto,
  MakeUpPreservationDto,
  RequestPreservationDto,
  TakePreservationDto,
} from './preservation.dto.js';

/** Advance registration and preservation of evidence. */
@ApiTags('preservation 先行登记保存')
@Controller('v1/cases')
export class PreservationController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('preservation/request', '申请先行登记保存；Ask for evidence to be preserved')
  request(@Asked() request: CommandRequest, @Body() entry: RequestPreservationDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'preservation/request', entry));
  }

  @CaseCommand('preservation/approve', '批准先行登记保存；Approve that evidence is preserved')
  approve(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'preservation/approve', entry));
  }

  @CaseCommand('preservation/take', '实施先行登记保存；Preserve evidence')
  take(@Asked() request: CommandRequest, @Body() entry: TakePreservationDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'preservation/take', entry));
  }

  @CaseCommand('preservation/make-up-approval', '补办先行登记保存批准；Approve afterwards, or have it lifted')
  makeUp(@Asked() request: CommandRequest, @Body() entry: MakeUpPreservationDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'preservation/make-up-approval', entry));
  }

  @CaseCommand('preservation/deal-with', '处理先行登记保存的证据；Deal with the evidence preserved')
  dealWith(@Asked() request: CommandRequest, @Body() entry: DealWithPreservationDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'preservation/deal-with', entry));
  }

  @CaseCommand('preservation/lift', '解除先行登记保存；Lift a preservation')
  lift(@Asked() request: CommandRequest, @Body() entry: LiftPreservationDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'preservation/lift', entry));
  }
}
