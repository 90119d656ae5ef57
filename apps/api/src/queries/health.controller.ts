import { EventStore, incarnations } from '@anjuan/event-store';
import { ViewRunner } from '@anjuan/views';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import pg from 'pg';
import { Clock } from '../clock.js';
import { Public } from '../http/authenticate.guard.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly store: EventStore,
    private readonly views: ViewRunner,
    private readonly clock: Clock,
    @Inject(pg.Pool) private readonly pool: pg.Pool,
  ) {}

  @Public()
  @Get()
  @ApiOperation({ summary: '运行状况；Whether the program can do its work', operationId: 'health' })
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const head = await this.store.head();
    const views = await this.views.states();
    const well = views.every(({ state }) => state !== 'stopped' && state !== 'ahead-of-store');
    if (!well) reply.status(503);
    return {
      status: well ? 'ok' : 'degraded',
      time: this.clock.now().toISOString(),
      head: head ?? null,
      // A reader elsewhere compares: positions after a later life's "after" were given out anew.
      incarnations: await incarnations(this.pool),
      views: views.map(({ name, version, state, lag }) => ({ name, version, state, lag })),
    };
  }
}
