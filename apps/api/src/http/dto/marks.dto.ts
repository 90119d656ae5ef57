import type { Marks } from '@anjuan/case';
import { Optional } from './optional.js';
import { YesOrNo } from './yes-or-no.js';

/** 不论处罚种类即属重大的情形；What makes a case major whatever its penalty. */
export class MarksDto implements Marks {
  /** 涉及重大公共利益；Major public interest. */
  @Optional() @YesOrNo() declare readonly majorPublicInterest?: boolean;
  /** 情况疑难复杂、涉及多个法律关系；Difficult, or several legal relations. */
  @Optional() @YesOrNo() declare readonly complex?: boolean;
  /** 其他法律法规要求法制审核；Another law asks for the legal review. */
  @Optional() @YesOrNo() declare readonly reviewRequiredByOtherLaw?: boolean;
}
