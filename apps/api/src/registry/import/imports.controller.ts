import { hash } from 'node:crypto';
import { AccessLog } from '@anjuan/access-log';
import { doneIn, ImportRefused, Registry, type AcceptedImport, type Recorder } from '@anjuan/registry';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInRequest } from '../../http/command-headers.js';
import { OpensGate } from '../../http/fresh-sign-in.js';
import { agencyId, importId } from '../../http/path-ids.js';
import { Problem } from '../../http/problems.js';
import { TakesBytes } from '../../http/route-form.js';
import { IdempotencyKey, Key, Recorders } from '../recorders.js';
import { csv, fileOfPeople, mostBytes, mostLines, xlsx } from './file-of-people.js';
import { mustBeOpen, type NotedRequest } from '../../access/access-open.guard.js';
import { invalid } from '../../http/faults.js';
import { itemsOfPage } from '../../queries/page.dto.js';
import { AbandonDto, ImportDto, ImportsDto } from './import.dto.js';
import { faultsJson, importJson } from './imports-as-json.js';
import type { PeopleInFile } from './people-in.js';

/** People, capacities, credentials and qualifications from a file: all of it or nothing. */
@ApiTags('registry 登记')
@Controller('v1/agencies/:agency/imports')
export class ImportsController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
    private readonly log: AccessLog,
  ) {}

  @Post()
  @OpensGate()
  @HttpCode(200)
  @TakesBytes(mostBytes)
  @IdempotencyKey()
  @ApiOperation({
    summary: '导入人员：CSV 或者 XLSX，全部登记或者全不登记；Import people from CSV or XLSX, all or none',
    description: `首行为列名（docs/registry.md），其后至多 ${String(mostLines)} 行；须两人办理的各项成为提议，待他人批准（202）。The first line names the columns (docs/registry.md), at most ${String(mostLines)} follow; what takes two is proposed and waits for another’s approval (202).`,
    operationId: 'registry/import',
  })
  @ApiConsumes(csv, xlsx)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async import(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Query() { dryRun = false }: ImportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    const file = await fileOfPeople(request, bytes);
    // Whether it is entered or only looked at, the answer shows what is registered.
    mustBeOpen(this.log);
    if (dryRun) return this.#looked(agency, file, { request, by });
    if (file.faults.length > 0) throw await this.#refused(agency, file, { request, by });
    const source = { agency, lines: file.lines, sha256: sha256Of(bytes) };
    const done = withLines(await this.#accepted(source, { request, by }));
    if (done.proposed) reply.status(HttpStatus.ACCEPTED);
    return done;
  }

  @Get()
  @ApiOperation({
    summary: '各次导入，先后为序；The imports of an agency, the oldest first',
    operationId: 'registry/imports',
  })
  async imports(
    @Req() { signedIn }: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Query() { after, limit = itemsOfPage }: ImportsDto,
  ) {
    const here = signedIn.agency === undefined || signedIn.agency === agency;
    if (!here || !(await this.registry.agency(agency)))
      throw new Problem('not-found', '无此机关；There is no such agency');
    const all = await this.registry.imports.of(agency);
    const rest = all.slice(placeAfter(all, after));
    const items = rest.slice(0, limit).map(importJson);
    const next = rest.length > limit ? items.at(-1)?.import : undefined;
    return { imports: all.length, items, ...(next !== undefined && { next }) };
  }

  @Post(':import/abandon')
  @OpensGate()
  @HttpCode(200)
  @Key()
  @ApiOperation({
    summary: '放弃未办结的导入：已登记的保留，其余不再登记；Abandon an import that has not come to its end',
    operationId: 'registry/abandon-import',
  })
  async abandon(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Param('import', importId) id: string,
    @Body() { reason }: AbandonDto,
  ) {
    const by = this.recorders.of(request, agency);
    return importJson(await this.registry.imports.abandon({ agency, id, reason }, by));
  }

  @Post(':import/take-up')
  @OpensGate()
  @HttpCode(200)
  @Key()
  @ApiOperation({
    summary:
      '接办离任管理员未办结的导入，以本人名义继续；Go on, in one’s own name, with an import whose sender has left',
    operationId: 'registry/take-up-import',
  })
  async takeUp(
    @Req() request: SignedInRequest,
    @Param('agency', agencyId) agency: string,
    @Param('import', importId) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const by = this.recorders.of(request, agency);
    const done = withLines(await this.registry.imports.takeUp({ agency, id }, by));
    if (done.proposed) reply.status(HttpStatus.ACCEPTED);
    return done;
  }

  async #looked(agency: string, file: PeopleInFile, { request, by }: Sent) {
    request.showsOnly = true;
    const faults = await this.#allFaults(agency, file, by);
    return { dryRun: true, lines: file.count, ...faultsJson(faults) };
  }

  /** Those of lines that can be read, too: every reason at once. */
  async #allFaults(agency: string, { lines, faults }: PeopleInFile, by: Recorder) {
    const plan = await this.registry.imports.plan({ agency, lines }, by);
    return [...faults, ...plan.faults].sort((one, other) => one.line - other.line);
  }

  async #refused(agency: string, file: PeopleInFile, { request, by }: Sent): Promise<Problem> {
    request.showsOnly = true;
    const { message } = new ImportRefused([]);
    return new Problem('invalid-request', message, {
      lines: file.count,
      ...faultsJson(await this.#allFaults(agency, file, by)),
    });
  }

  async #accepted(source: Parameters<Registry['imports']['accept']>[0], { request, by }: Sent) {
    try {
      return await this.registry.imports.accept(source, by);
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      request.showsOnly = true;
      const { message, faults } = error;
      throw new Problem('invalid-request', message, { lines: source.lines.length, ...faultsJson(faults) });
    }
  }
}

type Sent = Readonly<{ request: NotedRequest; by: Recorder }>;

const withLines = (one: AcceptedImport) => ({
  ...importJson(one),
  ...(one.completed && { items: doneIn(one) }),
});

const placeAfter = (all: readonly AcceptedImport[], after: string | undefined): number => {
  if (after === undefined) return 0;
  const place = all.findIndex((one) => one.import === after);
  if (place < 0)
    throw invalid([
      { pointer: '#/after', detail: '须为本清单上一页的 next；`next` of the page before of this list' },
    ]);
  return place + 1;
};

const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
