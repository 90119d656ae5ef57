import { hash } from 'node:crypto';
import { doneIn, ImportRefused, Registry, type Recorder } from '@anjuan/registry';
import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInRequest } from '../../http/command-headers.js';
import { OpensGate } from '../../http/fresh-sign-in.js';
import { agencyId } from '../../http/path-ids.js';
import { Problem } from '../../http/problems.js';
import { TakesBytes } from '../../http/route-form.js';
import { IdempotencyKey, Recorders } from '../recorders.js';
import { csv, fileOfPeople, mostBytes, mostLines, xlsx } from './file-of-people.js';
import { ImportDto } from './import.dto.js';
import { faultsJson, importJson } from './imports-as-json.js';
import type { PeopleInFile } from './people-in.js';

/** People, capacities, credentials and qualifications from a file: all of it or nothing. */
@ApiTags('registry 登记')
@Controller('v1/agencies/:agency/imports')
export class ImportsController {
  constructor(
    private readonly registry: Registry,
    private readonly recorders: Recorders,
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
    if (dryRun) return this.#looked(agency, file, by);
    if (file.faults.length > 0) throw await this.#refused(agency, file, by);
    const accepted = await this.#accepted({ agency, lines: file.lines, sha256: sha256Of(bytes) }, by);
    const done = { ...importJson(accepted), items: doneIn(accepted) };
    if (done.proposed > 0) reply.status(HttpStatus.ACCEPTED);
    return done;
  }

  @Get()
  @ApiOperation({
    summary: '各次导入；Every import of an agency, the oldest first',
    operationId: 'registry/imports',
  })
  async imports(@Req() { signedIn }: SignedInRequest, @Param('agency', agencyId) agency: string) {
    const here = signedIn.agency === undefined || signedIn.agency === agency;
    if (!here || !(await this.registry.agency(agency)))
      throw new Problem('not-found', '无此机关；There is no such agency');
    return { items: (await this.registry.imports.of(agency)).map(importJson) };
  }

  async #looked(agency: string, file: PeopleInFile, by: Recorder) {
    const faults = await this.#allFaults(agency, file, by);
    return { dryRun: true, lines: file.count, ...faultsJson(faults) };
  }

  /** Those of lines that can be read, too: every reason at once. */
  async #allFaults(agency: string, { lines, faults }: PeopleInFile, by: Recorder) {
    const plan = await this.registry.imports.plan({ agency, lines }, by);
    return [...faults, ...plan.faults].sort((one, other) => one.line - other.line);
  }

  async #refused(agency: string, file: PeopleInFile, by: Recorder): Promise<Problem> {
    const { message } = new ImportRefused([]);
    return new Problem('invalid-request', message, {
      lines: file.count,
      ...faultsJson(await this.#allFaults(agency, file, by)),
    });
  }

  async #accepted(source: Parameters<Registry['imports']['accept']>[0], by: Recorder) {
    try {
      return await this.registry.imports.accept(source, by);
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      const { message, faults } = error;
      throw new Problem('invalid-request', message, { lines: source.lines.length, ...faultsJson(faults) });
    }
  }
}

const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
