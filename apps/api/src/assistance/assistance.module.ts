import { Module } from '@nestjs/common';
import { AssistanceController } from './assistance.controller.js';

@Module({ controllers: [AssistanceController] })
export class AssistanceModule {}
