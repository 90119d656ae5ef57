import { Module } from '@nestjs/common';
import { JurisdictionController } from './jurisdiction.controller.js';

@Module({ controllers: [JurisdictionController] })
export class JurisdictionModule {}
