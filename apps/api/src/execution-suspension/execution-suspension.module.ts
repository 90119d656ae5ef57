import { Module } from '@nestjs/common';
import { ExecutionSuspensionController } from './execution-suspension.controller.js';

@Module({ controllers: [ExecutionSuspensionController] })
export class ExecutionSuspensionModule {}
