import { Module } from '@nestjs/common';
import { PublicationController } from './publication.controller.js';

@Module({ controllers: [PublicationController] })
export class PublicationModule {}
