import {
  caseProcedure,
  owedBothWays,
  surchargeOf,
  type CaseEvent,
  type CaseFile,
  type CaseView,
  type Due,
} from '@anjuan/case';
import { addDays, dayOf, isLocalDate, startOfDay } from '@anjuan/law';
import { recordOf, type Standing } from '@anjuan/record';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActingCapacity } from '../http/case-command.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { invalid } from '../http/faults.js';
import { caseId as caseIdForm } from '../http/path-ids.js';
import { Problem } from '../http/problems.js';
import { Rules } from '../parts/rules.js';
import { noSuchRecord } from '../procedures/no-such-record.js';
import { RecordViews, signInShown } from '../procedures/record-views.js';
import { CaseViewDto, PartyDto, PurposeDto } from './case-view.dto.js';
import { partyIn } from './party-in.js';

type CaseRecord = Standing<CaseEvent, CaseFile>;

/** One case: as it stands, as it stood, its entries, what may be done next, which dates run. */
@ApiTags('case 案卷')
@Controller('v1/cases/:caseId')
export class CaseViewController {
  constructor(
    private readonly views: RecordViews,
    private readonly rules: Rules,
  ) {}

  @Get()
  @ApiOperation({ summary: '案卷；The case as it stands or stood', operationId: 'case/view' })
  async view(
    @Req() request: SignedInRequest,
    @Param('caseId', caseIdForm) caseId: string,
    @Query() { at, asOf, purpose, party }: CaseViewDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // Each says how much of the record is shown: of two, the reader would not know which was meant.
    if (at !== undefined && asOf !== undefined)
      throw invalid(
        ['#/at', '#/asOf'].map((pointer) => ({
          pointer,
          detail: 'at 与 asOf 只能填写一项；give at or asOf, not both',
        })),
      );
    const record = await this.views.read(caseProcedure, request, caseId, purpose);
    const { personal } = request.access;
    const shown = this.#asItStood(record, at, asOf);
    reply.header('etag', `"${String(shown.revision)}"`).header('cache-control', 'no-store');
    const file = partyIn(shown.file, party);
    const day = this.#dayShown(asOf);
    return {
      case: caseId,
      revision: shown.revision,
      head: record.revision,
      personal,
      number: numberOf(file),
      owed: owedBothWays(file, { today: day, calendar: this.rules.calendarOn(day) }),
      surcharge: surchargeOf(file, day, this.rules.calendarOn(day)),
      file,
    } satisfies CaseView;
  }

  @Get('history')
  @ApiOperation({
    summary: '全过程记录；Every entry, in order',
    description: signInShown,
    operationId: 'case/history',
  })
  async history(
    @Req() request: SignedInRequest,
    @Param('caseId', caseIdForm) caseId: string,
    @Query() { purpose }: PurposeDto,
  ) {
    const record = await this.views.read(caseProcedure, request, caseId, purpose);
    const { entries } = record.file;
    return this.views.history(caseProcedure, record, request.access, (index) => ({
      state: entries[index]?.state,
      awaits: entries[index]?.awaits ?? [],
    }));
  }

  @Get('actions')
  @ActingCapacity()
  @ApiOperation({
    summary: '可为与尚不可为；What may be done next, and what stands in the way',
    operationId: 'case/actions',
  })
  async actions(
    @Req() request: SignedInRequest,
    @Param('caseId', caseIdForm) caseId: string,
    @Query() { party }: PartyDto,
  ) {
    const record = await this.views.read(caseProcedure, request, caseId);
    partyIn(record.file, party);
    return this.views.actions(caseProcedure, request, record, { ofParty: party });
  }

  @Get('deadlines')
  @ApiOperation({
    summary: '期限；Every date that runs or ran, and how it was counted',
    operationId: 'case/deadlines',
  })
  async deadlines(
    @Req() request: SignedInRequest,
    @Param('caseId', caseIdForm) caseId: string,
    @Query() { party }: PartyDto,
  ) {
    const record = await this.views.read(caseProcedure, request, caseId);
    partyIn(record.file, party);
    const all = await this.views.deadlines(caseProcedure, record);
    const { deadlines } = all;
    // What says of no party runs for all.
    const runs = ({ ofParty }: Pick<Due, 'ofParty'>) =>
      party === undefined || ofParty === undefined || ofParty === party;
    return { ...all, deadlines: deadlines.filter(runs) };
  }

  /** The day of what was asked for, and no later than today: the surcharge grows by the day. */
  #dayShown(asOf: string | undefined): string {
    const today = this.views.today();
    if (asOf === undefined) return today;
    const day = isLocalDate(asOf) ? asOf : dayOf(asOf);
    return day < today ? day : today;
  }

  #asItStood(record: CaseRecord, at: number | undefined, asOf: string | undefined): CaseRecord {
    if (at === undefined && asOf === undefined) return record;
    const until = asOf === undefined ? undefined : endOf(asOf);
    if (at !== undefined && at > record.revision)
      throw new Problem(
        'position-unknown',
        `该案现有至版本${String(record.revision)}，尚无版本${String(at)}；The case has come to revision ${String(record.revision)}: there is no revision ${String(at)} yet`,
        { currentRevision: record.revision },
      );
    const upTo = at ?? record.revision;
    const kept = record.recorded.filter(
      ({ revision, recordedAt }) => revision <= upTo && (until === undefined || recordedAt < until),
    );
    const stood = recordOf(caseProcedure, record.id, kept);
    if (stood === undefined) throw noSuchRecord(caseProcedure);
    return stood;
  }
}

/** A day counts to its end; an instant is included. */
const endOf = (asOf: string): string =>
  isLocalDate(asOf) ? startOfDay(addDays(asOf, 1)) : new Date(Date.parse(asOf) + 1).toISOString();

const numberOf = ({ filing, summary }: CaseFile): string | undefined => filing?.number ?? summary?.caseNumber;
