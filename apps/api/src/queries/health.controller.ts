import { incarnations } from '@anjuan/event-store';
import { agenciesWithoutSecondFactor } from '@anjuan/views';
import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import pg from 'pg';
import { PassesOverQuery } from '../http/route-form.js';
import { Clock } from '../parts/clock.js';
import { Config } from '../parts/config.js';
import { Readiness } from '../parts/readiness.js';
import { Rules } from '../parts/rules.js';
import { Trouble } from '../parts/trouble.js';

const silentScanner = '扫描程序不应答，不接收文件；the scanner does not answer, and no file is taken: CLAMD';

const ofUploads = (scanner: string, closed: Error | undefined): readonly string[] => [
  ...(scanner === 'silent' ? [silentScanner] : []),
  ...(closed ? [closed.message] : []),
];

/** Three questions: whether the process answers, whether requests may be sent to it, and how it does its work. */
@ApiTags('health')
@PassesOverQuery()
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly rules: Rules,
    @Inject(pg.Pool) private readonly pool: pg.Pool,
    private readonly trouble: Trouble,
  ) {}

  /** Asks nobody: a database that is away is no reason to start the program anew. */
  @Get('live')
  @ApiOperation({ summary: '进程存活；Whether the process answers at all', operationId: 'live' })
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    summary: '可以接收请求；Whether requests may be sent here: 503 where not',
    operationId: 'ready',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { notReady } = await this.readiness.found();
    if (notReady.length > 0) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: notReady.length > 0 ? 'not-ready' : 'ready', because: notReady };
  }

  @Get()
  @ApiOperation({ summary: '运行状况；Whether the program can do its work', operationId: 'health' })
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const [found, scanner, closed] = await Promise.all([
      this.readiness.found(),
      this.readiness.scanner(),
      this.readiness.filesClosed(),
    ]);
    const { head, views, notReady, ...details } = found;
    const troubles = [...details.troubles, ...ofUploads(scanner, closed)];
    const failing = notReady.length > 0 || details.failing;
    if (failing) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    const { damaged, files } = details;
    const warnings = [...this.trouble.warnings, ...(await this.#agencies())];
    return {
      status: failing || troubles.length > 0 ? 'degraded' : 'ok',
      time: this.clock.now().toISOString(),
      because: [...notReady, ...troubles],
      ...(warnings.length > 0 && { warnings }),
      store: { kind: this.config.EVENT_STORE, answers: head !== null },
      head: head ?? null,
      ...(damaged.length > 0 && { damaged }),
      ...(files.length > 0 && { files }),
      fileStore: { kind: this.config.FILE_STORE, answers: closed === undefined },
      scanner,
      clock: details.clock,
      disk: details.disk,
      lastWrites: details.lastWrites,
      embeddedDatabase: this.trouble.sizes() ?? null,
      ...(head !== null && (await this.#incarnations())),
      views: views.map(({ name, version, build, state, lag, parked }) => ({
        ...{ name, version, build, state, lag, parked },
      })),
      rules: this.rules.sources,
    };
  }

  /** A reader elsewhere compares: positions after a later life's "after" were given out anew. */
  async #incarnations() {
    return this.config.EVENT_STORE === 'postgres' ? { incarnations: await incarnations(this.pool) } : {};
  }

  /** A list that cannot be read is among the views, with why. */
  async #agencies(): Promise<readonly string[]> {
    const many = await agenciesWithoutSecondFactor(this.pool).catch(() => 0);
    return many === 0
      ? []
      : [
          `${String(many)} 个机关不要求两步验证（GET /v1/agencies/{agency}）；${String(many)} ${many === 1 ? 'agency demands' : 'agencies demand'} no second factor`,
        ];
  }
}
