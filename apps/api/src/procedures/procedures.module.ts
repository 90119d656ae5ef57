import { Global, Module } from '@nestjs/common';
import { CaseRecords } from '../cases/case-records.js';
import { FileRights } from '../files/file-rights.js';
import { Letters } from '../files/letters.js';
import { CaughtUp } from '../queries/caught-up.js';
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
    CaughtUp,
    ChangeHandler,
    CommandFiles,
    FileRights,
    Letters,
    Records,
    RefusedAttempts,
    ReservedNumbers,
  ],
  exports: [ActContext, CaseRecords, CaughtUp, CommandFiles, FileRights, Letters, Records],
})
export class ProceduresModule {}
