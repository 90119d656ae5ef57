import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import { GiveApprovalDto } from '../http/dto/approval.dto.js';
import { DisposeEarlyDto, RequestEarlyDisposalDto } from './early-disposal.dto.js';
import {
  LiftSeizureDto,
  MakeUpSeizureDto,
  RequestExtensionDto,
  RequestLiftingDto,
  RequestSeizureDto,
  SeizeDto,
  SeizeUrgentlyDto,
} from './seizure.dto.js';

/** Sealing and seizure. */
@ApiTags('seizure 查封、扣押')
@Controller('v1/cases')
export class SeizureController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('seizure/request', '申请查封、扣押；Ask for a seizure')
  request(@Asked() request: CommandRequest, @Body() entry: RequestSeizureDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/request', entry));
  }

  @CaseCommand('seizure/approve', '批准查封、扣押；Approve a seizure')
  approve(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/approve', entry));
  }

  @CaseCommand('seizure/seize', '实施查封、扣押；Seal or seize')
  seize(@Asked() request: CommandRequest, @Body() entry: SeizeDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/seize', entry));
  }

  @CaseCommand('seizure/seize-urgently', '当场查封、扣押；Seal or seize at once')
  seizeUrgently(@Asked() request: CommandRequest, @Body() entry: SeizeUrgentlyDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/seize-urgently', entry));
  }

  @CaseCommand('seizure/make-up-approval', '补办查封、扣押批准；Approve a seizure afterwards')
  makeUp(@Asked() request: CommandRequest, @Body() entry: MakeUpSeizureDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/make-up-approval', entry));
  }

  @CaseCommand('seizure/request-extension', '申请延长查封、扣押期限；Ask for a longer seizure')
  requestExtension(@Asked() request: CommandRequest, @Body() entry: RequestExtensionDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/request-extension', entry));
  }

  @CaseCommand('seizure/approve-extension', '批准延长查封、扣押期限；Approve a longer seizure')
  approveExtension(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/approve-extension', entry));
  }

  @CaseCommand('seizure/request-lifting', '申请解除查封、扣押；Ask for the lifting of a seizure')
  requestLifting(@Asked() request: CommandRequest, @Body() entry: RequestLiftingDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/request-lifting', entry));
  }

  @CaseCommand('seizure/approve-lifting', '批准解除查封、扣押；Approve the lifting of a seizure')
  approveLifting(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/approve-lifting', entry));
  }

  @CaseCommand('seizure/request-early-disposal', '申请先行处置；Ask for goods to be disposed of early')
  requestDisposal(
    @Asked() request: CommandRequest,
    @Body() entry: RequestEarlyDisposalDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/request-early-disposal', entry));
  }

  @CaseCommand('seizure/approve-early-disposal', '批准先行处置；Approve the early disposal')
  approveDisposal(@Asked() request: CommandRequest, @Body() entry: GiveApprovalDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/approve-early-disposal', entry));
  }

  @CaseCommand('seizure/dispose-early', '先行处置物品；Dispose of goods early')
  disposeEarly(@Asked() request: CommandRequest, @Body() entry: DisposeEarlyDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/dispose-early', entry));
  }

  @CaseCommand('seizure/lift', '解除查封、扣押；Lift a seizure')
  lift(@Asked() request: CommandRequest, @Body() entry: LiftSeizureDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'seizure/lift', entry));
  }
}
