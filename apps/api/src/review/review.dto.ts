import type { ReviewExtensionTerms } from '@anjuan/case';
import { IsDays } from '../http/dto/is-days.js';
import { TextOrBlank } from '../http/dto/text.js';

/** 申请延长审核期限；More time for the review is put before a leader. */
export class RequestReviewExtensionDto implements ReviewExtensionTerms {
  /** 延长（工作日）；How many working days more. */
  @IsDays() declare readonly days: number;
  /** 特殊情况；What is special about the case. */
  @TextOrBlank(1000) declare readonly reason: string;
}
