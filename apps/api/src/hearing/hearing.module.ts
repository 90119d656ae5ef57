import { Module } from '@nestjs/common';
import { HearingController } from './hearing.controller.js';

@Module({ controllers: [HearingController] })
export class HearingModule {}
