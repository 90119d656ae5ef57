import { Module } from '@nestjs/common';
import { SummaryProcedureController } from './summary-procedure.controller.js';

@Module({ controllers: [SummaryProcedureController] })
export class SummaryProcedureModule {}
