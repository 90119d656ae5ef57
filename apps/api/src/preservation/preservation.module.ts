import { Module } from '@nestjs/common';
import { PreservationController } from './preservation.controller.js';

@Module({ controllers: [PreservationController] })
export class PreservationModule {}
