import { Module } from '@nestjs/common';
import { LegalReviewController } from './legal-review.controller.js';

@Module({ controllers: [LegalReviewController] })
export class LegalReviewModule {}
