import { Module } from '@nestjs/common';
import { CaseReviewController } from './case-review.controller.js';

@Module({ controllers: [CaseReviewController] })
export class CaseReviewModule {}
