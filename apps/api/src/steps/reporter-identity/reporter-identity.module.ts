import { Module } from '@nestjs/common';
import { ReporterIdentityController } from './reporter-identity.controller.js';

@Module({ controllers: [ReporterIdentityController] })
export class ReporterIdentityModule {}
