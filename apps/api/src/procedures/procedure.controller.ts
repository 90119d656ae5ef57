import type { ActOutline, AnyProcedure, Register } from '@anjuan/procedure';
import { registerList, type PageQuery } from '@anjuan/views';
import { Controller, Get, Inject, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import pg from 'pg';
import { addMethod, commandOf } from '../http/act-method.js';
import { ActingCapacity, RecordCommand } from '../http/case-command.js';
import type { SignedInRequest } from '../http/command-headers.js';
import type { CommandRequest } from '../http/command-request.js';
import { recordId } from '../http/path-ids.js';
import { handlingAgency } from '../http/handling-agency.js';
import { PurposeDto } from '../queries/case-view.dto.js';
import { CaughtUp } from '../queries/caught-up.js';
import { itemsOfPage, PageDto } from '../queries/page.dto.js';
import { Change, type Changed } from './change.js';
import { RecordViews, signInShown } from './record-views.js';

const said = ({ title: { zh, en } }: Pick<AnyProcedure, 'title'>): string => `${zh}；${en}`;

/** Reading the records of a procedure: as they are now, their entries, what may be done next, which dates run. */
const readingOf = (procedure: AnyProcedure) => {
  const { name, path } = procedure;
  @ApiTags(`${name} ${procedure.title.zh}`)
  @Controller(`v1/${path}`)
  class ReadingController {
    constructor(
      readonly commands: CommandBus,
      readonly views: RecordViews,
    ) {}

    @Get(':recordId')
    @ApiOperation({ summary: said(procedure), operationId: `${name}/view` })
    async view(
      @Req() request: SignedInRequest,
      @Param('recordId', recordId) id: string,
      @Query() { purpose }: PurposeDto,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      const { revision, file } = await this.views.read(procedure, request, id, purpose);
      const { personal } = request.access;
      reply.header('etag', `"${String(revision)}"`).header('cache-control', 'no-store');
      return { [name]: id, revision, ...(personal && { personal }), file };
    }

    @Get(':recordId/history')
    @ApiOperation({
      summary: '全过程记录；Every entry, in order',
      description: signInShown,
      operationId: `${name}/history`,
    })
    async history(
      @Req() request: SignedInRequest,
      @Param('recordId', recordId) id: string,
      @Query() { purpose }: PurposeDto,
    ): Promise<object> {
      const record = await this.views.read(procedure, request, id, purpose);
      return this.views.history(procedure, record, request.access);
    }

    @Get(':recordId/actions')
    @ActingCapacity()
    @ApiOperation({
      summary: '可为与尚不可为；What may be done next, and what stands in the way',
      operationId: `${name}/actions`,
    })
    async actions(@Req() request: SignedInRequest, @Param('recordId', recordId) id: string): Promise<object> {
      return this.views.actions(procedure, request, await this.views.read(procedure, request, id));
    }

    @Get(':recordId/deadlines')
    @ApiOperation({ summary: '期限；Every date that runs or ran', operationId: `${name}/deadlines` })
    async deadlines(
      @Req() request: SignedInRequest,
      @Param('recordId', recordId) id: string,
    ): Promise<object> {
      return this.views.deadlines(procedure, await this.views.read(procedure, request, id));
    }
  }
  return ReadingController;
};

type Reading = Readonly<{ commands: CommandBus }>;

const addAct = (controller: Type, procedure: AnyProcedure, act: string, outline: ActOutline): void => {
  const { title, opens = false, opensGate, entry: schema } = outline;
  const send = async function (
    this: Reading,
    request: CommandRequest,
    entry: object,
  ): Promise<Changed<string>> {
    return (await this.commands.execute(new Change(procedure, request, act, entry))).changed;
  };
  const said = { act, title, opens, opensGate, schema, route: RecordCommand };
  const decorate = commandOf({ ...said, withdrawable: false });
  addMethod(controller, act, send, decorate);
};

/** The controllers of a procedure: each act at `POST /v1/path/[id/]step/act`, its reads, and the list of all. */
export const controllersOf = (procedure: AnyProcedure): readonly Type[] => {
  const controller = readingOf(procedure);
  for (const [act, outline] of Object.entries(procedure.acts)) addAct(controller, procedure, act, outline);
  const { register } = procedure;
  return register === undefined ? [controller] : [controller, listOf(procedure, register)];
};

const listOf = (procedure: AnyProcedure, register: Register<unknown>): Type => {
  @ApiTags('lists 工作清单')
  @Controller('v1/lists')
  class ListController {
    constructor(
      @Inject(pg.Pool) readonly pool: pg.Pool,
      readonly caughtUp: CaughtUp,
    ) {}

    @Get(register.name)
    @ApiOperation({ summary: said(register), operationId: `lists/${register.name}` })
    async list(@Req() { signedIn }: SignedInRequest, @Query() page: PageDto): Promise<object> {
      const agency = handlingAgency(signedIn);
      await this.caughtUp.until(page.waitFor);
      const { limit = itemsOfPage, after } = page;
      const wanted: PageQuery = { limit, ...(after !== undefined && { after }) };
      return registerList(this.pool, procedure, agency, wanted);
    }
  }
  return ListController;
};
