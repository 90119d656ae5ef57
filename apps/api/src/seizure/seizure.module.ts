import { Module } from '@nestjs/common';
import { SeizureController } from './seizure.controller.js';

@Module({ controllers: [SeizureController] })
export class SeizureModule {}
