import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseContext } from './case-context.js';
import { CaseNumbers } from './case-numbers.js';
import { ChangeCaseHandler } from './change-case.handler.js';
import { ErasureController } from './erasure/erasure.controller.js';
import { Erasures } from './erasure/erasures.js';
import { FilesController } from './files/files.controller.js';
import { AuthenticateGuard } from './http/authenticate.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { CaseViewController } from './queries/case-view.controller.js';
import { ComplianceController } from './queries/compliance.controller.js';
import { HealthController } from './queries/health.controller.js';
import { ListsController } from './queries/lists.controller.js';
import { RunningClocksController } from './queries/running-clocks.controller.js';
import { ProblemPagesController } from './queries/problem-pages.controller.js';
import { PublishedDecisionsController } from './queries/published-decisions.controller.js';
import { RegistryController } from './registry/registry.controller.js';
import { RefusedAttempts } from './refused-attempts.js';
import { PartsModule, type Parts } from './parts.module.js';
import { StepsModule } from './steps.module.js';

/** The one wiring table: the steps of the procedure, the reads, and the parts they stand on. */
@Module({})
export class ApiModule {
  static on(parts: Parts): DynamicModule {
    return ApiModule.with(PartsModule.of(parts));
  }

  /** For reading the routes alone: nothing is opened, nothing answers. */
  static unopened(): DynamicModule {
    return ApiModule.with(PartsModule.unopened());
  }

  private static with(parts: DynamicModule): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot(), parts, StepsModule],
      controllers: [
        ErasureController,
        FilesController,
        RegistryController,
        CaseViewController,
        ComplianceController,
        ListsController,
        RunningClocksController,
        PublishedDecisionsController,
        ProblemPagesController,
        HealthController,
      ],
      providers: [
        CaseContext,
        CaseNumbers,
        ChangeCaseHandler,
        Erasures,
        RefusedAttempts,
        { provide: APP_GUARD, useClass: AuthenticateGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
