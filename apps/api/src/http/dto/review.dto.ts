import { opinions, type GiveOpinion, type Opinion, type ReviewPoint, type SendForReview } from '@anjuan/case';
import { Nested } from './nested.js';
import { Optional } from './optional.js';
import { TextOrBlank } from './text.js';
import { Word } from './word.js';

/** 送审；The file is sent for review. */
export class SendForReviewDto implements SendForReview {
  /** 理由；The reason. */
  @Optional() @TextOrBlank(1000) declare readonly reason?: string;
}

/** 逐项意见：未列明的即无异议；What is wrong, by point; a point not named is in order. */
export class ReviewPointsDto implements Partial<Record<ReviewPoint, string>> {
  /** 管辖权；Jurisdiction. */
  @Optional() @TextOrBlank(2000) declare readonly jurisdiction?: string;
  /** 当事人的基本情况；The party. */
  @Optional() @TextOrBlank(2000) declare readonly party?: string;
  /** 事实、证据；Facts and evidence. */
  @Optional() @TextOrBlank(2000) declare readonly evidence?: string;
  /** 定性；Characterisation. */
  @Optional() @TextOrBlank(2000) declare readonly characterisation?: string;
  /** 适用依据；The basis applied. */
  @Optional() @TextOrBlank(2000) declare readonly basis?: string;
  /** 程序；Procedure. */
  @Optional() @TextOrBlank(2000) declare readonly procedure?: string;
  /** 处理是否适当；Whether the outcome is appropriate. */
  @Optional() @TextOrBlank(2000) declare readonly appropriateness?: string;
  /** 涉嫌犯罪；Suspected crime. */
  @Optional() @TextOrBlank(2000) declare readonly crime?: string;
}

/** 审核意见；The opinion of a review. */
export class GiveOpinionDto implements GiveOpinion {
  /** 同意、建议纠正、建议补充、其他；Agree, correct, supplement, other. */
  @Word(opinions) declare readonly opinion: Opinion;
  /** 存在的问题；What is wrong, by point. */
  @Optional() @Nested(() => ReviewPointsDto) declare readonly points?: ReviewPointsDto;
  /** 意见全文；The opinion in full. */
  @Optional() @TextOrBlank(5000) declare readonly text?: string;
}
