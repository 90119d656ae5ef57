import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import {
  ApplyForInstalmentsDto,
  ApproveDeferralDto,
  ApproveInstalmentsDto,
  DisposeOfGoodsDto,
  MakeAgreementDto,
  RecordPaymentDto,
  RefuseInstalmentsDto,
} from './execution.dto.js';

/** Payments, instalments, confiscated goods. */
@ApiTags('execution 执行')
@Controller('v1/cases')
export class ExecutionController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('execution/record-payment', '记录缴款；Record a payment')
  recordPayment(@Asked() request: CommandRequest, @Body() entry: RecordPaymentDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution/record-payment', entry));
  }

  @CaseCommand('execution/apply-for-instalments', '记录分期缴款申请；Record an application for instalments')
  applyForInstalments(
    @Asked() request: CommandRequest,
    @Body() entry: ApplyForInstalmentsDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution/apply-for-instalments', entry));
  }

  @CaseCommand('execution/approve-instalments', '批准分期缴款；Approve instalments')
  approveInstalments(
    @Asked() request: CommandRequest,
    @Body() entry: ApproveInstalmentsDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution/approve-instalments', entry));
  }

  @CaseCommand('execution/approve-deferral', '批准暂缓缴款；Approve a deferral')
  approveDeferral(@Asked() request: CommandRequest, @Body() entry: ApproveDeferralDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution/approve-deferral', entry));
  }

  @CaseCommand('execution/make-agreement', '达成执行协议；Make an execution agreement')
  makeAgreement(@Asked() request: CommandRequest, @Body() entry: MakeAgreementDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution/make-agreement', entry));
  }

  @CaseCommand('execution/refuse-instalments', '不同意分期缴款；Refuse instalments')
  refuseInstalments(@Asked() request: CommandRequest, @Body() entry: RefuseInstalmentsDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution/refuse-instalments', entry));
  }

  @CaseCommand('execution/dispose-of-goods', '处置没收物品；Dispose of confiscated goods')
  disposeOfGoods(@Asked() request: CommandRequest, @Body() entry: DisposeOfGoodsDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'execution/dispose-of-goods', entry));
  }
}
