import { Module } from '@nestjs/common';
import { RecusalController } from './recusal.controller.js';

@Module({ controllers: [RecusalController] })
export class RecusalModule {}
