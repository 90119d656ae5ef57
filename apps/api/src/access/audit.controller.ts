import { AccessLog } from '@anjuan/access-log';
import { caseProcedure } from '@anjuan/case';
import { EventStore } from '@anjuan/event-store';
import { addDays, dayOf, startOfDay } from '@anjuan/law';
import { streamOf } from '@anjuan/record';
import { Registry, type HeldDuring } from '@anjuan/registry';
import { holdsOneOf, rightTo } from '@anjuan/rights';
import { accesses, peopleOf, registryEntries, type AccessesQuery } from '@anjuan/views';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import pg from 'pg';
import type { SignedInRequest } from '../http/command-headers.js';
import { invalid } from '../http/faults.js';
import { caseId } from '../http/path-ids.js';
import type { SignedIn } from '../http/signed-in.js';
import { Clock } from '../parts/clock.js';
import { noSuchRecord } from '../procedures/no-such-record.js';
import { CaughtUp } from '../queries/caught-up.js';
import { itemsOfPage } from '../queries/page.dto.js';
import { AuditDto, AuditOfOutcomesDto, AuditOfRecordsDto, ReadersDto } from './audit.dto.js';
import { soughtIn } from './sought.js';

/**
 * The log of access, for auditors: each of their own agency, or of every one where they belong to none; and of those whom
 * nobody knows.
 */
@ApiTags('audit 执法监督')
@Controller('v1/audit')
export class AuditController {
  constructor(
    @Inject(pg.Pool) private readonly pool: pg.Pool,
    private readonly log: AccessLog,
    private readonly caughtUp: CaughtUp,
    private readonly store: EventStore,
    private readonly registry: Registry,
    private readonly clock: Clock,
  ) {}

  @Get('sign-ins')
  @ApiOperation({
    summary: '登录记录：成功与失败；Sign-ins, and tries that failed',
    operationId: 'audit/sign-ins',
  })
  async signIns(@Req() { signedIn }: SignedInRequest, @Query() query: AuditOfOutcomesDto) {
    return this.#list(signedIn, ['signed-in', 'sign-in-failed'], query);
  }

  @Get('refusals')
  @ApiOperation({
    summary:
      '被拒绝的访问：未登录、无权限、未找到，以及含恶意代码的文件；Access that was refused: 401, 403, 404, and files that carry malware',
    operationId: 'audit/refusals',
  })
  async refusals(@Req() { signedIn }: SignedInRequest, @Query() query: AuditOfRecordsDto) {
    return this.#list(signedIn, ['refused', 'upload-refused'], query);
  }

  @Get('reads')
  @ApiOperation({
    summary: '查阅记录：何人何时查阅何案；Who read what, and when',
    operationId: 'audit/reads',
  })
  async reads(@Req() { signedIn }: SignedInRequest, @Query() query: AuditOfRecordsDto) {
    return this.#list(signedIn, ['read'], query);
  }

  @Get('registry-changes')
  @ApiOperation({
    summary: '人员登记的变更；What was entered of people in the registry, and by whom',
    operationId: 'audit/registry-changes',
  })
  async registryChanges(@Req() { signedIn }: SignedInRequest, @Query() query: AuditDto) {
    const agency = signedIn.agency;
    await this.caughtUp.until(query.waitFor);
    const { limit = itemsOfPage } = query;
    return registryEntries(this.pool, { agency, limit, ...soughtIn(query) });
  }

  @Get('cases/:caseId/readers')
  @ApiOperation({
    summary: '某日可以查阅该案的人员；Who could read the case on a day',
    operationId: 'audit/readers',
  })
  async readers(
    @Req() { signedIn }: SignedInRequest,
    @Param('caseId', caseId) id: string,
    @Query() { on }: ReadersDto,
  ) {
    const ofReader = signedIn.agency;
    const found = await this.store.read(streamOf(caseProcedure, id), 0);
    const [first] = found;
    if (!first || (ofReader !== undefined && first.agency !== ofReader)) throw noSuchRecord(caseProcedure);
    if (on > dayOf(this.clock.now().toISOString()))
      throw invalid([{ pointer: '#/on', detail: 'on：不得晚于今日；no later than today' }]);
    const ends = startOfDay(addDays(on, 1));
    if (first.recordedAt >= ends) return { case: id, on, items: [] };
    await this.caughtUp.until(await this.store.head());
    const all = await Promise.all(
      (await peopleOf(this.pool, first.agency, ends)).map((one) => this.registry.heldDuring(one, on)),
    );
    return { case: id, on, items: all.flatMap((one) => readerOfCases(one) ?? []) };
  }

  /** What was met by now is in the list. */
  async #list(signedIn: SignedIn, kinds: AccessesQuery['kinds'], query: AuditOfRecordsDto) {
    const agency = signedIn.agency;
    const { limit = itemsOfPage, waitFor } = query;
    await this.caughtUp.until(waitFor);
    await this.caughtUp.until(await this.log.flush());
    return accesses(this.pool, { kinds, agency, limit, ...soughtIn(query) });
  }
}

/** Whom the table of rights lets read a case of their agency. */
const readerOfCases = (one: HeldDuring | undefined): HeldDuring | undefined => {
  if (!one) return undefined;
  const capacities = one.capacities.filter((held) => holdsOneOf([held], rightTo('case/view')));
  return capacities.length === 0 ? undefined : { ...one, capacities };
};
