import { Module } from '@nestjs/common';
import { DecisionPeriodController } from './decision-period.controller.js';

@Module({ controllers: [DecisionPeriodController] })
export class DecisionPeriodModule {}
