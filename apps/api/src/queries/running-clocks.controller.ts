import { dayOf } from '@anjuan/law';
import { rightTo } from '@anjuan/rights';
import { runningClocks, type RunningClocksQuery } from '@anjuan/views';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import pg from 'pg';
import { Clock } from '../parts/clock.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { admit } from '../http/admit.js';
import { invalid } from '../http/faults.js';
import type { SignedIn } from '../http/signed-in.js';
import { handlingAgency } from '../http/handling-agency.js';
import { CaughtUp } from './caught-up.js';
import { itemsOfPage } from './page.dto.js';
import { RunningClocksDto } from './running-clocks.dto.js';

/** Every date that runs, by person and by agency. */
@ApiTags('lists 工作清单')
@Controller('v1/lists/running-clocks')
export class RunningClocksController {
  constructor(
    @Inject(pg.Pool) private readonly pool: pg.Pool,
    private readonly caughtUp: CaughtUp,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: '在办期限，按到期日；Every clock that runs, the earliest due first',
    operationId: 'lists/running-clocks',
  })
  async runningClocks(@Req() { signedIn }: SignedInRequest, @Query() query: RunningClocksDto) {
    const whose = query.scope === 'agency' ? ofAgency(signedIn, query) : own(signedIn, query);
    await this.caughtUp.until(query.waitFor);
    const { limit = itemsOfPage, after, overdue, dueBefore, consequence } = query;
    return runningClocks(this.pool, {
      ...whose,
      limit,
      today: dayOf(this.clock.now().toISOString()),
      ...(after !== undefined && { after }),
      ...(overdue !== undefined && { overdue }),
      ...(dueBefore !== undefined && { dueBefore }),
      ...(consequence !== undefined && { effect: consequence }),
    });
  }
}

type Whose = Pick<RunningClocksQuery, 'agency' | 'person' | 'capacities'>;

/** Handlers answer for their cases; everybody else for what waits on their capacity. */
const own = (signedIn: SignedIn, { person }: RunningClocksDto): Whose => {
  if (person !== undefined && person !== signedIn.person)
    throw invalid([
      { pointer: '#/person', detail: 'person：scope=agency 时可用；person is for scope=agency' },
    ]);
  const agency = handlingAgency(signedIn);
  const capacities = signedIn.capacities.filter((held) => held !== 'officer' && held !== 'hearing-host');
  return { agency, person: signedIn.person, capacities };
};

const ofAgency = (signedIn: SignedIn, { person }: RunningClocksDto): Whose => {
  admit(rightTo('lists/running-clocks#agency'), signedIn);
  return { agency: handlingAgency(signedIn), ...(person !== undefined && { person }) };
};
