import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangeCase, type Changed } from '../change-case.js';
import { CaseCommand, OpeningCommand } from '../http/case-command.js';
import { Asked, type CommandRequest } from '../http/command-request.js';
import {
  BankMoneyDto,
  CollectFineDto,
  DecideOnTheSpotDto,
  HandInFileDto,
  HandInMoneyDto,
} from './summary-procedure.dto.js';

/** The summary procedure. */
@ApiTags('summary-procedure 简易程序')
@Controller('v1/cases')
export class SummaryProcedureController {
  constructor(private readonly commands: CommandBus) {}

  @OpeningCommand('summary-procedure/decide', '当场作出行政处罚决定；Decide on the spot')
  decide(@Asked() request: CommandRequest, @Body() entry: DecideOnTheSpotDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'summary-procedure/decide', entry));
  }

  @CaseCommand('summary-procedure/collect-fine', '当场收缴罚款；Collect the fine on the spot')
  collectFine(@Asked() request: CommandRequest, @Body() entry: CollectFineDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'summary-procedure/collect-fine', entry));
  }

  @CaseCommand('summary-procedure/hand-in-money', '上交罚款；Hand the money to the agency')
  handInMoney(@Asked() request: CommandRequest, @Body() entry: HandInMoneyDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'summary-procedure/hand-in-money', entry));
  }

  @CaseCommand('summary-procedure/bank-money', '缴付银行；Bank the money')
  bankMoney(@Asked() request: CommandRequest, @Body() entry: BankMoneyDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'summary-procedure/bank-money', entry));
  }

  @CaseCommand('summary-procedure/hand-in-file', '上交案卷材料；Hand in the file')
  handInFile(@Asked() request: CommandRequest, @Body() entry: HandInFileDto): Promise<Changed> {
    return this.commands.execute(new ChangeCase(request, 'summary-procedure/hand-in-file', entry));
  }
}
