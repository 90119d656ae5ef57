import { Module } from '@nestjs/common';
import { ExecutionController } from './execution.controller.js';

@Module({ controllers: [ExecutionController] })
export class ExecutionModule {}
