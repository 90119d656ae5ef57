import { Module } from '@nestjs/common';
import { DecisionChangeController } from './decision-change.controller.js';

@Module({ controllers: [DecisionChangeController] })
export class DecisionChangeModule {}
