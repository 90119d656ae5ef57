import { Module } from '@nestjs/common';
import { EducationController } from './education.controller.js';

@Module({ controllers: [EducationController] })
export class EducationModule {}
