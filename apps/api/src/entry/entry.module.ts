import { Module } from '@nestjs/common';
import { EntryController } from './entry.controller.js';

@Module({ controllers: [EntryController] })
export class EntryModule {}
