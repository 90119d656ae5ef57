import { GiveOpinionDto, SendForReviewDto } from '../http/dto/review.dto.js';

/** 送法制审核；The file is sent for the legal review. */
export class SendForLegalReviewDto extends SendForReviewDto {}

/** 出具法制审核意见；The opinion of the legal review. */
export class GiveLegalReviewOpinionDto extends GiveOpinionDto {}
