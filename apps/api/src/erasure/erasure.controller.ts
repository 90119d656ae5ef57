import {
  caseProcedure,
  erasureActs,
  erasureProcedure,
  type Erasure,
  type ErasureEvent,
  type ErasureFile,
} from '@anjuan/case';
import { EventStore } from '@anjuan/event-store';
import { readRecord } from '@anjuan/record';
import { ViewRunner } from '@anjuan/views';
import { Controller, Get, HttpCode, HttpStatus, Param, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { commandOf } from '../http/act-method.js';
import { SideStreamCommand, KnownToForms } from '../http/case-command.js';
import type { SignedInRequest } from '../http/command-headers.js';
import { SideStreamHeaders, type CommandRequest } from '../http/command-request.js';
import { OpensGate } from '../http/fresh-sign-in.js';
import { caseId as caseIdForm, entryNumber } from '../http/path-ids.js';
import { Change } from '../procedures/change.js';
import { CommandFiles } from '../procedures/command-files.js';
import { RecordViews } from '../procedures/record-views.js';

const ask: keyof typeof erasureActs = 'erasure/ask';
const { title, entry: schema } = erasureActs[ask];
const Ask = commandOf({
  ...{ act: ask, title, schema, withdrawable: false, headers: SideStreamHeaders() },
  opens: false,
  status: HttpStatus.CREATED,
  route: (act, summary) => SideStreamCommand('', act, summary),
});
/** Its path holds the whole entry. */
const order = erasureActs['erasure/order'];

/** Erasure of personal data (个人信息保护法 47): the values go, the record and its proofs stay. */
@ApiTags('erasure 个人信息删除')
@Controller('v1/cases/:caseId/erasures')
export class ErasureController {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly records: RecordViews,
    private readonly files: CommandFiles,
    private readonly views: ViewRunner,
  ) {}

  // Said by `Ask` too; the plugin that reads the types for the API description sees it only here.
  @Ask
  async ask(
    request: CommandRequest,
    entry: object,
  ): Promise<Readonly<{ erasure: number; position: string }>> {
    const asking = new Change(erasureProcedure, request, 'erasure/ask', entry);
    const { changed } = await this.commands.execute(asking);
    const { revision: erasure, position } = changed;
    return { erasure, position };
  }

  @SideStreamCommand(':erasure/order', 'erasure/order', `${order.title.zh}；${order.title.en}`)
  @KnownToForms({ schema: order.entry, withdrawable: false })
  @OpensGate()
  @HttpCode(HttpStatus.OK)
  async order(
    @SideStreamHeaders() request: CommandRequest,
    @Param('erasure', entryNumber) erasure: number,
  ): Promise<Readonly<{ erased: number }>> {
    // Broken off after the order, it is carried out by the same request sent again, or by another order.
    await this.commands.execute(new Change(erasureProcedure, request, 'erasure/order', { asked: erasure }));
    const caseId = request.recordId ?? '';
    const digests = (await this.#all(caseId)).find(({ entry }) => entry === erasure)?.order?.digests ?? [];
    await this.views.erase(digests);
    this.files.forget(caseProcedure, caseId);
    return { erased: digests.length };
  }

  @Get()
  @ApiOperation({ summary: '删除记录；What was asked for and ordered', operationId: 'erasure/list' })
  async list(@Req() request: SignedInRequest, @Param('caseId', caseIdForm) caseId: string) {
    await this.records.read(caseProcedure, request, caseId);
    return { items: (await this.#all(caseId)).map(erasureItem) };
  }

  async #all(caseId: string): Promise<readonly Erasure[]> {
    const own = await readRecord<ErasureEvent, ErasureFile>(this.store, erasureProcedure, caseId);
    return own?.file.erasures ?? [];
  }
}

const erasureItem = ({ entry, kinds, ground, withdrawn, askedBy, askedAt, order }: Erasure) => ({
  kinds,
  ground,
  ...(withdrawn && { withdrawn }),
  erasure: entry,
  askedBy,
  askedAt,
  ...(order && { orderedBy: order.by, orderedAt: order.at, erased: order.digests.length }),
});
