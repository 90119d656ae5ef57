import { Global, Module } from '@nestjs/common';
import { CaseRecords } from '../cases/case-records.js';
import { ActContext } from './act-context.js';
import { ChangeHandler } from './change.handler.js';
import { CommandFiles } from './command-files.js';
import { Records } from './records.js';
import { RefusedAttempts } from './refused-attempts.js';
import { ReservedNumbers } from './reserved-numbers.js';

/** Reading a record and changing it: one way for every procedure. */
@Global()
@Module({
  providers: [
    ActContext,
    CaseRecords,
    ChangeHandler,
    CommandFiles,
    Records,
    RefusedAttempts,
    ReservedNumbers,
  ],
  exports: [ActContext, CaseRecords, CommandFiles, Records],
})
export class ProceduresModule {}
