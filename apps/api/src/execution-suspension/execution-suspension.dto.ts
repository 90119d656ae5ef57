import {
  executionSuspensionGrounds,
  executionTerminationGrounds,
  type ExecutionSuspensionGround,
  type ExecutionSuspensionTerms,
  type ExecutionTerminationGround,
  type ExecutionTerminationTerms,
  type ResumeExecution,
} from '@anjuan/case';
import { Optional } from '../http/dto/optional.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 申请中止执行；The suspension of an execution is put before a leader. */
export class RequestExecutionSuspensionDto implements ExecutionSuspensionTerms {
  /** 中止情形；The ground (ACL 39(1)). */
  @Word(executionSuspensionGrounds) declare readonly ground: ExecutionSuspensionGround;
  /** 事实和理由；The facts and the reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 恢复执行；The cause is gone. */
export class ResumeExecutionDto implements ResumeExecution {
  /** 中止的情形如何消失；How the cause came to an end. */
  @TextOrBlank(1000) declare readonly reason: string;
  /** 满三年的：明显社会危害或者履行能力；After three years: the harm, or the ability to perform (ACL 39(2)). */
  @Optional() @TextOrBlank(1000) declare readonly whyStill?: string;
}

/** 申请终结执行；The end of an execution is put before a leader. */
export class RequestExecutionTerminationDto implements ExecutionTerminationTerms {
  /** 终结情形；The ground (ACL 40, 39(2)). */
  @Word(executionTerminationGrounds) declare readonly ground: ExecutionTerminationGround;
  /** 事实和理由；The facts and the reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}
