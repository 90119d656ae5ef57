import { Module } from '@nestjs/common';
import { RemedyController } from './remedy.controller.js';

@Module({ controllers: [RemedyController] })
export class RemedyModule {}
