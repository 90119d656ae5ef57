import { AccessLog } from '@anjuan/access-log';
import { DocumentStore } from '@anjuan/documents';
import { EventStore, Growth } from '@anjuan/event-store';
import { OfficialNumbers, Registry } from '@anjuan/registry';
import { ViewRunner } from '@anjuan/views';
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import pg from 'pg';
import { AttemptLog } from '@anjuan/attempt-log';
import { Clock } from './clock.js';
import type { ClockWatch } from './clock-watch.js';
import type { Disk } from './disk.js';
import { LastWrites } from './last-writes.js';
import { Readiness } from './readiness.js';
import { Config } from './config.js';
import { Identity } from './identity.js';
import type { Log } from '../log/log.js';
import type { Metrics } from '../metrics/metrics.js';
import { Rules } from './rules.js';
import { SecondFactorDemand } from './second-factor-demand.js';
import { Trouble } from './trouble.js';

/** What the program depends on, opened by `open-parts.ts` before Nest starts and closed after it ends. */
export type Parts = Readonly<{
  config: Config;
  log: Log;
  clock: Clock;
  /** None watches a clock that is moved on purpose. */
  clockWatch: ClockWatch | undefined;
  writes: LastWrites;
  disk: Disk;
  rules: Rules;
  pool: pg.Pool;
  store: EventStore;
  growth: Growth;
  registry: Registry;
  demand: SecondFactorDemand;
  numbers: OfficialNumbers;
  documents: DocumentStore;
  attempts: AttemptLog;
  access: AccessLog;
  views: ViewRunner;
  identity: Identity;
  metrics: Metrics;
  trouble: Trouble;
}>;

const classes = [
  Config,
  Clock,
  Rules,
  pg.Pool,
  EventStore,
  Growth,
  Registry,
  SecondFactorDemand,
  OfficialNumbers,
  DocumentStore,
  AttemptLog,
  AccessLog,
  ViewRunner,
  Identity,
  Trouble,
  LastWrites,
  Readiness,
];

@Global()
@Module({})
export class PartsModule {
  static of(parts: Parts): DynamicModule {
    return PartsModule.providing([
      { provide: Config, useValue: parts.config },
      { provide: Clock, useValue: parts.clock },
      { provide: Rules, useValue: parts.rules },
      { provide: pg.Pool, useValue: parts.pool },
      { provide: EventStore, useValue: parts.store },
      { provide: Growth, useValue: parts.growth },
      { provide: Registry, useValue: parts.registry },
      { provide: SecondFactorDemand, useValue: parts.demand },
      { provide: OfficialNumbers, useValue: parts.numbers },
      { provide: DocumentStore, useValue: parts.documents },
      { provide: AttemptLog, useValue: parts.attempts },
      { provide: AccessLog, useValue: parts.access },
      { provide: ViewRunner, useValue: parts.views },
      { provide: Identity, useValue: parts.identity },
      { provide: LastWrites, useValue: parts.writes },
      { provide: Readiness, useValue: new Readiness(parts) },
      { provide: Trouble, useValue: parts.trouble },
    ]);
  }

  /** The parts by name only: enough to read the routes. */
  static unopened(): DynamicModule {
    return PartsModule.providing(classes.map((provide) => ({ provide, useValue: {} })));
  }

  private static providing(providers: Provider[]): DynamicModule {
    return {
      module: PartsModule,
      providers,
      exports: classes,
    };
  }
}
