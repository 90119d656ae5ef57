import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import {
  AskReconsiderationDto,
  DecideTransferDto,
  HandOverGoodsDto,
  ProposeTransferDto,
  RecordCriminalOutcomeDto,
  RecordPoliceAnswerDto,
  RecordReconsiderationDto,
  SendTransferDto,
} from './crime-transfer.dto.js';

/** Transfer of a suspected crime to the police. */
@ApiTags('crime-transfer 涉嫌犯罪移送')
@Controller('v1/cases')
export class CrimeTransferController {
  constructor(private readonly commands: CommandBus) {}

  @CaseCommand('crime-transfer/propose', '报告移送涉嫌犯罪案件；Report a suspected crime')
  propose(@Asked() request: CommandRequest, @Body() entry: ProposeTransferDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/propose', entry));
  }

  @CaseCommand('crime-transfer/decide', '决定是否移送；Decide on the transfer')
  decide(@Asked() request: CommandRequest, @Body() entry: DecideTransferDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/decide', entry));
  }

  @CaseCommand('crime-transfer/send', '向公安机关移送；Send the case to the police')
  send(@Asked() request: CommandRequest, @Body() entry: SendTransferDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/send', entry));
  }

  @CaseCommand('crime-transfer/record-answer', '登记公安机关答复；Record the answer of the police')
  recordAnswer(@Asked() request: CommandRequest, @Body() entry: RecordPoliceAnswerDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/record-answer', entry));
  }

  @CaseCommand('crime-transfer/hand-over-goods', '移交涉案物品和材料；Hand goods and materials to the police')
  handOver(@Asked() request: CommandRequest, @Body() entry: HandOverGoodsDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/hand-over-goods', entry));
  }

  @CaseCommand('crime-transfer/record-outcome', '登记刑事处理结果；Record how the criminal case ended')
  recordOutcome(@Asked() request: CommandRequest, @Body() entry: RecordCriminalOutcomeDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/record-outcome', entry));
  }

  @CaseCommand('crime-transfer/ask-reconsideration', '提请复议或者立案监督；Ask the police to reconsider')
  askReconsideration(
    @Asked() request: CommandRequest,
    @Body() entry: AskReconsiderationDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/ask-reconsideration', entry));
  }

  @CaseCommand('crime-transfer/record-reconsideration', '登记复议或者监督结果；Record what came of it')
  recordReconsideration(
    @Asked() request: CommandRequest,
    @Body() entry: RecordReconsiderationDto,
  ): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'crime-transfer/record-reconsideration', entry));
  }
}
