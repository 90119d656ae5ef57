import { Module } from '@nestjs/common';
import { CourtEnforcementController } from './court-enforcement.controller.js';

@Module({ controllers: [CourtEnforcementController] })
export class CourtEnforcementModule {}
