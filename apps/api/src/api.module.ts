import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessOpenGuard } from './access/access-open.guard.js';
import { Attempts } from './access/attempts.js';
import { AuditController } from './access/audit.controller.js';
import { ErasureController } from './erasure/erasure.controller.js';
import { FilesController } from './files/files.controller.js';
import { FrontPageController } from './front/front-page.controller.js';
import { AuthenticateGuard } from './http/authenticate.guard.js';
import { EveryRouteHasItsRight } from './http/route-right.js';
import { NothingUnread } from './http/route-form.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validation } from './http/validation.js';
import { CaseViewController } from './queries/case-view.controller.js';
import { ComplianceController } from './queries/compliance.controller.js';
import { HealthController } from './queries/health.controller.js';
import { ListsController } from './queries/lists.controller.js';
import { RunningClocksController } from './queries/running-clocks.controller.js';
import { ProblemPagesController } from './queries/problem-pages.controller.js';
import { PublishedDecisionsController } from './queries/published-decisions.controller.js';
import { controllersOf } from './procedures/procedure.controller.js';
import { served } from './procedures/served.js';
import { ProceduresModule } from './procedures/procedures.module.js';
import { RecordViews } from './procedures/record-views.js';
import { HandOverController } from './registry/hand-over.controller.js';
import { ImportsController } from './registry/import/imports.controller.js';
import { PeopleController } from './registry/people.controller.js';
import { ProposalsController } from './registry/proposals.controller.js';
import { Recorders } from './registry/recorders.js';
import { DutiesController } from './registry/duties.controller.js';
import { AccountsController } from './registry/accounts.controller.js';
import { FactorResets } from './registry/factor-resets.js';
import { OwnFactors } from './registry/own-factors.js';
import { PasskeysController } from './registry/passkeys.controller.js';
import { SecondFactorController } from './registry/second-factor.controller.js';
import { DelegationsController } from './registry/delegations.controller.js';
import { EntrustmentsController } from './registry/entrustments.controller.js';
import { UnitsController } from './registry/units.controller.js';
import { SessionsController } from './registry/sessions.controller.js';
import { AgencySettingsController } from './registry/agency-settings.controller.js';
import { RegistryController } from './registry/registry.controller.js';
import { PartsModule, type Parts } from './parts/parts.module.js';
import { StepsModule } from './steps/steps.module.js';

/** The one wiring table: the steps of the procedure, the reads, and the parts they depend on. */
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
      imports: [DiscoveryModule, CqrsModule.forRoot(), parts, ProceduresModule, StepsModule],
      controllers: [
        FrontPageController,
        ErasureController,
        FilesController,
        RegistryController,
        AgencySettingsController,
        UnitsController,
        EntrustmentsController,
        DelegationsController,
        ProposalsController,
        DutiesController,
        HandOverController,
        PeopleController,
        ImportsController,
        AccountsController,
        SessionsController,
        PasskeysController,
        SecondFactorController,
        CaseViewController,
        ...served.flatMap(controllersOf),
        ComplianceController,
        ListsController,
        AuditController,
        RunningClocksController,
        PublishedDecisionsController,
        ProblemPagesController,
        HealthController,
      ],
      providers: [
        Attempts,
        OwnFactors,
        FactorResets,
        Recorders,
        RecordViews,
        EveryRouteHasItsRight,
        { provide: APP_GUARD, useClass: AccessOpenGuard },
        { provide: APP_GUARD, useClass: AuthenticateGuard },
        { provide: APP_GUARD, useClass: NothingUnread },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
