import { EventStore, incarnations, StoreUnavailable, type Position } from '@anjuan/event-store';
import { ViewRunner } from '@anjuan/views';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import pg from 'pg';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { Public } from '../http/authenticate.guard.js';

const noAnswer = Symbol('no answer');

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly store: EventStore,
    private readonly views: ViewRunner,
    private readonly clock: Clock,
    private readonly config: Config,
    @Inject(pg.Pool) private readonly pool: pg.Pool,
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
    const kind = this.config.EVENT_STORE;
    const head = await this.#head();
    if (head === noAnswer) {
      reply.status(503);
      return this.#report('degraded', { store: { kind, answers: false }, head: null, views: [] });
    }
    const views = await this.views.states();
    const parked = views.some((view) => view.parked > 0);
    const well = views.every(({ state }) => state !== 'stopped' && state !== 'ahead-of-store');
    if (!well) reply.status(503);
    return this.#report(well && !parked ? 'ok' : 'degraded', {
      store: { kind, answers: true },
      head: head ?? null,
      // A reader elsewhere compares: positions after a later life's "after" were given out anew.
      ...(kind === 'postgres' && { incarnations: await incarnations(this.pool) }),
      views: views.map(({ name, version, build, state, lag, parked: waiting }) => ({
        name,
        version,
        build,
        state,
        lag,
        parked: waiting,
      })),
    });
  }

  async #head(): Promise<Position | typeof noAnswer | undefined> {
    try {
      return await this.store.head();
    } catch (error) {
      if (error instanceof StoreUnavailable) return noAnswer;
      throw error;
    }
  }

  #report<Found extends object>(status: 'ok' | 'degraded', found: Found) {
    return { status, time: this.clock.now().toISOString(), ...found };
  }
}
