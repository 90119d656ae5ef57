import { GiveOpinionDto, SendForReviewDto } from '../http/dto/review.dto.js';

/** 送案件审核；The file is sent for the case review. */
export class SendForCaseReviewDto extends SendForReviewDto {}

/** 出具案件审核意见；The opinion of the case review. */
export class GiveCaseReviewOpinionDto extends GiveOpinionDto {}
