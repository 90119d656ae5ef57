import type { LookAtReporterIdentity } from '@anjuan/case';
import { TextOrBlank } from '../http/dto/text.js';

/** 查看举报人身份；Every look is an entry. */
export class LookAtReporterIdentityDto implements LookAtReporterIdentity {
  /** 查看目的；What it is needed for. */
  @TextOrBlank(1000) declare readonly purpose: string;
}
