import { Module } from '@nestjs/common';
import { InitiationController } from './initiation.controller.js';

@Module({ controllers: [InitiationController] })
export class InitiationModule {}
