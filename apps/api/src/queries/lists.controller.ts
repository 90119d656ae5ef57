import { dayOf } from '@anjuan/law';
import { agencyCases, approvalsOf, lateEntries, myCases, reviewQueue, type PageQuery } from '@anjuan/views';
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import pg from 'pg';
import { Attempts } from '../access/attempts.js';
import { soughtIn } from '../access/sought.js';
import { AuditOfRecordsDto } from '../access/audit.dto.js';
import { Clock } from '../parts/clock.js';
import type { SignedInRequest } from '../http/command-headers.js';
import type { SignedIn } from '../http/signed-in.js';
import { CaughtUp } from './caught-up.js';
import { itemsOfPage, PageDto } from './page.dto.js';
import { handlingAgency } from '../http/handling-agency.js';

/** Lists for those who work from them; each within the reader's agency. */
@ApiTags('lists 工作清单')
@Controller('v1/lists')
export class ListsController {
  constructor(
    @Inject(pg.Pool) private readonly pool: pg.Pool,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
    private readonly caughtUp: CaughtUp,
  ) {}

  @Get('my-cases')
  @ApiOperation({ summary: '我的案件，按最近期限；My cases by next date', operationId: 'lists/my-cases' })
  async myCases(@Req() { signedIn }: SignedInRequest, @Query() page: PageDto) {
    const agency = handlingAgency(signedIn);
    await this.caughtUp.until(page.waitFor);
    return myCases(
      this.pool,
      { person: signedIn.person, agency },
      { ...this.#page(page), today: this.#today() },
    );
  }

  @Get('review-queue')
  @ApiOperation({ summary: '待审核；What waits for review', operationId: 'lists/review-queue' })
  async reviewQueue(@Req() { signedIn }: SignedInRequest, @Query() page: PageDto) {
    const agency = handlingAgency(signedIn);
    await this.caughtUp.until(page.waitFor);
    return reviewQueue(this.pool, agency, { ...this.#page(page), kinds: reviewKinds(signedIn) });
  }

  @Get('approvals')
  @ApiOperation({ summary: '待审批；What waits for a leader', operationId: 'lists/approvals' })
  async approvals(@Req() { signedIn }: SignedInRequest, @Query() page: PageDto) {
    const agency = handlingAgency(signedIn);
    await this.caughtUp.until(page.waitFor);
    return approvalsOf(this.pool, agency, this.#page(page));
  }

  @Get('agency-cases')
  @ApiOperation({ summary: '本机关全部案件；Every case of the agency', operationId: 'lists/agency-cases' })
  async agencyCases(@Req() { signedIn }: SignedInRequest, @Query() page: PageDto) {
    const agency = handlingAgency(signedIn);
    await this.caughtUp.until(page.waitFor);
    return agencyCases(
      this.pool,
      { person: signedIn.person, agency },
      { ...this.#page(page), today: this.#today() },
    );
  }

  @Get('late-entries')
  @ApiOperation({ summary: '逾期补录；Acts entered late', operationId: 'lists/late-entries' })
  async lateEntries(@Req() { signedIn }: SignedInRequest, @Query() page: PageDto) {
    const agency = handlingAgency(signedIn);
    await this.caughtUp.until(page.waitFor);
    return lateEntries(this.pool, agency, this.#page(page));
  }

  @Get('attempts')
  @ApiOperation({ summary: '被拒绝的操作；Refused attempts', operationId: 'lists/attempts' })
  async refused(@Req() { signedIn }: SignedInRequest, @Query() query: AuditOfRecordsDto) {
    const agency = handlingAgency(signedIn);
    const { limit = itemsOfPage, waitFor } = query;
    await this.caughtUp.until(waitFor);
    return this.attempts.page({ agency, limit, ...soughtIn(query) });
  }

  #page({ limit = itemsOfPage, after }: PageDto): PageQuery {
    return { limit, ...(after !== undefined && { after }) };
  }

  #today(): string {
    return dayOf(this.clock.now().toISOString());
  }
}

/** A reviewer sees the reviews that are theirs to give. */
const reviewKinds = ({ capacities }: SignedIn): readonly ('legal' | 'case')[] => [
  ...(capacities.includes('legal-reviewer') ? (['legal'] as const) : []),
  ...(capacities.includes('case-reviewer') ? (['case'] as const) : []),
];
