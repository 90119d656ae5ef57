import { EventStore } from '@anjuan/event-store';
import { ViewRunner } from '@anjuan/views';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Clock } from '../clock.js';
import { Public } from '../http/authenticate.guard.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly store: EventStore,
    private readonly views: ViewRunner,
    private readonly clock: Clock,
  ) {}

  /** Asks nobody: a database that is away is no reason to start the program anew. */
  @Public()
  @Get('live')
  @ApiOperation({ summary: '进程存活；Whether the process answers at all', operationId: 'live' })
  live() {
    return { status: 'ok' };
  }

  @Public()
  @Get()
  @ApiOperation({ summary: '运行状况；Whether the program can do its work', operationId: 'health' })
  async health(@Res({ passthrough: true }) reply: FastifyReply) {
    const head = await this.store.head();
    const views = await this.views.states();
    const parked = views.some((view) => view.parked > 0);
    const well = views.every(({ state }) => state !== 'stopped' && state !== 'ahead-of-store');
    if (!well) reply.status(503);
    return {
      status: well && !parked ? 'ok' : 'degraded',
      time: this.clock.now().toISOString(),
      head: head ?? null,
      views: views.map(({ name, version, build, state, lag, parked }) => ({
        name,
        version,
        build,
        state,
        lag,
        parked,
      })),
    };
  }
}
