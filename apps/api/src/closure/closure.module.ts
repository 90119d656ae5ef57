import { Module } from '@nestjs/common';
import { ClosureController } from './closure.controller.js';

@Module({ controllers: [ClosureController] })
export class ClosureModule {}
