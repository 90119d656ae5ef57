import { createHash } from 'node:crypto';
import { actions, deadlines, owed, surchargeOf, type CaseEvent, type CaseFile } from '@anjuan/case';
import { EventStore } from '@anjuan/event-store';
import { dayOf, isInstant, isLocalDate, longCite, shortCite, startOfDay, addDays } from '@anjuan/law';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CaseContext } from '../case-context.js';
import { CaseRecords, caseStream, type CaseRecord } from '../case-records.js';
import { Clock } from '../clock.js';
import { readCapacity, type SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';
import { statedAsJson } from '../http/to-problem.js';
import { Rules } from '../rules.js';
import { statedFor } from '../stated-for.js';
import { agencyOfReader, caseworkers } from './reader.js';

/** One case: as it stands, as it stood, its entries, what may be done next, which dates run. */
@ApiTags('case 案卷')
@ApiBearerAuth()
@Controller('v1/cases/:caseId')
export class CaseViewController {
  constructor(
    private readonly store: EventStore,
    private readonly records: CaseRecords,
    private readonly context: CaseContext,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  @Get()
  @ApiOperation({ summary: '案卷；The case as it stands or stood', operationId: 'case/view' })
  @ApiQuery({ name: 'at', required: false, description: '至第几条记录；Up to this entry' })
  @ApiQuery({ name: 'asOf', required: false, description: '某日或某时所知；What was known then' })
  async view(
    @Req() request: SignedInRequest,
    @Param('caseId') caseId: string,
    @Query('at') at: string | undefined,
    @Query('asOf') asOf: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const record = await this.#read(request, caseId);
    const shown = this.#asItStood(record, at, asOf);
    reply.header('etag', `"${String(shown.revision)}"`).header('cache-control', 'no-store');
    const { file } = shown;
    return {
      case: caseId,
      revision: shown.revision,
      head: record.revision,
      number: numberOf(file),
      owed: owed(file),
      surcharge: surchargeOf(file, this.#dayShown(asOf), this.rules.calendar),
      file,
    };
  }

  @Get('history')
  @ApiOperation({ summary: '全过程记录；Every entry, in order', operationId: 'case/history' })
  async history(@Req() request: SignedInRequest, @Param('caseId') caseId: string) {
    const { events, recorded, revision, file } = await this.#read(request, caseId);
    return {
      case: caseId,
      revision,
      entries: events.map((event, index) => {
        const stored = recorded[index];
        return {
          entry: event.revision,
          id: stored?.id,
          type: event.type,
          occurredAt: event.occurredAt,
          recordedAt: event.recordedAt,
          recordedBy: event.recordedBy,
          actors: event.actors,
          state: file.entries[index]?.state,
          awaits: file.entries[index]?.awaits ?? [],
          position: stored?.position,
          sha256: stored && createHash('sha256').update(stored.bytes).digest('hex'),
          data: event.data,
        };
      }),
    };
  }

  @Get('actions')
  @ApiHeader({ name: 'Acting-Capacity', required: true })
  @ApiOperation({
    summary: '可为与尚不可为；What may be done next, and what stands in the way',
    operationId: 'case/actions',
  })
  async actions(@Req() request: SignedInRequest, @Param('caseId') caseId: string) {
    const { file, revision, agency } = await this.#read(request, caseId);
    const capacity = readCapacity(request);
    const told = statedFor(await this.context.packOf(agency));
    const context = await this.context.of(
      { by: request.signedIn, capacity },
      'approval/return',
      { approval: -1, reason: '' },
      file,
    );
    return {
      case: caseId,
      revision,
      actions: actions(file, context).map(({ act, title, state, because }) => ({
        act,
        title,
        state,
        because: because.map(told).map(statedAsJson),
      })),
    };
  }

  @Get('deadlines')
  @ApiOperation({
    summary: '期限；Every date that runs or ran, and how it was counted',
    operationId: 'case/deadlines',
  })
  async deadlines(@Req() request: SignedInRequest, @Param('caseId') caseId: string) {
    const { file, revision, agency, events } = await this.#read(request, caseId);
    const today = dayOf(this.clock.now().toISOString());
    const day = await this.context.day(agency, today);
    return {
      case: caseId,
      revision,
      today,
      deadlines: deadlines(file, day).map(({ cites, ...deadline }) => ({
        ...deadline,
        start: startOf(events, deadline.startedBy),
        cites: cites.map(shortCite),
        article: cites.map(longCite),
      })),
    };
  }

  async #read({ signedIn }: SignedInRequest, caseId: string): Promise<CaseRecord> {
    const agency = agencyOfReader(signedIn, ...caseworkers);
    return this.records.standing(caseId, agency, await this.store.read(caseStream(caseId)));
  }

  /** The day of what was asked for, and no later than today: the surcharge grows by the day. */
  #dayShown(asOf: string | undefined): string {
    const today = dayOf(this.clock.now().toISOString());
    if (asOf === undefined) return today;
    const asked = isLocalDate(asOf) ? asOf : dayOf(asOf);
    return asked < today ? asked : today;
  }

  #asItStood(record: CaseRecord, at: string | undefined, asOf: string | undefined): CaseRecord {
    if (at === undefined && asOf === undefined) return record;
    const until = asOf === undefined ? undefined : endOf(asOf);
    const upTo = at === undefined ? record.revision : revisionOf(at);
    const kept = record.recorded.filter(
      ({ revision, recordedAt }) => revision <= upTo && (until === undefined || recordedAt < until),
    );
    return this.records.standing(record.case, record.agency, kept);
  }
}

/** The entry from which a clock runs. */
const startOf = (events: readonly CaseEvent[], entry: number) => {
  const event = events[entry];
  return event && { entry, type: event.type, on: dayOf(event.occurredAt) };
};

const revisionOf = (at: string): number => {
  if (/^\d{1,9}$/.test(at)) return Number(at);
  throw new Problem('invalid-request', 'at：记录序号；an entry number', {
    errors: [{ pointer: '#/at', detail: at }],
  });
};

/** A day counts to its end; an instant is included. */
const endOf = (asOf: string): string => {
  if (isLocalDate(asOf)) return startOfDay(addDays(asOf, 1));
  if (isInstant(asOf)) return new Date(Date.parse(asOf) + 1).toISOString();
  throw new Problem('invalid-request', 'asOf：YYYY-MM-DD 或 ISO 8601；a date or an instant', {
    errors: [{ pointer: '#/asOf', detail: '2026-03-11 | 2026-03-11T02:00:00.000Z' }],
  });
};

const numberOf = ({ filing, summary }: CaseFile): string | undefined => filing?.number ?? summary?.caseNumber;
