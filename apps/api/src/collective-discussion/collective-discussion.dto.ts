import type { ConcludeDiscussion, GiveDiscussionOpinion, OpenDiscussion } from '@anjuan/case';
import { ArePersonIds } from '../http/dto/is-person-id.js';
import { IsOutcome, type OutcomeDto } from '../http/dto/outcome.dto.js';
import { TextOrBlank } from '../http/dto/text.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 召开负责人集体讨论；The chair opens the discussion of the leaders. */
export class OpenDiscussionDto implements OpenDiscussion {
  /** 出席的负责人，含主持人；The leaders who attend, the chair among them. */
  @ArePersonIds(50) declare readonly attending: string[];
  /** 汇报案情的办案人员；The handlers who report. */
  @ArePersonIds(20) declare readonly handlersReport: string[];
}

/** 发表意见；An attending leader's opinion. */
export class GiveDiscussionOpinionDto implements GiveDiscussionOpinion {
  /** 同意；Agrees. */
  @YesOrNo() declare readonly agrees: boolean;
  /** 意见；The opinion. */
  @TextOrBlank(2000) declare readonly opinion: string;
}

/** 形成结论；The chair concludes. */
export class ConcludeDiscussionDto implements ConcludeDiscussion {
  /** 处理结果；What was agreed. */
  @IsOutcome() declare readonly outcome: OutcomeDto;
  /** 结论；The conclusion. */
  @TextOrBlank(5000) declare readonly conclusion: string;
}
