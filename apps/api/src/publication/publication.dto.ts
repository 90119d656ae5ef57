import type { PublishDecision } from '@anjuan/case';
import { Optional } from '../http/dto/optional.js';
import { TextOrBlank, Texts } from '../http/dto/text.js';

/** 公示决定；What the public reads. */
export class PublishDecisionDto implements PublishDecision {
  /** 摘要；The summary. */
  @Optional() @TextOrBlank(5000) declare readonly summary?: string;
  /** 隐去的内容；What is taken out. */
  @Optional() @Texts(100, 500) declare readonly redactions?: string[];
}
