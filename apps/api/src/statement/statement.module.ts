import { Module } from '@nestjs/common';
import { StatementController } from './statement.controller.js';

@Module({ controllers: [StatementController] })
export class StatementModule {}
