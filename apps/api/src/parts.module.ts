import { DocumentStore } from '@anjuan/documents';
import { EventStore } from '@anjuan/event-store';
import { OfficialNumbers, Registry } from '@anjuan/registry';
import { ViewRunner } from '@anjuan/views';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import pg from 'pg';
import { AttemptLog } from './attempt-log/attempt-log.js';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Identity } from './identity/identity.js';

/** What the program stands on, opened by `open-parts.ts` before Nest starts and closed after it ends. */
export type Parts = Readonly<{
  config: Config;
  clock: Clock;
  pool: pg.Pool;
  store: EventStore;
  registry: Registry;
  numbers: OfficialNumbers;
  documents: DocumentStore;
  attempts: AttemptLog;
  views: ViewRunner;
  identity: Identity;
}>;

@Global()
@Module({})
export class PartsModule {
  static of(parts: Parts): DynamicModule {
    const providers = [
      { provide: Config, useValue: parts.config },
      { provide: Clock, useValue: parts.clock },
      { provide: pg.Pool, useValue: parts.pool },
      { provide: EventStore, useValue: parts.store },
      { provide: Registry, useValue: parts.registry },
      { provide: OfficialNumbers, useValue: parts.numbers },
      { provide: DocumentStore, useValue: parts.documents },
      { provide: AttemptLog, useValue: parts.attempts },
      { provide: ViewRunner, useValue: parts.views },
      { provide: Identity, useValue: parts.identity },
    ];
    return { module: PartsModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
