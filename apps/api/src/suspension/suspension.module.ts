import { Module } from '@nestjs/common';
import { SuspensionController } from './suspension.controller.js';

@Module({ controllers: [SuspensionController] })
export class SuspensionModule {}
